package be.designations.casework.api;

import be.designations.casework.CaseStatus;

/** The name of a status of some kind of dossier, as a caller gives it to filter by; several kinds may know it. */
record StatusName(String value) {

    boolean isThatOf(CaseStatus status) {
        return status.name().equals(value);
    }
}
