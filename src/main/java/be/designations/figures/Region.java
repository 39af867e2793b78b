package be.designations.figures;

import java.util.Locale;

/** A region of Belgium, by the name under which municipalities have it. */
public enum Region {
    FLANDERS,
    WALLONIA,
    BRUSSELS;

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Under which its name stands in the bundles. */
    public String nameKey() {
        return "figures.region." + code();
    }
}
