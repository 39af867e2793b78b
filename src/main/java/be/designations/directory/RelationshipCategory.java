package be.designations.directory;

/** How a person is tied to the organisation that they work for (B4, D9). */
public enum RelationshipCategory {
    OFFICIAL,
    PERMANENT,
    EXTERNAL,
    OCCASIONAL,
    EXTERNAL_DPD
}
