package be.designations.security;

import be.designations.directory.Language;
import be.designations.directory.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The invented people whom anybody may be in the demonstration. */
public interface Personas {

    /** Grouped by desk, in the order in which a visitor reads them. */
    List<Group> groups();

    /** Also finds those who are in no group. */
    Optional<Persona> find(String id);

    /**
     * The people of one desk.
     *
     * @param key   short and readable
     * @param names what the desk is called in every {@link Language}
     */
    record Group(String key, Map<Language, String> names, List<Persona> personas) {

        public String name(Language language) {
            return names.getOrDefault(language, "");
        }
    }

    /**
     * One invented person.
     *
     * @param id                short and readable, as people type it for the API: {@code namur-rae}
     * @param name              first and last name
     * @param organisationNames the name of the organisation in every {@link Language}
     * @param roleKey           message key of what the person is there
     */
    record Persona(String id, PersonId person, String name, Map<Language, String> organisationNames, String roleKey) {

        public String organisationName(Language language) {
            return organisationNames.getOrDefault(language, "");
        }
    }
}
