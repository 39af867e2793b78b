package be.designations.reviews;

/** How much a campaign would ask. */
public record ScopeCounts(int qualities, int people, int rights) {}
