package be.designations.directory;

import be.designations.identifier.EstablishmentUnitNumber;

/** A place where an organisation works, as the register of enterprises (BCE / KBO) knows it. */
public record EstablishmentUnit(EstablishmentUnitNumber number, String name, String postalCode, String locality) {}
