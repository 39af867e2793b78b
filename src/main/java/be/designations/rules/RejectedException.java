package be.designations.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What was asked breaks a rule of the field; nothing was changed. */
public sealed class RejectedException extends RuntimeException permits TooManyException {

    private final transient List<Rejection> rejections;

    /** @param rejections at least one */
    public RejectedException(List<Rejection> rejections) {
        super(rejections.stream().map(Rejection::code).toList().toString());
        if (rejections.isEmpty()) {
            throw new IllegalArgumentException("a refusal names the rule that refuses");
        }
        this.rejections = List.copyOf(rejections);
    }

    public RejectedException(Rejection rejection) {
        this(List.of(rejection));
    }

    /** Throws when there is anything to refuse. */
    public static void throwIfAny(List<Rejection> rejections) {
        if (!rejections.isEmpty()) {
            throw new RejectedException(rejections);
        }
    }

    /** Throws when there is anything to refuse. */
    public static void throwIfAny(Optional<Rejection> rejection) {
        throwIfAny(rejection.stream().toList());
    }

    /** The same refusals, each where {@code placed} says that it was asked. */
    public RejectedException placed(UnaryOperator<Rejection> placed) {
        return new RejectedException(rejections.stream().map(placed).toList());
    }

    public List<Rejection> rejections() {
        return rejections;
    }
}
