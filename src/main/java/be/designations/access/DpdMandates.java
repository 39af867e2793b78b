package be.designations.access;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Optional;

/** What the access rules must know of the register of data protection officers. */
public interface DpdMandates {

    /** The person whose mandate for that CPAS runs at that instant. */
    Optional<PersonId> dataProtectionOfficer(OrganisationId cpas, Instant at);
}
