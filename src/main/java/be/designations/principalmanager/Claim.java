package be.designations.principalmanager;

/**
 * What somebody says of a mandate that the register does not show.
 *
 * @param explanation from which act it comes; up to 2,000 characters
 */
public record Claim(Ground ground, String explanation) {}
