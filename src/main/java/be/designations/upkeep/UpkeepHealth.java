package be.designations.upkeep;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * The same for a monitor, on the management port. What is in trouble here makes no node unfit: mails wait, registers are asked again. So
 * its status is none of those that decide whether a node gets requests.
 */
@Component("upkeep")
class UpkeepHealth implements HealthIndicator {

    static final Status TROUBLE = new Status("TROUBLE");

    private final SignsOfLife signs;

    UpkeepHealth(SignsOfLife signs) {
        this.signs = signs;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        List<SignOfLife> found = signs.read();
        if (signs.areOld(found)) {
            health.status(TROUBLE).withDetail("looked", "long ago");
        }
        for (SignOfLife sign : found) {
            String trouble = sign.trouble();
            if (trouble != null) {
                health.status(TROUBLE);
            }
            health.withDetail(sign.name(), trouble == null ? sign.checkedAt() == null ? "unknown" : "good" : trouble);
        }
        return health.build();
    }
}
