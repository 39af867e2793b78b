package be.designations.directory;

import be.designations.identifier.Niss;
import org.jspecify.annotations.Nullable;

/**
 * That the National Register no longer uses a number (B5).
 *
 * @param replacedBy the number that stands for the person now, or null when it was cancelled
 */
public record WithdrawnNiss(Niss niss, @Nullable Niss replacedBy) {}
