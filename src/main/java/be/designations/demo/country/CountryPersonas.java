package be.designations.demo.country;

import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.security.Personas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.util.function.SingletonSupplier;

/** Two people of the model besides those of the demonstration: one with as many users, one with as many entities as anybody. */
final class CountryPersonas implements Personas {

    private static final String KEY = "country";
    private static final String MANAGER = "country-manager";
    private static final String TRAVELLER = "country-traveller";

    private final Personas invented;
    private final Supplier<Country> country;
    private final Directory directory;
    private final MessageSource messages;

    /** @param country asked for once the model is loaded */
    CountryPersonas(Personas invented, Supplier<Country> country, Directory directory, MessageSource messages) {
        this.invented = invented;
        this.country = SingletonSupplier.of(country);
        this.directory = directory;
        this.messages = messages;
    }

    @Override
    public List<Group> groups(Language language) {
        String enterprise = directory
                .organisation(new OrganisationId(country.get().organisation(0)))
                .name(language);
        List<Group> groups = new ArrayList<>(invented.groups(language));
        groups.add(new Group(
                KEY,
                messages.getMessage("demo.country", null, language.locale()),
                List.of(
                        persona(MANAGER, manager(), ResponsibilityKind.LOCAL_MANAGER, enterprise),
                        persona(TRAVELLER, traveller(), ResponsibilityKind.USER, null))));
        return List.copyOf(groups);
    }

    @Override
    public Optional<PersonId> find(String id) {
        return switch (id) {
            case MANAGER -> Optional.of(manager());
            case TRAVELLER -> Optional.of(traveller());
            default -> invented.find(id);
        };
    }

    /** The largest entity is the first, and most of its people are in its first quality. */
    private PersonId manager() {
        return new PersonId(country.get().localManager(0, 0));
    }

    private PersonId traveller() {
        return new PersonId(country.get().person(Country.TRAVELLER));
    }

    private Persona persona(String id, PersonId person, ResponsibilityKind kind, @Nullable String organisation) {
        return new Persona(id, directory.person(person).displayName(), "capacity." + kind.name(), organisation);
    }
}
