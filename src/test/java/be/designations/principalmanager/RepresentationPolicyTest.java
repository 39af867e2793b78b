package be.designations.principalmanager;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.directory.Enterprises;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.RegisteredFunction;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepresentationPolicyTest {

    /** 23:30 in Belgium on 21 November, when it is 22:30 in UTC. */
    private static final Instant LATE = Instant.parse("2026-11-21T22:30:00Z");

    private static final Instant MIDNIGHT = Instant.parse("2026-11-21T23:00:00Z");

    private static final RegisteredEnterprise ENTERPRISE = new RegisteredEnterprise(
            EnterpriseNumber.withCheckDigits(9_990_003),
            "Alpha",
            "Alpha",
            "Alpha",
            "Rue Une 1",
            "1000",
            "Bruxelles",
            null);

    @Test
    void a_function_that_is_valid_now_is_recognised() {
        assertThat(of(LATE, function("2019-01-01T00:00:00Z", null)).recognition())
                .isEqualTo(Recognition.RECOGNISED);
    }

    @Test
    void a_function_holds_until_its_last_instant_and_not_at_the_next() {
        RegisteredFunction untilMidnight = function("2019-01-01T00:00:00Z", MIDNIGHT.toString());

        assertThat(of(MIDNIGHT.minusMillis(1), untilMidnight).recognition()).isEqualTo(Recognition.RECOGNISED);
        assertThat(of(MIDNIGHT, untilMidnight))
                .returns(Recognition.FUNCTION_ENDED, Representation::recognition)
                .returns(LocalDate.of(2026, 11, 21), Representation::day);
    }

    @Test
    void a_function_that_begins_tomorrow_is_told_with_its_day() {
        assertThat(of(LATE, function(MIDNIGHT.toString(), null)))
                .returns(Recognition.FUNCTION_TO_COME, Representation::recognition)
                .returns(LocalDate.of(2026, 11, 22), Representation::day);
    }

    @Test
    void of_several_functions_one_that_is_valid_counts() {
        assertThat(of(
                                LATE,
                                function("2010-01-01T00:00:00Z", "2015-01-01T00:00:00Z"),
                                function("2027-01-01T00:00:00Z", null),
                                function("2020-01-01T00:00:00Z", null))
                        .recognition())
                .isEqualTo(Recognition.RECOGNISED);
    }

    @Test
    void of_several_that_have_ended_the_last_one_is_told() {
        assertThat(of(
                        LATE,
                        function("2010-01-01T00:00:00Z", "2015-01-01T00:00:00Z"),
                        function("2016-01-01T00:00:00Z", "2018-06-30T22:00:00Z")))
                .returns(Recognition.FUNCTION_ENDED, Representation::recognition)
                .returns(LocalDate.of(2018, 6, 30), Representation::day);
    }

    @Test
    void nobody_without_a_function_is_recognised() {
        assertThat(of(LATE))
                .returns(Recognition.NO_FUNCTION, Representation::recognition)
                .returns(false, Representation::allowsStandard)
                .returns(true, Representation::allowsSpecial);
    }

    @Test
    void whoever_signs_in_more_weakly_than_itsme_goes_by_the_special_procedure() {
        var entry = new Enterprises.Entry(ENTERPRISE, Arrays.asList(function("2019-01-01T00:00:00Z", null)));

        assertThat(RepresentationPolicy.of(entry, new SignInLevel(449), LATE).recognition())
                .isEqualTo(Recognition.SIGN_IN_TOO_WEAK);
        assertThat(RepresentationPolicy.of(entry, SignInLevel.ITSME, LATE).recognition())
                .isEqualTo(Recognition.RECOGNISED);
    }

    private static Representation of(Instant now, RegisteredFunction... functions) {
        return RepresentationPolicy.of(
                new Enterprises.Entry(ENTERPRISE, Arrays.asList(functions)), SignInLevel.EID, now);
    }

    private static RegisteredFunction function(String from, @Nullable String until) {
        return new RegisteredFunction(
                LegalFunctionKind.DIRECTOR, Instant.parse(from), until == null ? null : Instant.parse(until));
    }
}
