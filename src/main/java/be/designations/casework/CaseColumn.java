package be.designations.casework;

import java.util.List;

/**
 * A column of the list of dossiers, declared once: its heading, its cells, whether the list can be filtered and sorted by it
 * and its place in the file follow. Every kind has those of {@link #COMMON}; a kind declares its own beside its steps.
 *
 * @param key   of its heading, {@code column.<key>}; the last part is its name in the database, with {@code _} for {@code -}
 * @param codes of a {@link Type#CODE} those that there are, each with its words under {@code column.<key>.<code>}: the list
 *              can be filtered by them
 * @param sorts whether the list can be sorted by it; the database has an index for it
 */
public record CaseColumn(String key, Type type, List<String> codes, boolean sorts) {

    /** What its cells show. */
    public enum Type {
        /** The number of the dossier, which leads to it. */
        NUMBER,
        KIND,
        ORGANISATION,
        STATUS,
        DAY,
        CODE
    }

    public static final CaseColumn NUMBER = common("number", Type.NUMBER);
    public static final CaseColumn KIND = common("kind", Type.KIND);
    public static final CaseColumn ORGANISATION = common("organisation", Type.ORGANISATION);
    public static final CaseColumn OPENED = new CaseColumn("opened", Type.DAY, List.of(), true);
    public static final CaseColumn STATUS = common("status", Type.STATUS);
    public static final CaseColumn SINCE = new CaseColumn("since", Type.DAY, List.of(), true);

    /** What every dossier has. */
    public static final List<CaseColumn> COMMON = List.of(NUMBER, KIND, ORGANISATION, OPENED, STATUS, SINCE);

    public CaseColumn {
        codes = List.copyOf(codes);
    }

    private static CaseColumn common(String key, Type type) {
        return new CaseColumn(key, type, List.of(), false);
    }

    /** A moment, shown as the day on which it lies. */
    public static CaseColumn day(String key) {
        return new CaseColumn(key, Type.DAY, List.of(), false);
    }

    /** One of these codes. */
    public static CaseColumn code(String key, String... codes) {
        return new CaseColumn(key, Type.CODE, List.of(codes), false);
    }

    /** Its name in the database. */
    public String name() {
        return key.substring(key.lastIndexOf('.') + 1).replace('-', '_');
    }
}
