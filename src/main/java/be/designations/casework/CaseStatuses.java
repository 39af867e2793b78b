package be.designations.casework;

import java.util.List;

/** The statuses of dossiers, as the modules that own them name and colour them. */
public interface CaseStatuses {

    /** Those that a dossier can have, in the order of its life; message key {@code status.<status>}. */
    List<String> all();

    /** The tone of its tag: {@code active}, {@code waiting}, {@code positive}, {@code negative} or {@code neutral}. */
    String tone(String status);
}
