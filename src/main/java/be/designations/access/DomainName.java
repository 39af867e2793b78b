package be.designations.access;

/** A domain of CSAM with what it is called. */
public record DomainName(DomainCode code, Translated name) {}
