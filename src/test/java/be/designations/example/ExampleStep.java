package be.designations.example;

import org.springframework.stereotype.Component;

/** What a version of the example does by itself; it fails as long as a test wants it to. */
@Component("exampleStep")
public class ExampleStep {

    private volatile boolean failing;

    void isFailing(boolean nowFailing) {
        failing = nowFailing;
    }

    /** Called by the model. */
    public boolean run() {
        if (failing) {
            throw new IllegalStateException("Somebody with 85.07.30-033.28 could not be told: connection timed out");
        }
        return true;
    }
}
