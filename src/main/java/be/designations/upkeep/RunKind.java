package be.designations.upkeep;

import java.util.Locale;

/** What is done with many at once; message keys {@code operations.run.<code>.…}. */
public enum RunKind {
    /** Mails that failed are sent again. */
    MAILS,
    /** Jobs of the engine that failed are run again. */
    JOBS,
    /** Dossiers are led over to the newest version of their process. */
    MIGRATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
