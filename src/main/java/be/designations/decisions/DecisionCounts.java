package be.designations.decisions;

import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** How many answers this node has given since it started. */
@Component
public class DecisionCounts {

    private final LongAdder permits = new LongAdder();
    private final LongAdder refusals = new LongAdder();

    void count(Decision decision) {
        (decision.isPermitted() ? permits : refusals).increment();
    }

    public long permits() {
        return permits.sum();
    }

    public long refusals() {
        return refusals.sum();
    }
}
