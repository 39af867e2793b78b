package be.designations.access;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names a domain of CSAM: a group of applications, such as those of finances. */
public record DomainCode(String value) {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    /** Empty for what no domain can be called. */
    public static Optional<DomainCode> parse(String text) {
        return CODE.matcher(text).matches() ? Optional.of(new DomainCode(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
