package be.designations.security;

import be.designations.directory.Language;
import be.designations.directory.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The invented people whom anybody may be in the demonstration. */
public interface Personas {

    /** Grouped by desk, in the order in which a visitor reads them, in the words of that language. */
    List<Group> groups(Language language);

    /** Also finds those who are in no group. */
    Optional<PersonId> find(String id);

    /**
     * The people of one desk.
     *
     * @param key  short and readable
     * @param name what the desk is called
     */
    record Group(String key, String name, List<Persona> personas) {}

    /**
     * One invented person.
     *
     * @param id           short and readable, as people type it for the API: {@code namur-rae}
     * @param name         first and last name
     * @param roleKey      message key of what the person is there
     * @param organisation its name, where it is not that of the group, else null
     */
    record Persona(
            String id,
            String name,
            String roleKey,
            @Nullable String organisation) {}
}
