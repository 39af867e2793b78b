package be.designations.identifier;

/** The sex that a NISS tells. */
public enum Sex {
    FEMALE,
    MALE
}
