package be.designations.security;

import be.designations.directory.SignInLevel;
import be.designations.identifier.Niss;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the claims of CSAM's authentication service say. <i>Source: B7.</i> */
final class OidcClaims {

    /** As in {@code urn:be:fedict:iam:fas:Level450} or {@code urn:be:fedict:iam:fas:citizen:Level100}. */
    private static final Pattern LEVEL = Pattern.compile("urn:be:fedict:iam:fas:(?:[a-z]+:)?Level([1-5][05]0)");

    private OidcClaims() {}

    /** The person's number; empty too for one that does not hold. */
    static Optional<Niss> niss(Map<String, Object> claims) {
        return claims.get("egovNRN") instanceof String number ? Niss.parse(number) : Optional.empty();
    }

    /** How surely the person was recognised; 0 when the claims do not say it. */
    static SignInLevel level(Map<String, Object> claims) {
        return new SignInLevel(Stream.of("acr", "amr")
                .flatMap(name -> texts(claims.get(name)))
                .map(LEVEL::matcher)
                .filter(matcher -> matcher.matches())
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(0));
    }

    private static Stream<String> texts(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf);
        }
        return claim == null ? Stream.empty() : Stream.of(claim.toString());
    }
}
