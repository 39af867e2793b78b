package be.designations.casework;

import java.util.List;

/** The statuses of the dossiers of one module, as it names and colours them. */
public interface StatusesOfKind {

    /** Those that a dossier can have, in the order of its life; message key {@code status.<status>}. */
    List<String> all();

    /** The tone of the tag of one of them, as in {@link CaseStatuses#tone}. */
    String tone(String status);
}
