package be.designations.demo;

import org.jspecify.annotations.Nullable;

/** The demonstration cannot start, for a reason that whoever started it can mend. */
class DemoStartException extends RuntimeException {

    private final String remedy;

    DemoStartException(String message, String remedy) {
        this(message, remedy, null);
    }

    DemoStartException(String message, String remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
