package be.designations.rules;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** It was asked too often: the same request is taken again later. */
public final class TooManyException extends RejectedException {

    private final Duration wait;

    /** @param wait until one more is taken, rounded up to whole seconds */
    public TooManyException(Rejection rejection, Duration wait) {
        this(List.of(rejection), wait);
    }

    private TooManyException(List<Rejection> rejections, Duration wait) {
        super(rejections);
        this.wait = wait;
    }

    @Override
    public TooManyException placed(UnaryOperator<Rejection> placed) {
        return new TooManyException(rejections().stream().map(placed).toList(), wait);
    }

    /** At least 1. */
    public long seconds() {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
