package be.designations.casework;

import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open work of desks, soonest due first, page by page. */
public interface WorkList {

    /**
     * Whose work is asked for.
     *
     * @param centralDesks      desks whose work is for every organisation
     * @param filersOf          organisations for which the work of {@link Desk#FILERS} is asked
     * @param entityManagersOf  organisations for which the work of {@link Desk#ENTITY_MANAGERS} is asked
     * @param assignee          only what that person has taken, or null for all
     * @param onlyFree          only what nobody has taken
     */
    record Query(
            Set<Desk> centralDesks,
            Set<OrganisationId> filersOf,
            Set<OrganisationId> entityManagersOf,
            @Nullable PersonId assignee,
            boolean onlyFree) {

        public Query {
            centralDesks = Set.copyOf(centralDesks);
            filersOf = Set.copyOf(filersOf);
            entityManagersOf = Set.copyOf(entityManagersOf);
        }

        /** All the work of these desks. */
        public Query(Set<Desk> centralDesks, Set<OrganisationId> filersOf, Set<OrganisationId> entityManagersOf) {
            this(centralDesks, filersOf, entityManagersOf, null, false);
        }

        /** Of this work only what that person has taken. */
        public Query takenBy(PersonId person) {
            return new Query(centralDesks, filersOf, entityManagersOf, person, false);
        }

        /** Of this work only what nobody has taken. */
        public Query free() {
            return new Query(centralDesks, filersOf, entityManagersOf, null, true);
        }

        /** Whether the work of that desk for that organisation is asked for, whoever has taken it. */
        public boolean asksFor(Desk desk, OrganisationId organisation) {
            return switch (desk) {
                case BCSS, SPP_IS -> centralDesks.contains(desk);
                case FILERS -> filersOf.contains(organisation);
                case ENTITY_MANAGERS -> entityManagersOf.contains(organisation);
            };
        }

        /** Whether no desk is asked for, so that there is nothing. */
        public boolean isEmpty() {
            return centralDesks.isEmpty() && filersOf.isEmpty() && entityManagersOf.isEmpty();
        }
    }

    /**
     * One line of the list.
     *
     * @param organisationNameFr name of the organisation that the case is about, in French
     * @param letterLanguage     the language of what is written to it
     */
    record Line(
            WorkItemId id,
            DossierNumber number,
            WorkItemKind kind,
            OrganisationId organisation,
            String organisationNameFr,
            String organisationNameNl,
            String organisationNameDe,
            Language letterLanguage,
            @Nullable PersonId assignee,
            @Nullable String assigneeName,
            Instant createdAt,
            Instant dueAt,
            boolean overdue) {

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
    record Cursor(Instant dueAt, WorkItemId id) {}

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

    /** How many there are in all, counted up to 1,000. */
    int count(Query query);
}
