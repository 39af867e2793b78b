package be.designations.casework;

import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The dossiers that a person sees, the newest first, page by page. */
public interface CaseList {

    /**
     * Which dossiers of a kind a person sees.
     *
     * @param organisations those about these organisations, or null for all
     * @param openedBy      besides those that this person opened, or null
     * @param about         besides those that are about this person, or null
     */
    record Seen(
            CaseKind kind,
            @Nullable Set<OrganisationId> organisations,
            @Nullable PersonId openedBy,
            @Nullable PersonId about) {

        public Seen {
            organisations = organisations == null ? null : Set.copyOf(organisations);
        }

        /** Every one of that kind. */
        public static Seen all(CaseKind kind) {
            return new Seen(kind, null, null, null);
        }

        /** Those about these organisations. */
        public static Seen of(CaseKind kind, Set<OrganisationId> organisations) {
            return new Seen(kind, organisations, null, null);
        }

        public Seen orOpenedBy(PersonId person) {
            return new Seen(kind, organisations, person, about);
        }

        public Seen orAbout(PersonId person) {
            return new Seen(kind, organisations, openedBy, person);
        }

        /** Whether that dossier is one of them. */
        public boolean covers(CaseFile dossier) {
            return dossier.kind().equals(kind)
                    && (organisations == null
                            || organisations.contains(dossier.organisation())
                            || dossier.openedBy().equals(openedBy)
                            || (about != null && about.equals(dossier.about())));
        }
    }

    /**
     * Which dossiers are asked for.
     *
     * @param seen          of these only
     * @param statuses      only those with one of these statuses; empty for any
     * @param text          part of the dossier number or of the name of the organisation, or null
     */
    record Query(
            List<Seen> seen, Set<String> statuses, @Nullable String text) {

        public Query {
            seen = List.copyOf(seen);
            statuses = Set.copyOf(statuses);
        }
    }

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
