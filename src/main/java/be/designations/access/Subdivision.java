package be.designations.access;

/** A part of a quality whose users have managers of their own (D5). */
public record Subdivision(SubdivisionId id, QualityId quality, String name) {}
