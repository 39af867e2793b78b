package be.designations.reports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report shows of the rights of an entity that have not ended. */
public enum ReportKind {
    /** Those that end within some days. */
    EXPIRING,
    /** Those by which no decision has permitted anything since they began, as far as that is written down. */
    UNUSED,
    /** Those of people whom nothing ties to the entity today. */
    UNRELATED,
    /** Those that last longer than their role allows. */
    TOO_LONG,
    /** Those of people who have, or will have, another role that excludes it (D20), wherever. */
    EXCLUDED;

    /** As addresses name it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReportKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
