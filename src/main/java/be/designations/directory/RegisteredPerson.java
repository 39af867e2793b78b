package be.designations.directory;

import be.designations.identifier.Niss;

/** What the National Register says of a person. */
public record RegisteredPerson(Niss niss, String lastName, String firstName) {}
