package be.designations.casework;

import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dossiers that a person sees, the newest first, page by page. */
public interface CaseList {

    /**
     * Which dossiers are asked for.
     *
     * @param organisations only those about these organisations, or null for all
     * @param statuses      only those with one of these statuses; empty for any
     * @param text          part of the dossier number or of the name of the organisation, or null
     */
    record Query(
            @Nullable Set<OrganisationId> organisations,
            Set<String> statuses,
            @Nullable String text) {}

    /** One line of the list. */
    record Line(
            CaseId id,
            DossierNumber number,
            CaseKind kind,
            OrganisationId organisation,
            String organisationNameFr,
            String organisationNameNl,
            String organisationNameDe,
            Language letterLanguage,
            Instant openedAt,
            String status,
            Instant statusSince) {

        /** The name of the organisation in that language; English readers get the one of its letters. */
        public String organisationName(Language language) {
            return switch (language) {
                case FR -> organisationNameFr;
                case NL -> organisationNameNl;
                case DE -> organisationNameDe;
                case EN -> organisationName(letterLanguage);
            };
        }
    }

    /** A place in the list: that of this line. */
    record Cursor(Instant openedAt, CaseId id) {}

    /**
     * @param after where the page before ended, or null for the first page
     * @param size  1 to 101
     */
    List<Line> page(Query query, @Nullable Cursor after, int size);

    /**
     * The lines just before a place, in the order of the list.
     *
     * @param size 1 to 101
     */
    List<Line> pageBefore(Query query, Cursor before, int size);
}
