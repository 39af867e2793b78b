package be.designations.casework;

import java.util.UUID;

/** Names a dossier inside the program; people use the {@link DossierNumber}. */
public record CaseId(UUID value) {}
