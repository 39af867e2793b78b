package be.designations.forms;

import org.jspecify.annotations.Nullable;

/**
 * A sentence for the person who fills in the form.
 *
 * @param fieldKey the field it belongs to, null if to none
 */
public record ShownError(@Nullable String fieldKey, String message) {}
