package be.designations.casework.api;

import be.designations.casework.Side;
import be.designations.directory.Person;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** Whom one may mention in a comment. */
@Schema(name = "Mentionable")
record MentionableResource(
        @Schema(description = "From where you write") Side side,
        List<Mentioned> colleagues,

        @Schema(description = "Of other sides: those who did or said something in the dossier")
        List<Mentioned> others) {

    @Schema(name = "MentionablePerson")
    record Mentioned(UUID id, String name) {}

    static List<Mentioned> people(List<Person> people) {
        return people.stream()
                .map(person -> new Mentioned(person.id().value(), person.displayName()))
                .toList();
    }
}
