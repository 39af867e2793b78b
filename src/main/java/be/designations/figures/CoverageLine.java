package be.designations.figures;

import be.designations.directory.Language;
import java.util.List;

/** The coverage of the CPAS of a region whose municipalities have the same province and languages. */
public record CoverageLine(Region region, String province, List<Language> languages, Coverage coverage) {

    public CoverageLine {
        languages = List.copyOf(languages);
    }
}
