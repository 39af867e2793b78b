package be.designations.casework;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many Belgian working days steps may take, each at least 1 (D14).
 *
 * @param deadlines by {@link WorkKind#deadline}; what is absent takes as long as its kind of work says
 */
@ConfigurationProperties("designations")
public record DeadlineProperties(@DefaultValue Map<String, Integer> deadlines) {

    public DeadlineProperties {
        if (deadlines.values().stream().anyMatch(days -> days < 1)) {
            throw new IllegalArgumentException("designations.deadlines: each at least one working day");
        }
        deadlines = Map.copyOf(deadlines);
    }

    int daysFor(WorkKind kind) {
        return deadlines.getOrDefault(kind.deadline(), kind.days());
    }
}
