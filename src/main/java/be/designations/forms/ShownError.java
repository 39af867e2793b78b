package be.designations.forms;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A sentence for the person who fills in the form; it may be kept for the page to which this one leads.
 *
 * @param fieldKey the field it belongs to, null if to none
 */
public record ShownError(@Nullable String fieldKey, String message) implements Serializable {}
