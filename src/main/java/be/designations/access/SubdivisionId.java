package be.designations.access;

import java.util.UUID;

/** Names a subdivision of a quality. */
public record SubdivisionId(UUID value) {}
