package be.designations.requests;

import org.jspecify.annotations.Nullable;

/** What is remarked when a request ends undecided; the answers to {@code forms/right-request-end.form}. */
record RightRequestEnd(@Nullable String remark) {}
