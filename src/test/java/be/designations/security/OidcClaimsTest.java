package be.designations.security;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.identifier.Niss;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OidcClaimsTest {

    @Test
    void the_level_is_the_highest_that_a_claim_names() {
        assertThat(level(Map.of("amr", List.of("eid", "urn:be:fedict:iam:fas:Level500"))))
                .isEqualTo(500);
        assertThat(level(Map.of("amr", List.of("bmid", "urn:be:fedict:iam:fas:Level450"), "acr", "1")))
                .isEqualTo(450);
        assertThat(level(Map.of("acr", "urn:be:fedict:iam:fas:Level350", "amr", "urn:be:fedict:iam:fas:Level200")))
                .isEqualTo(350);
        assertThat(level(Map.of("acr", "urn:be:fedict:iam:fas:citizen:Level100")))
                .isEqualTo(100);
    }

    @Test
    void what_names_no_level_is_level_0() {
        assertThat(level(Map.of())).isZero();
        assertThat(level(Map.of("acr", "0", "amr", List.of("pwd")))).isZero();
        assertThat(level(Map.of("acr", "urn:be:fedict:iam:fas:Level900"))).isZero();
        assertThat(level(Map.of("acr", "xurn:be:fedict:iam:fas:Level500"))).isZero();
    }

    @Test
    void a_number_that_does_not_hold_is_none() {
        assertThat(OidcClaims.niss(Map.of("egovNRN", "85073003328"))).contains(Niss.of("85073003328"));
        assertThat(OidcClaims.niss(Map.of("egovNRN", "85073003329"))).isEmpty();
        assertThat(OidcClaims.niss(Map.of("egovNRN", 85073003328L))).isEmpty();
        assertThat(OidcClaims.niss(Map.of("sub", "85073003328"))).isEmpty();
    }

    private static int level(Map<String, Object> claims) {
        return OidcClaims.level(claims).value();
    }
}
