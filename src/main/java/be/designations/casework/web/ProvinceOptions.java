package be.designations.casework.web;

import be.designations.casework.Province;
import be.designations.pages.Page;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The provinces as a reader chooses among them. */
public final class ProvinceOptions {

    private ProvinceOptions() {}

    /** Their names by their codes, in the order of the alphabet of the reader. */
    public static Map<String, String> of(List<Province> provinces, Page page) {
        Map<String, String> options = new LinkedHashMap<>();
        provinces.stream()
                .sorted(Comparator.comparing(
                        (Province province) -> name(province, page), Collator.getInstance(page.locale())))
                .forEach(province -> options.put(province.code(), name(province, page)));
        return options;
    }

    // Municipalities are data: one of a province that the bundles do not know yet is found all the same.
    private static String name(Province province, Page page) {
        return page.textIfAny(province.nameKey()).orElse(province.nameFr());
    }
}
