package be.designations.casework;

import java.util.UUID;

/** Names one piece of work of a desk. */
public record WorkItemId(UUID value) {}
