package be.designations.management;

import static be.designations.access.ResponsibilityKind.ACCESS_MANAGER;
import static be.designations.access.ResponsibilityKind.CO_ACCESS_MANAGER;
import static be.designations.access.ResponsibilityKind.CO_LOCAL_MANAGER;
import static be.designations.access.ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER;
import static be.designations.access.ResponsibilityKind.LOCAL_MANAGER;
import static be.designations.access.ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER;
import static be.designations.access.ResponsibilityKind.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.RelationshipCategory;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final @Nullable LocalDate OPEN = null;
    private static final @Nullable Integer NO_LIMIT = null;

    private final Organisation cpas = organisation(OrganisationKind.CPAS, 9_990_000);

    @ParameterizedTest
    @CsvSource({
        "USER, LOCAL_MANAGER",
        "USER, CO_LOCAL_MANAGER",
        "USER, USER",
        "CO_LOCAL_MANAGER, LOCAL_MANAGER",
        "CO_LOCAL_MANAGER, CO_LOCAL_MANAGER",
        "CO_PRINCIPAL_ACCESS_MANAGER, PRINCIPAL_ACCESS_MANAGER",
        "CO_SUBDIVISION_MANAGER, SUBDIVISION_MANAGER",
        "ACCESS_MANAGER, ACCESS_MANAGER",
        "CO_ACCESS_MANAGER, ACCESS_MANAGER",
        "CO_ACCESS_MANAGER, CO_ACCESS_MANAGER",
        "TECHNICAL_USER, TECHNICAL_USER"
    })
    void nobody_is_named_what_they_are_or_below(ResponsibilityKind wanted, ResponsibilityKind held) {
        assertThat(OneRoleAQualityPolicy.check(wanted, List.of(held)))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.code()).isEqualTo("management.is-already." + held.name()));
    }

    @Test
    void who_rises_leaves_the_lower_place() {
        assertThat(OneRoleAQualityPolicy.check(LOCAL_MANAGER, List.of(USER))).isEmpty();
        assertThat(OneRoleAQualityPolicy.leftBy(LOCAL_MANAGER)).containsExactlyInAnyOrder(USER, CO_LOCAL_MANAGER);
        assertThat(OneRoleAQualityPolicy.check(CO_LOCAL_MANAGER, List.of(USER))).isEmpty();
        assertThat(OneRoleAQualityPolicy.leftBy(CO_LOCAL_MANAGER)).containsExactly(USER);
        assertThat(OneRoleAQualityPolicy.check(ACCESS_MANAGER, List.of(CO_ACCESS_MANAGER)))
                .isEmpty();
        assertThat(OneRoleAQualityPolicy.leftBy(ACCESS_MANAGER)).containsExactly(CO_ACCESS_MANAGER);
        assertThat(OneRoleAQualityPolicy.leftBy(CO_ACCESS_MANAGER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ResponsibilityKind.class)
    void of_all_only_the_principal_manager_is_replaced_and_never_removed(ResponsibilityKind kind) {
        assertThat(PrincipalManagerStaysPolicy.check(kind).isPresent()).isEqualTo(kind == PRINCIPAL_ACCESS_MANAGER);
    }

    @Test
    void a_co_principal_manager_may_be_removed() {
        assertThat(PrincipalManagerStaysPolicy.check(CO_PRINCIPAL_ACCESS_MANAGER))
                .isEmpty();
    }

    @Test
    void a_period_of_one_day_is_a_period() {
        assertThat(PeriodPolicy.check(TODAY, TODAY, NO_LIMIT, TODAY)).isEmpty();
        assertThat(PeriodPolicy.check(TODAY, OPEN, NO_LIMIT, TODAY)).isEmpty();
    }

    @Test
    void a_period_begins_today_at_the_earliest_and_ends_after_it_began() {
        assertThat(PeriodPolicy.check(TODAY.minusDays(1), OPEN, NO_LIMIT, TODAY))
                .contains(Rejection.ofField("management.begins-in-the-past", "firstDay"));
        assertThat(PeriodPolicy.check(TODAY.plusDays(2), TODAY.plusDays(1), NO_LIMIT, TODAY))
                .contains(Rejection.ofField("management.ends-before-it-begins", "lastDay"));
    }

    @Test
    void a_role_with_a_longest_duration_needs_an_end_within_it() {
        assertThat(PeriodPolicy.check(TODAY, TODAY.plusMonths(12), 12, TODAY)).isEmpty();
        assertThat(PeriodPolicy.check(TODAY, TODAY.plusMonths(12).plusDays(1), 12, TODAY))
                .contains(Rejection.ofField("management.period-too-long", "lastDay", 12));
        assertThat(PeriodPolicy.check(TODAY, OPEN, 12, TODAY))
                .contains(Rejection.ofField("management.end-needed", "lastDay", 12));
    }

    @Test
    void who_is_tied_to_the_entity_needs_no_declaration() {
        assertThat(WorkingRelationshipPolicy.check(USER, true, null, TODAY)).isEmpty();
        assertThat(WorkingRelationshipPolicy.check(USER, false, null, TODAY))
                .containsExactly(Rejection.ofField("management.no-working-relationship", "category"));
    }

    @Test
    void a_declared_tie_gives_address_and_telephone() {
        assertThat(WorkingRelationshipPolicy.check(
                        USER, false, declared("a@b.example", "+32 81 00 00 00", OPEN), TODAY))
                .isEmpty();
        assertThat(WorkingRelationshipPolicy.check(USER, false, declared("a@b", "zéro", TODAY.minusDays(1)), TODAY))
                .extracting(Rejection::field)
                .containsExactly("email", "phone", "relationshipLastDay");
    }

    @Test
    void who_manages_the_whole_entity_is_of_its_staff() {
        var occasional =
                new RelationshipDeclaration(RelationshipCategory.OCCASIONAL, "a@b.example", "+32 81 00 00 00", OPEN);

        assertThat(WorkingRelationshipPolicy.check(CO_PRINCIPAL_ACCESS_MANAGER, false, occasional, TODAY))
                .containsExactly(Rejection.ofField("management.not-of-the-staff", "category"));
        assertThat(WorkingRelationshipPolicy.check(CO_LOCAL_MANAGER, false, occasional, TODAY))
                .isEmpty();
        assertThat(WorkingRelationshipPolicy.allowing(CO_PRINCIPAL_ACCESS_MANAGER))
                .containsExactlyInAnyOrder(RelationshipCategory.OFFICIAL, RelationshipCategory.PERMANENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@b", "a b@c.be", "a@b.be\u0000", "a@b@c.be", "@b.be", "a@.b"})
    void what_is_no_address_is_refused(String typed) {
        assertThat(WorkingRelationshipPolicy.isEmail(typed)).isFalse();
    }

    @Test
    void the_number_of_an_enterprise_is_the_entitys_own() {
        assertThat(QualityActivationPolicy.identifier(
                        cpas, QualityKind.YOUTH_CARE, cpas.enterpriseNumber().formatted()))
                .isEqualTo(cpas.enterpriseNumber().value());
        assertThatThrownBy(() -> QualityActivationPolicy.identifier(
                        cpas,
                        QualityKind.YOUTH_CARE,
                        EnterpriseNumber.withCheckDigits(9_990_001).value()))
                .isInstanceOf(RejectedException.class);
    }

    @Test
    void a_good_number_of_another_type_is_named_as_such() {
        assertThat(refusal(QualityKind.PPL_EMPLOYER, "187995796"))
                .isEqualTo("management.identifier-of-another-type.PPL_NUMBER");
        assertThat(refusal(QualityKind.NSSO_EMPLOYER, cpas.enterpriseNumber().value()))
                .isEqualTo("management.identifier-of-another-type.NSSO_NUMBER");
        assertThat(refusal(QualityKind.PPL_EMPLOYER, "43220066"))
                .isEqualTo("management.identifier-unreadable.PPL_NUMBER");
        assertThat(QualityActivationPolicy.identifier(cpas, QualityKind.PPL_EMPLOYER, "43220065"))
                .isEqualTo("43220065");
    }

    @Test
    void social_action_is_the_quality_of_a_cpas() {
        assertThat(QualityActivationPolicy.check(cpas, QualityKind.SOCIAL_ACTION))
                .isEmpty();
        assertThat(QualityActivationPolicy.check(
                        organisation(OrganisationKind.ENTERPRISE, 9_990_002), QualityKind.SOCIAL_ACTION))
                .isPresent();
    }

    @Test
    void the_last_day_is_a_whole_day_in_belgium() {
        assertThat(Days.endOf(LocalDate.of(2026, 3, 28))).isEqualTo("2026-03-28T23:00:00Z");
        assertThat(Days.endOf(LocalDate.of(2026, 3, 29))).isEqualTo("2026-03-29T22:00:00Z");
    }

    @Test
    void what_begins_today_begins_now() {
        Instant now = Instant.parse("2026-03-02T09:00:00Z");

        assertThat(Days.startOf(TODAY, now)).isEqualTo(now);
        assertThat(Days.startOf(TODAY.plusDays(1), now)).isEqualTo("2026-03-02T23:00:00Z");
    }

    @Test
    void words_are_kept_without_what_the_database_refuses() {
        assertThat(Words.ofReason(" Départ\u0000 \n en pension ")).isEqualTo("Départ  \n en pension");
        assertThat(Words.ofReason("  ")).isNull();
        assertThatThrownBy(() -> Words.ofReason("x".repeat(1_001))).isInstanceOf(RejectedException.class);
    }

    private String refusal(QualityKind kind, String typed) {
        return catchThrowableOfType(
                        RejectedException.class, () -> QualityActivationPolicy.identifier(cpas, kind, typed))
                .rejections()
                .get(0)
                .code();
    }

    private static RelationshipDeclaration declared(String email, String phone, @Nullable LocalDate lastDay) {
        return new RelationshipDeclaration(RelationshipCategory.PERMANENT, email, phone, lastDay);
    }

    private static Organisation organisation(OrganisationKind kind, int stem) {
        return new Organisation(
                new OrganisationId(UUID.randomUUID()),
                EnterpriseNumber.withCheckDigits(stem),
                "Nom",
                "Naam",
                "Name",
                kind,
                null,
                Language.FR,
                List.of(),
                "info@test.example",
                "",
                "5000",
                "",
                Instant.parse("2020-01-01T00:00:00Z"));
    }
}
