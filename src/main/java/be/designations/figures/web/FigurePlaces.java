package be.designations.figures.web;

import be.designations.figures.Area;
import be.designations.figures.Region;
import be.designations.pages.Page;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of the country in words. */
final class FigurePlaces {

    private FigurePlaces() {}

    /** Each region with its provinces after it, by their codes. */
    static Map<String, String> options(Page page) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Region region : Region.values()) {
            places.put(region.code(), name(region, page));
            Arrays.stream(Area.values())
                    .filter(area -> area.region() == region && area != Area.BRUSSELS)
                    .forEach(area -> places.put(area.code(), "– " + page.text(area.nameKey())));
        }
        return places;
    }

    /** The province, or the region where there is none. */
    static String name(Region region, String province, Page page) {
        return page.text(Area.of(region, province).map(Area::nameKey).orElse(region.nameKey()));
    }

    static String name(Region region, Page page) {
        return page.text(region.nameKey());
    }
}
