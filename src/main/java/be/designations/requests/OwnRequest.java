package be.designations.requests;

import be.designations.casework.DossierNumber;
import be.designations.directory.OrganisationName;
import java.time.Instant;

/** A request as it stands in the list of whoever asked. */
public record OwnRequest(DossierNumber number, String role, OrganisationName entity, String status, Instant askedAt) {}
