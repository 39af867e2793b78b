package be.designations.manual;

/** For whom a task of the manual is, in the order of its index. */
public enum ManualReader {
    EVERYBODY,
    CPAS,
    MANAGER,
    PRIMAWEB,
    ENTERPRISE,
    DESK,
    SUPPORT
}
