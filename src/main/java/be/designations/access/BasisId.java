package be.designations.access;

import java.util.UUID;

/** Names the decision that gave, confirmed or ended a responsibility or right. */
public record BasisId(UUID value) {}
