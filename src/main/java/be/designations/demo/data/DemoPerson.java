package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.identifier.Niss;
import be.designations.identifier.Sex;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * An invented person.
 *
 * @param key      by what the person is signed in; also decides the person's id, so that it is always the same
 * @param group    the heading under which the person is listed
 * @param role     what the person is for in the demonstration, as a code of the bundles
 * @param holdings at least one; the first names the organisation shown with the person
 */
record DemoPerson(
        String key,
        String group,
        String role,
        String firstName,
        String lastName,
        Niss niss,
        Language language,
        List<Holding> holdings) {

    DemoPerson {
        holdings = List.copyOf(holdings);
    }

    /**
     * A NISS of nobody: on no day does the National Register count as far as the serial numbers used here.
     *
     * @param serial 901 to 997, odd; a woman gets the next one
     */
    static Niss niss(LocalDate born, Sex sex, int serial) {
        return Niss.withCheckDigits(born, sex == Sex.MALE ? serial : serial + 1);
    }

    PersonId id() {
        return new PersonId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
    }

    String name() {
        return firstName + " " + lastName;
    }

    /** Under the top-level domain that is set aside for examples (RFC 2606), so that no mail reaches anybody. */
    String email() {
        return asciiLetters(firstName) + "." + asciiLetters(lastName) + "@"
                + holdings.get(0).mailDomain();
    }

    String roleKey() {
        return "people.role." + role;
    }

    private static String asciiLetters(String name) {
        return Normalizer.normalize(name.replace('ı', 'i'), Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z-]", "")
                .toLowerCase(Locale.ROOT);
    }
}
