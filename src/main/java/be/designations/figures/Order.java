package be.designations.figures;

/**
 * In which order a list is read.
 *
 * @param column as the store of the list knows it; what it does not know is its usual order
 */
public record Order(String column, boolean ascending) {}
