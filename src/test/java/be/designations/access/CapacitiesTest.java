package be.designations.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.testing.InMemoryAccessModel;
import be.designations.testing.InMemoryDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person may act as, and whether an actor is it surely enough. */
class CapacitiesTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Set<CapacityKind> MANAGER = Set.of(CapacityKind.PRINCIPAL_ACCESS_MANAGER);

    private final OrganisationId cpas = OrganisationId.random();
    private final OrganisationId other = OrganisationId.random();
    private final PersonId ann = PersonId.random();
    private final Quality quality = new Quality(
            new QualityId(UUID.randomUUID()), cpas, QualityKind.SOCIAL_ACTION, "0999000034", null, LONG_AGO);

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryAccessModel access = new InMemoryAccessModel(directory);
    private final Capacities capacities = new Capacities(access, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void functions_responsibilities_and_roles_of_desks_are_capacities() {
        access.add(quality);
        directory.give(ann, LegalFunctionKind.CHAIR, cpas, LONG_AGO, null);
        hold(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null, null);
        hold(ResponsibilityKind.CO_LOCAL_MANAGER, quality.id(), null);
        Organisation support = desk(OrganisationKind.SUPPORT);
        access.addRight(ann, "SUPPORT_AGENT", qualityOf(support), LONG_AGO);

        assertThat(capacities.of(ann))
                .containsExactlyInAnyOrder(
                        new Capacity(CapacityKind.CHAIR, cpas, null),
                        new Capacity(CapacityKind.PRINCIPAL_ACCESS_MANAGER, cpas, null),
                        new Capacity(CapacityKind.CO_LOCAL_MANAGER, cpas, quality.id()),
                        new Capacity(CapacityKind.SUPPORT_AGENT, support.id(), null));
    }

    @Test
    void a_role_of_a_desk_that_was_given_elsewhere_is_no_capacity() {
        access.add(quality);
        access.addRight(ann, "DPD_REVIEWER", quality.id(), LONG_AGO);
        access.addRight(ann, "DPD_APPROVER", qualityOf(desk(OrganisationKind.BCSS)), LONG_AGO);

        assertThat(capacities.of(ann)).isEmpty();
    }

    private Organisation desk(OrganisationKind kind) {
        Organisation desk = new Organisation(
                OrganisationId.random(),
                EnterpriseNumber.of("0999000030"),
                "Guichet",
                "Loket",
                "Schalter",
                kind,
                null,
                Language.FR,
                List.of(),
                "guichet@test.example",
                "Rue",
                "1000",
                "Bruxelles",
                LONG_AGO);
        directory.add(desk);
        return desk;
    }

    private QualityId qualityOf(Organisation organisation) {
        Quality of = new Quality(
                new QualityId(UUID.randomUUID()),
                organisation.id(),
                QualityKind.SOCIAL_SECURITY,
                "0999000034",
                null,
                LONG_AGO);
        access.add(of);
        return of.id();
    }

    /** D81 */
    @Test
    void what_somebody_does_for_another_is_no_capacity_of_theirs_and_counts_once_it_is_chosen() {
        Organisation bcss = desk(OrganisationKind.BCSS);
        PersonId away = PersonId.random();
        access.standIn(ann, "DPD_REVIEWER", bcss.id(), away);
        hold(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null, null);
        Capacity reviewer = new Capacity(CapacityKind.DPD_REVIEWER, bcss.id(), null);
        Capacity manager = new Capacity(CapacityKind.PRINCIPAL_ACCESS_MANAGER, cpas, null);

        assertThat(capacities.of(ann)).containsExactly(manager);
        assertThat(capacities.of(new Actor(ann, null, SignInLevel.EID))).containsExactly(manager);
        assertThat(capacities.of(new Actor(ann, null, SignInLevel.EID, away))).containsExactly(reviewer);
        assertThat(capacities.of(new Actor(ann, null, SignInLevel.EID, PersonId.random())))
                .isEmpty();
        assertThat(capacities.openingTo(new Actor(ann, null, new SignInLevel(400), away)))
                .isEmpty();
    }

    @Test
    void a_right_to_an_application_is_no_capacity() {
        access.add(quality);
        access.addRight(ann, "SOCIAL_WORKER", quality.id(), LONG_AGO);

        assertThat(capacities.of(ann)).isEmpty();
    }

    @Test
    void what_has_ended_gives_nothing_from_that_instant_on() {
        hold(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null, NOW);
        directory.give(ann, LegalFunctionKind.DIRECTOR, cpas, LONG_AGO, NOW);

        assertThat(capacities.of(ann)).isEmpty();
    }

    @Test
    void what_has_not_begun_gives_nothing_yet() {
        access.begin(new Responsibility(
                UUID.randomUUID(),
                ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER,
                cpas,
                null,
                null,
                ann,
                NOW.plusSeconds(1),
                null,
                new BasisId(UUID.randomUUID())));

        assertThat(capacities.of(ann)).isEmpty();
    }

    @Test
    void what_is_blocked_gives_nothing() {
        access.block(hold(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null, null));

        assertThat(capacities.of(ann)).isEmpty();
    }

    @Test
    void an_actor_who_chose_another_entity_is_nothing_in_this_one() {
        hold(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null, null);

        assertThat(capacities.holds(new Actor(ann, other, SignInLevel.EID), cpas, MANAGER))
                .isFalse();
        assertThat(capacities.holds(new Actor(ann, cpas, SignInLevel.EID), cpas, MANAGER))
                .isTrue();
        assertThat(capacities.holds(new Actor(ann, null, SignInLevel.EID), cpas, MANAGER))
                .isTrue();
    }

    @Test
    void deciding_on_access_asks_for_itsme_at_least() {
        hold(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null, null);

        assertThat(capacities.holds(new Actor(ann, cpas, new SignInLevel(449)), cpas, MANAGER))
                .isFalse();
        assertThat(capacities.holds(new Actor(ann, cpas, SignInLevel.ITSME), cpas, MANAGER))
                .isTrue();
    }

    @Test
    void another_capacity_does_not_stand_in() {
        hold(ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null, null);

        assertThat(capacities.holds(new Actor(ann, cpas, SignInLevel.EID), cpas, MANAGER))
                .isFalse();
    }

    private Responsibility hold(ResponsibilityKind kind, @Nullable QualityId in, @Nullable Instant until) {
        var held = new Responsibility(
                UUID.randomUUID(), kind, cpas, in, null, ann, LONG_AGO, until, new BasisId(UUID.randomUUID()));
        access.begin(held);
        return held;
    }
}
