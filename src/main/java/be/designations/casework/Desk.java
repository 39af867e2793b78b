package be.designations.casework;

import be.designations.access.CapacityKind;
import be.designations.directory.OrganisationKind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For whom a piece of work is, and as what they do it. */
@SuppressWarnings("ImmutableEnumChecker") // A set made by Set.of does not change.
public enum Desk {
    /** Reviewers of the Crossroads Bank. */
    BCSS(OrganisationKind.BCSS, Set.of(CapacityKind.DPD_REVIEWER)),
    /** Approvers of SPP IS. */
    SPP_IS(OrganisationKind.SPP_IS, Set.of(CapacityKind.DPD_APPROVER)),
    /** Support staff of CSAM. */
    SUPPORT(OrganisationKind.SUPPORT, Set.of(CapacityKind.SUPPORT_AGENT)),
    /** Those of the case's organisation who may file: head of daily management, RAE, co-RAE. */
    FILERS(null, CapacityKind.DPD_FILERS),
    /** RAE and co-RAE of the case's organisation. */
    ENTITY_MANAGERS(null, CapacityKind.ENTITY_MANAGERS),
    /** Whoever holds a legal function in the case's organisation. */
    REPRESENTATIVES(null, CapacityKind.REPRESENTATIVES),
    /** Those who manage the rights of the case's quality: its local manager and co-managers, RAE and co-RAE of its entity (D2). */
    QUALITY_MANAGERS(null, CapacityKind.QUALITY_MANAGERS, true);

    private final @Nullable OrganisationKind office;
    private final Set<CapacityKind> staff;
    private final boolean ofQuality;

    Desk(@Nullable OrganisationKind office, Set<CapacityKind> staff) {
        this(office, staff, false);
    }

    Desk(@Nullable OrganisationKind office, Set<CapacityKind> staff, boolean ofQuality) {
        this.office = office;
        this.staff = staff;
        this.ofQuality = ofQuality;
    }

    /** The organisation whose desk it is, for every dossier; null when each entity has its own. */
    public @Nullable OrganisationKind office() {
        return office;
    }

    /** As what people work at it. */
    public Set<CapacityKind> staff() {
        return staff;
    }

    /** Whether each quality of an entity has its own, at which those of the whole entity work too. */
    public boolean isOfQuality() {
        return ofQuality;
    }
}
