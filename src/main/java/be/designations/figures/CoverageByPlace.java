package be.designations.figures;

import be.designations.directory.Language;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The coverage of the country and of its parts.
 *
 * @param languages by official language; a CPAS of two languages counts in both
 */
public record CoverageByPlace(
        Coverage all, Map<Region, Coverage> regions, Map<Area, Coverage> areas, Map<Language, Coverage> languages) {

    public CoverageByPlace {
        regions = Map.copyOf(regions);
        areas = Map.copyOf(areas);
        languages = Map.copyOf(languages);
    }

    static CoverageByPlace of(List<CoverageLine> lines) {
        Coverage all = Coverage.NOTHING;
        Map<Region, Coverage> regions = new EnumMap<>(Region.class);
        Map<Area, Coverage> areas = new EnumMap<>(Area.class);
        Map<Language, Coverage> languages = new EnumMap<>(Language.class);
        Arrays.stream(Region.values()).forEach(region -> regions.put(region, Coverage.NOTHING));
        Arrays.stream(Area.values()).forEach(area -> areas.put(area, Coverage.NOTHING));
        Language.LETTERS.forEach(language -> languages.put(language, Coverage.NOTHING));
        for (CoverageLine line : lines) {
            all = all.and(line.coverage());
            regions.merge(line.region(), line.coverage(), Coverage::and);
            Area.of(line.region(), line.province())
                    .ifPresent(area -> areas.merge(area, line.coverage(), Coverage::and));
            line.languages().forEach(language -> languages.merge(language, line.coverage(), Coverage::and));
        }
        return new CoverageByPlace(all, regions, areas, languages);
    }
}
