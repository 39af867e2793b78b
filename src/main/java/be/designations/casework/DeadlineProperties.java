package be.designations.casework;

import java.util.stream.IntStream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Belgian working days for each step, each at least 1 (D14).
 *
 * @param opinion            for the opinion of the Crossroads Bank
 * @param completion         for completing a file; then it lapses
 * @param decision           for the decision of SPP IS
 * @param localManagerChange for changing the local manager
 * @param mandateVerification for verifying a mandate that the register of enterprises does not show
 * @param managerReplacement for replacing a manager whose tie to the entity has ended
 */
@ConfigurationProperties("designations.deadlines")
public record DeadlineProperties(
        @DefaultValue("10") int opinion,
        @DefaultValue("20") int completion,
        @DefaultValue("10") int decision,
        @DefaultValue("5") int localManagerChange,
        @DefaultValue("10") int mandateVerification,
        @DefaultValue("5") int managerReplacement) {

    public DeadlineProperties {
        if (IntStream.of(opinion, completion, decision, localManagerChange, mandateVerification, managerReplacement)
                .anyMatch(days -> days < 1)) {
            throw new IllegalArgumentException("designations.deadlines: each at least one working day");
        }
    }
}
