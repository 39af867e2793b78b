package be.designations.mandate;

import org.jspecify.annotations.Nullable;

/** What people answer when they take a step with the end of a mandate; a record of the fields of its form. */
public interface MandateAnswers {

    /** The resignation is taken back; {@code forms/mandate-end-back.form}. */
    record TakingBack(@Nullable String reason) {}
}
