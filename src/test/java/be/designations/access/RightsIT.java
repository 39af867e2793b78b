package be.designations.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.ManagedWorld;
import be.designations.testing.WholeApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RightsIT extends WholeApplication {

    @Autowired
    private Rights rights;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    /** Who decided that a right ends stays with it, whatever is decided afterwards. */
    @Test
    void what_has_ended_is_not_ended_again_and_what_has_not_begun_never_begins() {
        ManagedWorld world = worlds.managed();
        Basis first = decision(world);
        Basis second = decision(world);
        Right ended = right(world, now.minus(Duration.ofDays(9)), null, first);
        Right runs = right(world, now.minus(Duration.ofDays(4)), now.plus(Duration.ofDays(9)), first);
        Right toCome = right(world, now.plus(Duration.ofDays(20)), null, first);
        rights.grant(List.of(ended));
        rights.end(List.of(ended.id()), now.minus(Duration.ofDays(5)), first.id());
        rights.grant(List.of(runs, toCome));

        rights.end(List.of(ended.id(), runs.id(), toCome.id()), now, second.id());
        rights.extend(List.of(toCome.id()), toCome.from().plus(Duration.ofDays(9)), first.id());

        assertThat(end(ended)).isEqualTo(now.minus(Duration.ofDays(5)) + " " + first.id());
        assertThat(end(runs)).isEqualTo(now + " " + second.id());
        assertThat(end(toCome)).isEqualTo(toCome.from() + " " + second.id());
    }

    private Basis decision(ManagedWorld world) {
        Basis decision = Basis.of(null, "rights-taken-back", world.cpas.principalManager.id(), now, null, "Parce que");
        access.save(decision);
        return decision;
    }

    private static Right right(ManagedWorld world, Instant from, @Nullable Instant until, Basis basis) {
        return new Right(
                UUID.randomUUID(),
                world.colleague.id(),
                "SOCIAL_WORKER",
                world.cpas.socialAction.id(),
                Set.of(),
                from,
                until,
                null,
                basis.id());
    }

    private String end(Right right) {
        Right found = rights.find(List.of(right.id())).get(0);
        UUID basis = jdbc.sql("select ended_basis_id from role_assignment where id = :id")
                .param("id", right.id())
                .query(UUID.class)
                .single();
        return found.until() + " " + new BasisId(basis);
    }
}
