package be.designations.access;

import java.util.UUID;

/** Names a quality of an organisation. */
public record QualityId(UUID value) {}
