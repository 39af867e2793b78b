package be.designations.letters;

import be.designations.directory.Organisation;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be made with {@link Letters#make}; in the language of the letters of its entity (D15), to the entity unless said
 * otherwise. Grows by its methods; each returns a new one.
 *
 * @param entity     whose dossier or decision it is
 * @param from       who writes
 * @param to         a person at the entity, or null for the entity itself
 * @param signedBy   who decided; empty for a desk that does not name its people
 * @param inPlaceOf  whose deputy that was, or null (D84)
 * @param legalBasis code, message key {@code legal-basis.<code>}, or null where no text gives one
 * @param about      what it tells of: a later letter of its kind about the same replaces it
 * @param told       the id of what it tells of, see {@link LetterStanding}
 * @param holdsFrom  from when on what it tells holds
 */
public record NewLetter(
        LetterKind kind,
        LetterOrigin origin,
        Organisation entity,
        Organisation from,
        @Nullable String to,
        String signedBy,
        @Nullable String inPlaceOf,
        @Nullable String legalBasis,
        String about,
        UUID told,
        Instant holdsFrom,
        Map<LetterWord, String> words) {

    public NewLetter {
        words = Map.copyOf(words);
    }

    /** Of a dossier, about it, holding from that instant on. */
    public static NewLetter of(
            LetterKind kind, UUID caseId, String dossier, Organisation entity, Organisation from, Instant at) {
        return new NewLetter(
                kind,
                new LetterOrigin(caseId, dossier),
                entity,
                from,
                null,
                "",
                null,
                null,
                "case/" + caseId,
                caseId,
                at,
                Map.of());
    }

    /** Of a decision of the entity itself that no dossier asked for, about it, holding from that instant on. */
    public static NewLetter ofDecision(LetterKind kind, UUID decision, Organisation entity, Instant at) {
        return new NewLetter(
                kind,
                new LetterOrigin(decision, null),
                entity,
                entity,
                null,
                "",
                null,
                null,
                "decision/" + decision,
                decision,
                at,
                Map.of());
    }

    public NewLetter to(String person) {
        return new NewLetter(
                kind, origin, entity, from, person, signedBy, inPlaceOf, legalBasis, about, told, holdsFrom, words);
    }

    public NewLetter signedBy(String name, @Nullable String principal) {
        return new NewLetter(
                kind, origin, entity, from, to, name, principal, legalBasis, about, told, holdsFrom, words);
    }

    public NewLetter onGround(@Nullable String basis) {
        return new NewLetter(kind, origin, entity, from, to, signedBy, inPlaceOf, basis, about, told, holdsFrom, words);
    }

    /**
     * @param what what the letter is the last word on
     * @param id   of what it tells
     * @param since from when on that holds
     */
    public NewLetter telling(String what, UUID id, Instant since) {
        return new NewLetter(kind, origin, entity, from, to, signedBy, inPlaceOf, legalBasis, what, id, since, words);
    }

    /** @param value null or empty for what there is nothing to say of */
    public NewLetter with(LetterWord word, @Nullable String value) {
        Map<LetterWord, String> more = new EnumMap<>(LetterWord.class);
        more.putAll(words);
        more.put(word, value == null ? "" : value.strip());
        return new NewLetter(
                kind, origin, entity, from, to, signedBy, inPlaceOf, legalBasis, about, told, holdsFrom, more);
    }
}
