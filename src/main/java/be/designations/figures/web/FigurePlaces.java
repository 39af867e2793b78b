package be.designations.figures.web;

import be.designations.figures.Area;
import be.designations.figures.Region;
import be.designations.pages.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parts of the country in words. */
final class FigurePlaces {

    private FigurePlaces() {}

    /** Each region with its provinces after it, by their codes. */
    static Map<String, String> options(Page page) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Region region : Region.values()) {
            String code = code(region);
            places.put(code, page.text("figures.place." + code));
            Arrays.stream(Area.values())
                    .filter(area -> area.region() == region && area != Area.BRUSSELS)
                    .forEach(area -> places.put(area.code(), "– " + page.text("figures.place." + area.code())));
        }
        return places;
    }

    /** The province, or the region where there is none. */
    static String name(Region region, String province, Page page) {
        return page.text(
                "figures.place." + Area.of(region, province).map(Area::code).orElse(code(region)));
    }

    static String name(Region region, Page page) {
        return page.text("figures.place." + code(region));
    }

    private static String code(Region region) {
        return region.name().toLowerCase(Locale.ROOT);
    }
}
