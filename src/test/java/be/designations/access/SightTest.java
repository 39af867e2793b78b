package be.designations.access;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.Sight.Users;
import be.designations.directory.OrganisationId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each capacity lets a reader see; every capacity is in one of these tables. */
class SightTest {

    private final OrganisationId entity = OrganisationId.random();
    private final OrganisationId foreign = OrganisationId.random();
    private final QualityId own = new QualityId(UUID.randomUUID());
    private final QualityId other = new QualityId(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource(
            value = CapacityKind.class,
            names = {"DPD_REVIEWER", "DPD_APPROVER", "SUPPORT_AGENT"})
    void the_desks_see_all_of_every_entity_but_the_numbers_of_its_people(CapacityKind kind) {
        Sight sight = holding(kind, null);

        assertThat(sight.everything()).isTrue();
        assertThat(sight.sees(foreign)).isTrue();
        assertThat(sight.sees(foreign, other)).isTrue();
        assertThat(sight.users(foreign, other)).isEqualTo(Users.ALL);
        assertThat(sight.seesNiss(foreign)).isFalse();
        assertThat(sight.seesNiss(foreign, other)).isFalse();
        assertThat(sight.seesDossiers(foreign)).isTrue();
        assertThat(sight.seesReasons(foreign, null)).isTrue();
        assertThat(sight.seesReasons(foreign, other)).isTrue();
    }

    @Test
    void a_desk_that_manages_an_entity_too_sees_the_numbers_of_its_people_only() {
        Sight sight = new Sight(
                List.of(
                        new Capacity(CapacityKind.SUPPORT_AGENT, foreign, null),
                        new Capacity(CapacityKind.PRINCIPAL_ACCESS_MANAGER, entity, null)),
                true,
                Set.of(),
                Set.of(),
                Map.of());

        assertThat(sight.seesNiss(entity)).isTrue();
        assertThat(sight.seesNiss(entity, own)).isTrue();
        assertThat(sight.seesNiss(foreign)).isFalse();
        assertThat(sight.seesNiss(foreign, other)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = CapacityKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DPD_REVIEWER", "DPD_APPROVER", "SUPPORT_AGENT"})
    void nobody_else_sees_a_foreign_entity(CapacityKind kind) {
        Sight sight = holding(kind, own);

        assertThat(sight.everything()).isFalse();
        assertThat(sight.sees(foreign)).isFalse();
        assertThat(sight.sees(foreign, other)).isFalse();
        assertThat(sight.users(foreign, other)).isEqualTo(Users.NONE);
        assertThat(sight.seesNiss(foreign)).isFalse();
        assertThat(sight.seesNiss(foreign, other)).isFalse();
        assertThat(sight.seesDossiers(foreign)).isFalse();
        assertThat(sight.seesReasons(foreign, null)).isFalse();
        assertThat(sight.seesReasons(foreign, other)).isFalse();
        assertThat(sight.organisations()).containsExactly(entity);
    }

    /** Columns: users, NISS of the quality; the same of another quality; page of that; NISS of the entity; dossiers. */
    @ParameterizedTest
    @CsvSource({
        "PRINCIPAL_ACCESS_MANAGER,    ALL,                 true,  ALL,  true,  true,  true,  true",
        "CO_PRINCIPAL_ACCESS_MANAGER, ALL,                 true,  ALL,  true,  true,  true,  true",
        "HEAD_OF_DAILY_MANAGEMENT,    ALL,                 false, ALL,  false, true,  false, true",
        "DIRECTOR,                    ALL,                 false, ALL,  false, true,  false, true",
        "CHAIR,                       ALL,                 false, ALL,  false, true,  false, true",
        "LOCAL_MANAGER,               ALL,                 true,  NONE, false, true,  false, true",
        "CO_LOCAL_MANAGER,            ALL,                 true,  NONE, false, true,  false, false",
        "SUBDIVISION_MANAGER,         OF_OWN_SUBDIVISIONS, false, NONE, false, true,  false, false",
        "CO_SUBDIVISION_MANAGER,      OF_OWN_SUBDIVISIONS, false, NONE, false, true,  false, false",
        "TECHNICAL_USER,              NONE,                false, NONE, false, false, false, false",
        "USER,                        NONE,                false, NONE, false, false, false, false",
    })
    void each_sees_of_their_own_entity_what_they_manage_or_answer_for(
            CapacityKind kind,
            Users users,
            boolean niss,
            Users otherUsers,
            boolean otherNiss,
            boolean otherQuality,
            boolean entityNiss,
            boolean dossiers) {
        Sight sight = holding(kind, isOfQuality(kind) ? own : null);

        assertThat(sight.sees(entity)).isTrue();
        assertThat(sight.sees(entity, own)).isTrue();
        assertThat(sight.users(entity, own)).isEqualTo(users);
        assertThat(sight.seesNiss(entity, own)).isEqualTo(niss);
        assertThat(sight.users(entity, other)).isEqualTo(otherUsers);
        assertThat(sight.seesNiss(entity, other)).isEqualTo(otherNiss);
        assertThat(sight.sees(entity, other)).isEqualTo(otherQuality);
        assertThat(sight.seesNiss(entity)).isEqualTo(entityNiss);
        assertThat(sight.seesDossiers(entity)).isEqualTo(dossiers);
        assertThat(sight.seesReasons(entity, null)).isEqualTo(dossiers);
        assertThat(sight.seesReasons(entity, other)).isEqualTo(dossiers);
        assertThat(sight.seesReasons(entity, own)).isEqualTo(dossiers || kind == CapacityKind.CO_LOCAL_MANAGER);
    }

    private Sight holding(CapacityKind kind, @Nullable QualityId quality) {
        return new Sight(List.of(new Capacity(kind, entity, quality)), true, Set.of(own), Set.of(), Map.of());
    }

    @ParameterizedTest
    @EnumSource(CapacityKind.class)
    void who_is_not_recognised_surely_sees_who_manages_and_nothing_else_about_others(CapacityKind kind) {
        Sight sight = new Sight(
                List.of(new Capacity(kind, entity, isOfQuality(kind) ? own : null)),
                false,
                Set.of(own),
                Set.of(own, other),
                Map.of());

        assertThat(sight.sees(entity)).isTrue();
        assertThat(sight.sees(entity, own)).isTrue();
        for (QualityId quality : List.of(own, other)) {
            assertThat(sight.users(entity, quality)).isEqualTo(Users.NONE);
            assertThat(sight.seesReasons(entity, quality)).isFalse();
        }
        assertThat(sight.seesDossiers(entity)).isFalse();
        assertThat(sight.seeksPeople(entity)).isFalse();
        assertThat(sight.reach().ownSubdivisions()).isFalse();
        assertThat(sight.everything()).isFalse();
        assertThat(sight.sees(foreign)).isFalse();
        assertThat(sight.seesNiss(entity)).isFalse();
        assertThat(sight.seesNiss(entity, own)).isFalse();
    }

    @Test
    void the_local_manager_of_another_quality_than_social_action_sees_no_dossiers_but_reads_the_reasons_there() {
        Sight sight = new Sight(
                List.of(new Capacity(CapacityKind.LOCAL_MANAGER, entity, other)), true, Set.of(), Set.of(), Map.of());

        assertThat(sight.seesDossiers(entity)).isFalse();
        assertThat(sight.seesReasons(entity, other)).isTrue();
        assertThat(sight.seesReasons(entity, own)).isFalse();
        assertThat(sight.seesReasons(entity, null)).isFalse();
    }

    @Test
    void the_access_manager_of_a_domain_sees_the_users_where_the_domain_has_applications_without_their_niss() {
        var finance = new DomainCode("FINANCE");
        var name = new Translated("Finances", "Financiën", "Finanzen");
        for (CapacityKind kind : CapacityKind.DOMAIN_MANAGERS) {
            Sight sight = new Sight(
                    List.of(new Capacity(kind, entity, null, finance)),
                    true,
                    Set.of(),
                    Set.of(own),
                    Map.of(finance, name));

            assertThat(sight.sees(entity)).isTrue();
            assertThat(sight.sees(entity, other)).isTrue();
            assertThat(sight.users(entity, own)).isEqualTo(Users.ALL);
            assertThat(sight.users(entity, other)).isEqualTo(Users.NONE);
            assertThat(sight.seesNiss(entity, own)).isFalse();
            assertThat(sight.seesDossiers(entity)).isFalse();
            assertThat(sight.seeksPeople(entity)).isFalse();
            assertThat(sight.reach().usersOfQualities()).containsExactly(own);
            assertThat(sight.reach().usersOfWholes()).isEmpty();
            assertThat(sight.heldIn(entity)).containsExactly(new Sight.Held(kind, new DomainName(finance, name)));
        }
    }

    /** The pages leave out in memory what they may not show, the lists in SQL: both say the same. */
    @ParameterizedTest
    @EnumSource(CapacityKind.class)
    void what_queries_reach_is_what_is_seen(CapacityKind kind) {
        for (boolean sure : List.of(true, false)) {
            var held = new Capacity(kind, entity, isOfQuality(kind) ? own : null);
            Sight sight = new Sight(List.of(held), sure, Set.of(own), Set.of(), Map.of());
            Sight.Reach reach = sight.reach();

            assertThat(reach.everything()).isEqualTo(sight.everything());
            if (!reach.everything()) {
                for (OrganisationId organisation : List.of(entity, foreign)) {
                    assertThat(reach.organisations().contains(organisation)).isEqualTo(sight.sees(organisation));
                }
                for (QualityId quality : List.of(own, other)) {
                    assertThat(reach.wholes().contains(entity)
                                    || reach.qualities().contains(quality))
                            .isEqualTo(sight.sees(entity, quality));
                    assertThat(reach.usersOfWholes().contains(entity)
                                    || reach.usersOfQualities().contains(quality))
                            .isEqualTo(sight.users(entity, quality) == Users.ALL);
                }
            }
        }
    }

    private static boolean isOfQuality(CapacityKind kind) {
        return kind.compareTo(CapacityKind.LOCAL_MANAGER) >= 0 && kind.compareTo(CapacityKind.USER) <= 0;
    }
}
