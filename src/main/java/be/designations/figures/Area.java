package be.designations.figures;

import be.designations.casework.Province;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A province, or Brussels, which has none; by the French name under which municipalities have it. */
public enum Area {
    WEST_FLANDERS(Region.FLANDERS, "Flandre occidentale"),
    EAST_FLANDERS(Region.FLANDERS, "Flandre orientale"),
    ANTWERP(Region.FLANDERS, "Anvers"),
    LIMBURG(Region.FLANDERS, "Limbourg"),
    FLEMISH_BRABANT(Region.FLANDERS, "Brabant flamand"),
    WALLOON_BRABANT(Region.WALLONIA, "Brabant wallon"),
    HAINAUT(Region.WALLONIA, "Hainaut"),
    NAMUR(Region.WALLONIA, "Namur"),
    LIEGE(Region.WALLONIA, "Liège"),
    LUXEMBOURG(Region.WALLONIA, "Luxembourg"),
    BRUSSELS(Region.BRUSSELS, "");

    private final Region region;
    private final String province;

    Area(Region region, String province) {
        this.region = region;
        this.province = province;
    }

    public Region region() {
        return region;
    }

    public String province() {
        return province;
    }

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Under which its name stands in the bundles: Brussels has that of its region. */
    public String nameKey() {
        return this == BRUSSELS ? region.nameKey() : new Province(province).nameKey();
    }

    /** Empty for a province that no municipality of the country has. */
    public static Optional<Area> of(Region region, String province) {
        return Arrays.stream(values())
                .filter(area -> area.region == region && area.province.equals(province))
                .findFirst();
    }
}
