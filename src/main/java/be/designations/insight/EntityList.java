package be.designations.insight;

import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.EnterpriseNumber;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entities by name, page by page. */
public interface EntityList {

    /** How many the pages of the application show. */
    int A_PAGE = 25;

    /** How many the pages show that tell in detail what a person is and was in each, and why. */
    int A_DETAILED_PAGE = 10;

    /**
     * Which entities, in which order.
     *
     * @param among    only these, or null for all
     * @param typed    words of a name in any language, an enterprise number or its beginning, a postal code, or words
     *                 with a postal code; blank for all
     * @param language in which the names are sorted
     */
    record Query(@Nullable Set<OrganisationId> among, String typed, Language language) {}

    /**
     * From which entity on.
     *
     * @param number   the last entity of the page before, or the first one of the page after
     * @param backward whether the page before that entity is asked for
     */
    record Cursor(EnterpriseNumber number, boolean backward) {}

    /**
     * One entity of the list.
     *
     * @param hasOfficer whether a DPD mandate runs, or null where none is asked for
     */
    record Line(
            OrganisationId id,
            EnterpriseNumber number,
            String name,
            OrganisationKind kind,
            String postalCode,
            String locality,
            @Nullable Boolean hasOfficer) {}

    /**
     * One page.
     *
     * @param previous where the page before is found, or null on the first one
     * @param next     where the page after is found, or null on the last one
     */
    record Page(
            List<Line> lines,
            @Nullable Cursor previous,
            @Nullable Cursor next) {

        public Page {
            lines = List.copyOf(lines);
        }

        /** Of the entities on it. */
        public List<OrganisationId> ids() {
            return lines.stream().map(Line::id).toList();
        }
    }

    /**
     * @param cursor null for the first page
     * @param size   1 to 100
     */
    Page page(Query query, @Nullable Cursor cursor, int size, Instant at);
}
