package be.designations.forms;

import org.jspecify.annotations.Nullable;

/**
 * How the page shows a field.
 *
 * @param width characters the input is wide, null for the whole column
 * @param rows lines of a textarea
 */
record FieldLook(@Nullable String autocomplete, @Nullable Integer width, int rows) {}
