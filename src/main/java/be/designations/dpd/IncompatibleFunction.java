package be.designations.dpd;

/** Functions that do not go with watching over the data (B1: who decides does not control). */
public enum IncompatibleFunction {
    FUNCTIONAL_MANAGER,
    HEAD_OF_IT,
    INFORMATION_PROCESSING_MANAGER,
    HEAD_OF_HR,
    HEAD_OF_SERVICE
}
