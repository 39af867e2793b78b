package be.designations.casework;

import be.designations.directory.OrganisationKind;

/** Where in a dossier somebody works: at one of the offices, or for the entity that it is about. Colleagues share a side. */
public enum Side {
    BCSS,
    SPP_IS,
    SUPPORT,
    ENTITY;

    /** Where that desk is. */
    public static Side of(Desk desk) {
        OrganisationKind office = desk.office();
        return office == null ? ENTITY : valueOf(office.name());
    }
}
