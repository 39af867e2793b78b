package be.designations.management.web;

import be.designations.access.SubdivisionId;
import be.designations.directory.PersonId;
import be.designations.management.UserTask;
import be.designations.pages.Inputs;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * Who was ticked in a list of users, and for what, as every step to the action sends it on. What was made up is left out.
 *
 * @param list the query of the list in which they were ticked, so that the way back leads there; empty for the whole list
 */
public record UserChoice(List<PersonId> people, Optional<UserTask> task, String list) {

    /** What {@code UserListAddress} writes; anything else must not get into a link. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9=&%._~-]{1,900}");

    public UserChoice {
        people = List.copyOf(people);
    }

    static UserChoice of(MultiValueMap<String, String> posted) {
        return new UserChoice(
                posted.getOrDefault("person", List.of()).stream()
                        .flatMap(text -> Inputs.id(text).stream())
                        .distinct()
                        .map(PersonId::new)
                        .toList(),
                UserTask.of(posted.getFirst("action")),
                list(posted));
    }

    static String list(MultiValueMap<String, String> posted) {
        String query = posted.getFirst("list");
        return query != null && QUERY.matcher(query).matches() ? query : "";
    }

    /** One that was made up is a subdivision that there is not. */
    static SubdivisionId subdivision(String text) {
        return new SubdivisionId(Inputs.id(text).orElse(new UUID(0, 0)));
    }
}
