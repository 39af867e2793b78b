package be.designations.limits;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param limits all of them */
@ConfigurationProperties("designations")
record LimitProperties(@DefaultValue Map<Limit, Rate> limits) {

    LimitProperties {
        for (Limit limit : Limit.values()) {
            if (!limits.containsKey(limit)) {
                throw new IllegalArgumentException("designations.limits." + limit.code() + " must be given");
            }
        }
        limits = new EnumMap<>(limits);
    }

    Rate of(Limit limit) {
        return Objects.requireNonNull(limits.get(limit));
    }

    /**
     * So many at once, and as many again over that time.
     *
     * @param most at least 1
     */
    record Rate(int most, Duration within) {

        Rate {
            if (most < 1 || within.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("designations.limits: at least 1, within at least a second");
            }
        }
    }
}
