package be.designations.figures;

/** A region of Belgium, by the name under which municipalities have it. */
public enum Region {
    FLANDERS,
    WALLONIA,
    BRUSSELS
}
