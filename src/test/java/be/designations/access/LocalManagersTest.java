package be.designations.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.testing.InMemoryAccessModel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may become local manager, and what becomes of the one before. */
class LocalManagersTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final OrganisationId cpas = OrganisationId.random();
    private final Quality socialAction = quality(QualityKind.SOCIAL_ACTION);
    private final Quality youthCare = quality(QualityKind.YOUTH_CARE);
    private final PersonId officer = PersonId.random();
    private final PersonId former = PersonId.random();
    private final PersonId anybody = PersonId.random();

    private final InMemoryAccessModel access = new InMemoryAccessModel();
    private final Map<OrganisationId, PersonId> mandates = new HashMap<>();
    private final LocalManagers localManagers =
            new LocalManagers(access, (organisation, at) -> Optional.ofNullable(mandates.get(organisation)));

    LocalManagersTest() {
        access.add(socialAction);
        access.add(youthCare);
        mandates.put(cpas, officer);
    }

    @Test
    void the_local_manager_of_social_action_is_the_data_protection_officer() {
        replace(socialAction, officer);

        assertThat(access.localManager(socialAction.id(), NOW))
                .get()
                .extracting(Responsibility::person)
                .isEqualTo(officer);
    }

    @Test
    void anybody_else_is_refused_and_nothing_changes() {
        Responsibility before = hold(ResponsibilityKind.LOCAL_MANAGER, former, socialAction);

        refusedWith("access.local-manager-is-not-dpd", () -> replace(socialAction, anybody));

        assertThat(access.history(socialAction.id())).containsExactly(before);
    }

    @Test
    void without_a_running_mandate_nobody_becomes_local_manager_of_social_action() {
        mandates.clear();

        refusedWith("access.no-running-mandate", () -> replace(socialAction, officer));
    }

    @Test
    void an_officer_of_another_cpas_is_anybody() {
        mandates.put(OrganisationId.random(), anybody);

        refusedWith("access.local-manager-is-not-dpd", () -> replace(socialAction, anybody));
    }

    @Test
    void other_qualities_ask_for_no_mandate() {
        mandates.clear();

        replace(youthCare, anybody);

        assertThat(access.localManager(youthCare.id(), NOW)).isPresent();
    }

    @Test
    void the_one_before_ends_at_the_instant_at_which_the_new_one_begins() {
        Responsibility before = hold(ResponsibilityKind.LOCAL_MANAGER, former, socialAction);

        assertThat(replace(socialAction, officer)).contains(former);

        assertThat(access.localManager(socialAction.id(), NOW.minusNanos(1)))
                .get()
                .extracting(Responsibility::person)
                .isEqualTo(former);
        Responsibility after = access.localManager(socialAction.id(), NOW).orElseThrow();
        assertThat(after.validFrom()).isEqualTo(NOW);
        assertThat(after.validUntil()).isNull();
        assertThat(access.endingOf(before)).contains(access.basis(after.basis()));
    }

    @Test
    void whoever_would_become_a_user_later_does_not() {
        access.begin(new Responsibility(
                UUID.randomUUID(),
                ResponsibilityKind.USER,
                cpas,
                socialAction.id(),
                null,
                officer,
                NOW.plus(Duration.ofDays(30)),
                null,
                new BasisId(UUID.randomUUID())));

        replace(socialAction, officer);

        assertThat(access.memberships(List.of(socialAction.id()), List.of(officer), NOW))
                .extracting(Responsibility::kind)
                .containsExactly(ResponsibilityKind.LOCAL_MANAGER);
    }

    @Test
    void whoever_was_user_or_co_manager_ceases_to_be_with_all_rights() {
        for (var kind : ResponsibilityKind.EXCLUDED_BY_LOCAL_MANAGER) {
            hold(kind, officer, socialAction);
        }
        access.addRight(officer, "SOCIAL_WORKER", socialAction.id(), LONG_AGO);
        access.addRight(anybody, "SOCIAL_WORKER", socialAction.id(), LONG_AGO);

        assertThat(localManagers.inTheWay(socialAction.id(), officer, NOW)).hasSize(2);
        replace(socialAction, officer);

        assertThat(access.responsibilitiesIn(socialAction.id(), officer, NOW))
                .extracting(Responsibility::kind)
                .containsExactly(ResponsibilityKind.LOCAL_MANAGER);
        assertThat(access.rights(socialAction.id(), officer, NOW)).isEmpty();
        assertThat(access.rights(socialAction.id(), anybody, NOW)).containsExactly("SOCIAL_WORKER");
    }

    @Test
    void a_technical_user_stays_one() {
        hold(ResponsibilityKind.TECHNICAL_USER, officer, socialAction);

        replace(socialAction, officer);

        assertThat(access.responsibilitiesIn(socialAction.id(), officer, NOW))
                .extracting(Responsibility::kind)
                .containsExactlyInAnyOrder(ResponsibilityKind.TECHNICAL_USER, ResponsibilityKind.LOCAL_MANAGER);
    }

    @Test
    void what_the_person_is_in_another_quality_is_left_alone() {
        Responsibility elsewhere = hold(ResponsibilityKind.USER, officer, youthCare);

        replace(socialAction, officer);

        assertThat(access.responsibilitiesIn(youthCare.id(), officer, NOW)).containsExactly(elsewhere);
    }

    @Test
    void the_first_local_manager_has_none_before() {
        assertThat(replace(socialAction, officer)).isEmpty();
    }

    private Optional<PersonId> replace(Quality quality, PersonId person) {
        return localManagers.replace(
                quality, person, NOW, Basis.of(null, "local-manager-change", null, NOW, null, null));
    }

    private Responsibility hold(ResponsibilityKind kind, PersonId person, Quality quality) {
        var held = new Responsibility(
                UUID.randomUUID(),
                kind,
                cpas,
                quality.id(),
                null,
                person,
                LONG_AGO,
                noEnd(),
                access.save(Basis.of(null, "reference-data", null, LONG_AGO, null, null)));
        access.begin(held);
        return held;
    }

    private Quality quality(QualityKind kind) {
        return new Quality(
                new QualityId(UUID.randomUUID()), cpas, kind, "0999000034", null, NOW.minus(Duration.ofDays(900)));
    }

    private static void refusedWith(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(RejectedException.class, refused -> assertThat(refused.rejections())
                        .extracting(Rejection::code)
                        .isEqualTo(List.of(code)));
    }

    private static @Nullable Instant noEnd() {
        return null;
    }
}
