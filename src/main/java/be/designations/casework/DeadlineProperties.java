package be.designations.casework;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Belgian working days for each step, each at least 1 (D14).
 *
 * @param opinion            for the opinion of the Crossroads Bank
 * @param completion         for completing a file; then it lapses
 * @param decision           for the decision of SPP IS
 * @param localManagerChange for changing the local manager
 */
@ConfigurationProperties("designations.deadlines")
public record DeadlineProperties(
        @DefaultValue("10") int opinion,
        @DefaultValue("20") int completion,
        @DefaultValue("10") int decision,
        @DefaultValue("5") int localManagerChange) {

    public DeadlineProperties {
        if (opinion < 1 || completion < 1 || decision < 1 || localManagerChange < 1) {
            throw new IllegalArgumentException("designations.deadlines: each at least one working day");
        }
    }
}
