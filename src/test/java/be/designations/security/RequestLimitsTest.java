package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLimitsTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff, true",
        "2001:db8:0:1::1, 2001:db8:0:1:0:0:0:2, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
        "::ffff:203.0.113.7, ::ffff:203.0.113.8, false",
        "no:address, no:address, true",
        ":::, :::, true",
    })
    void of_an_address_of_the_new_kind_its_network_counts(String one, String other, boolean together) {
        assertThat(RequestLimits.network(one).equals(RequestLimits.network(other)))
                .isEqualTo(together);
    }
}
