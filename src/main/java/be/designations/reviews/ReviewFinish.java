package be.designations.reviews;

import org.jspecify.annotations.Nullable;

/** What is remarked when a review is closed; the answers to {@code forms/review-finish.form}. */
record ReviewFinish(@Nullable String remark) {}
