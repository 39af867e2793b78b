package be.designations.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.designations.identifier.InvalidIdentifierException.Reason;
import java.util.function.IntFunction;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmployerNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "0403019261, 0403.019.261",
        "0428759497, 0428.759.497",
        "0884303369, 0884.303.369",
        "0403.019.261, 0403.019.261",
        "403019261, 0403.019.261",
        "403.019.261, 0403.019.261",
        "BE0403019261, 0403.019.261",
        "'be 0403 019 261 ', 0403.019.261",
        "' BE 403.019.261', 0403.019.261",
        "BE-0403/019/261, 0403.019.261",
    })
    void the_usual_spellings_of_an_enterprise_number_are_read(String text, String formatted) {
        assertThat(EnterpriseNumber.of(text).formatted()).isEqualTo(formatted);
        assertThat(EnterpriseNumber.of(text)).hasToString(formatted);
        assertThat(EnterpriseNumber.isValid(text)).isTrue();
    }

    @Test
    void the_series_that_begins_with_1_is_open() {
        assertThat(EnterpriseNumber.withCheckDigits(10_000_001).value()).startsWith("1000000");
    }

    @Test
    void an_establishment_unit_number_is_read() {
        assertThat(EstablishmentUnitNumber.of("2297964444").formatted()).isEqualTo("2.297.964.444");
        assertThat(EstablishmentUnitNumber.of("2 297 964 444").value()).isEqualTo("2297964444");
    }

    @ParameterizedTest
    @CsvSource({
        "187995796, 187995796, 1879957-96",
        "168676597, 168676597, 1686765-97",
        "125482497, 125482497, 1254824-97",
        "1254824-97, 125482497, 1254824-97",
        "100006, 000100006, 0001000-06",
        "0001000-06, 000100006, 0001000-06",
        "0187995796, 187995796, 1879957-96",
        "5000000120, 5000000120, 50000001-20",
        "5999999989, 5999999989, 59999999-89",
    })
    void an_onss_number_is_read(String text, String value, String formatted) {
        assertThat(NssoNumber.of(text).value()).isEqualTo(value);
        assertThat(NssoNumber.of(text).formatted()).isEqualTo(formatted);
        assertThat(NssoNumber.of(text).isProvisional()).isEqualTo(value.startsWith("5"));
    }

    @ParameterizedTest
    @CsvSource({
        "43220065, 43220065, 432200-65",
        "02130057, 02130057, 021300-57",
        "22300094, 22300094, 223000-94",
        "05170096, 05170096, 051700-96",
        "55290097, 55290097, 552900-97",
        "2130057, 02130057, 021300-57",
        "0213.00-57, 02130057, 021300-57",
    })
    void a_ppl_number_is_read(String text, String value, String formatted) {
        assertThat(PplNumber.of(text).value()).isEqualTo(value);
        assertThat(PplNumber.of(text).formatted()).isEqualTo(formatted);
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE_NUMBER, 0431150351, CHECK_DIGITS",
        "ENTERPRISE_NUMBER, 0884303370, CHECK_DIGITS",
        "ENTERPRISE_NUMBER, 2297964444, DOMAIN",
        "ENTERPRISE_NUMBER, 40301926, LENGTH",
        "ENTERPRISE_NUMBER, 04030192610, LENGTH",
        "ENTERPRISE_NUMBER, BE, LENGTH",
        "ENTERPRISE_NUMBER, '', LENGTH",
        "ENTERPRISE_NUMBER, NL0403019261, NOT_NUMERIC",
        "ENTERPRISE_NUMBER, BEBE0403019261, NOT_NUMERIC",
        "ESTABLISHMENT_UNIT_NUMBER, 2297964445, CHECK_DIGITS",
        "ESTABLISHMENT_UNIT_NUMBER, 0403019261, DOMAIN",
        "ESTABLISHMENT_UNIT_NUMBER, 9297964444, DOMAIN",
        "ESTABLISHMENT_UNIT_NUMBER, 229796444, LENGTH",
        "ESTABLISHMENT_UNIT_NUMBER, BE2297964444, NOT_NUMERIC",
        "NSSO_NUMBER, 187995797, CHECK_DIGITS",
        "NSSO_NUMBER, 5000000121, CHECK_DIGITS",
        "NSSO_NUMBER, 100005, DOMAIN",
        "NSSO_NUMBER, 199999935, DOMAIN",
        "NSSO_NUMBER, 212345609, DOMAIN",
        "NSSO_NUMBER, 5000000119, DOMAIN",
        "NSSO_NUMBER, 5999999990, DOMAIN",
        "NSSO_NUMBER, 10000, LENGTH",
        "NSSO_NUMBER, 50000001200, LENGTH",
        "NSSO_NUMBER, 1879957_96, NOT_NUMERIC",
        "PPL_NUMBER, 43220066, CHECK_DIGITS",
        "PPL_NUMBER, 00000197, CHECK_DIGITS",
        "PPL_NUMBER, 00000101, DOMAIN",
        "PPL_NUMBER, 99999927, DOMAIN",
        "PPL_NUMBER, 97, LENGTH",
        "PPL_NUMBER, 043220065, LENGTH",
        "PPL_NUMBER, 4322O065, NOT_NUMERIC",
    })
    void what_breaks_a_rule_is_refused_with_its_reason(IdentifierKind kind, String text, Reason reason) {
        Typing.assertRefused(kind, text, reason);
    }

    @Test
    void fictitious_enterprise_numbers_begin_at_0999_000_000() {
        assertThat(Identifiers.enterpriseNumber(0).formatted()).startsWith("0999.000.0");
        assertThat(Identifiers.enterpriseNumber(580).formatted()).startsWith("0999.058.0");
        assertThat(Identifiers.enterpriseNumber(9_999).formatted()).startsWith("0999.999.9");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 20_000_000, Integer.MAX_VALUE})
    void no_enterprise_number_is_made_outside_the_domain(int stem) {
        assertOutsideDomain(EnterpriseNumber::withCheckDigits, stem);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 19_999_999, 90_000_000, Integer.MAX_VALUE})
    void no_establishment_unit_number_is_made_outside_the_domain(int stem) {
        assertOutsideDomain(EstablishmentUnitNumber::withCheckDigits, stem);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 999, 2_000_000, 50_000_000, 60_000_000, Integer.MAX_VALUE})
    void no_onss_number_is_made_outside_the_domain(int stem) {
        assertOutsideDomain(NssoNumber::withCheckDigits, stem);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 1_000_000, Integer.MAX_VALUE})
    void no_ppl_number_is_made_outside_the_domain(int stem) {
        assertOutsideDomain(PplNumber::withCheckDigits, stem);
    }

    private static void assertOutsideDomain(IntFunction<? extends Identifier> factory, int stem) {
        ThrowingCallable making = () -> factory.apply(stem);
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(making)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DOMAIN));
    }
}
