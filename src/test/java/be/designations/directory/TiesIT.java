package be.designations.directory;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiesIT extends WholeApplication {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    @Test
    void the_ties_of_some_people_to_one_organisation_are_read_at_once() {
        CpasWorld world = worlds.cpas();
        Person ann = world.person("Ann");
        Person bob = world.person("Bob");
        Instant end = now.plus(40, ChronoUnit.DAYS);
        directory.relate(new NewRelationship(
                ann.id(),
                world.cpas.id(),
                RelationshipCategory.EXTERNAL,
                "ann@example.be",
                "081 12 34 56",
                now,
                end,
                "Renfort"));
        worlds.people().give(ann, LegalFunctionKind.DIRECTOR, world.cpas);
        worlds.people().tie(ann, worlds.cpas().cpas, RelationshipCategory.PERMANENT, null);

        List<WorkingRelationship> found = directory.relationships(List.of(ann.id(), bob.id()), world.cpas.id());
        var ties = directory.ties(List.of(ann.id(), bob.id()), world.cpas.id());

        WorkingRelationship one = found.get(0);
        assertThat(found)
                .containsExactly(new WorkingRelationship(
                        one.id(),
                        ann.id(),
                        world.cpas.id(),
                        RelationshipCategory.EXTERNAL,
                        "ann@example.be",
                        "081 12 34 56",
                        now,
                        end,
                        "Renfort"));
        assertThat(directory.findRelationship(one.id())).hasValue(one);
        assertThat(ties).containsOnlyKeys(ann.id(), bob.id()).containsEntry(bob.id(), Tied.NOT_AT_ALL);
        assertThat(ties.get(ann.id()).ties()).hasSize(2).contains(Tie.of(one)).anySatisfy(tie -> assertThat(
                        tie.function())
                .isEqualTo(LegalFunctionKind.DIRECTOR));
    }
}
