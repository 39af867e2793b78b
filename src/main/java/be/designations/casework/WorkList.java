package be.designations.casework;

import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationName;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open work of desks, page by page. */
public interface WorkList extends KeyedList<WorkList.Query, WorkList.Line> {

    /** As far as lines are counted: who has more to do does not need to know how much. */
    int MOST_COUNTED = 1_000;

    /**
     * Whose work is asked for.
     *
     * @param centralDesks      desks whose work is for every organisation
     * @param desksOfEntities   desks that each organisation has, each with those for which its work is asked
     * @param desksOfQualities  desks that each quality has, each with those for which its work is asked; none of an organisation for
     *                          which the work of that desk is asked anyway
     * @param filter            which of it
     * @param order             of the lines
     * @param reader            who looks, to whom nothing is offered from which they are barred; null for what waits anyway
     * @param inPlaceOf         whom the reader stands in for: what that person has taken counts as taken by them, and nothing is
     *                          offered from which that person is barred (D83); or null
     * @param partial           what that reader may not do for some entities
     */
    record Query(
            Set<Desk> centralDesks,
            Map<Desk, Set<OrganisationId>> desksOfEntities,
            Map<Desk, Set<QualityId>> desksOfQualities,
            Filter filter,
            Order order,
            @Nullable PersonId reader,
            @Nullable PersonId inPlaceOf,
            List<Partial> partial) {

        public Query {
            centralDesks = Set.copyOf(centralDesks);
            partial = List.copyOf(partial);
            desksOfEntities = withoutEmpty(desksOfEntities);
            desksOfQualities = withoutEmpty(desksOfQualities);
        }

        private static <T> Map<Desk, Set<T>> withoutEmpty(Map<Desk, Set<T>> desks) {
            Map<Desk, Set<T>> copy = new EnumMap<>(Desk.class);
            desks.forEach((desk, places) -> {
                if (!places.isEmpty()) {
                    copy.put(desk, Set.copyOf(places));
                }
            });
            return Collections.unmodifiableMap(copy);
        }

        /** All the work of these desks. */
        public Query(Set<Desk> centralDesks, Map<Desk, Set<OrganisationId>> desksOfEntities) {
            this(centralDesks, desksOfEntities, Map.of());
        }

        /** The same, with that of desks of qualities. */
        public Query(
                Set<Desk> centralDesks,
                Map<Desk, Set<OrganisationId>> desksOfEntities,
                Map<Desk, Set<QualityId>> desksOfQualities) {
            this(centralDesks, desksOfEntities, desksOfQualities, Filter.ALL, Order.DUE_FIRST, null, null, List.of());
        }

        /** Of this work only what that reader may do (D29). */
        public Query offeredTo(Actor actor, List<Partial> without) {
            return new Query(
                    centralDesks,
                    desksOfEntities,
                    desksOfQualities,
                    filter,
                    order,
                    actor.person(),
                    actor.inPlaceOf(),
                    without);
        }

        /** Of this work only that. */
        public Query only(Filter wanted) {
            return new Query(
                    centralDesks, desksOfEntities, desksOfQualities, wanted, order, reader, inPlaceOf, partial);
        }

        public Query by(Order wanted) {
            return new Query(
                    centralDesks, desksOfEntities, desksOfQualities, filter, wanted, reader, inPlaceOf, partial);
        }

        /** The desks that are asked for. */
        public Set<Desk> desks() {
            Set<Desk> desks = EnumSet.noneOf(Desk.class);
            desks.addAll(centralDesks);
            desks.addAll(desksOfEntities.keySet());
            desks.addAll(desksOfQualities.keySet());
            return desks;
        }

        /** Whether that work is at a desk that is asked for, whoever has taken it. */
        public boolean asksFor(WorkItem work) {
            Desk desk = work.kind().desk();
            QualityId quality = work.quality();
            return centralDesks.contains(desk)
                    || desksOfEntities.getOrDefault(desk, Set.of()).contains(work.organisation())
                    || (quality != null
                            && desksOfQualities.getOrDefault(desk, Set.of()).contains(quality));
        }

        /** Whether no desk is asked for, so that there is nothing. */
        public boolean isEmpty() {
            return centralDesks.isEmpty() && desksOfEntities.isEmpty() && desksOfQualities.isEmpty();
        }
    }

    /**
     * Work that a reader may not do for some entities.
     *
     * @param kinds codes of the kinds of work
     */
    record Partial(Set<String> kinds, Set<OrganisationId> organisations) {}

    /**
     * Which work is asked for.
     *
     * @param sought by what the dossier is sought; by the name of a person only at the desks that see names (D31)
     * @param holder who has it, or null for whoever
     * @param kinds  codes of the kinds of work; empty for any
     * @param due    by when it is to be done, or null
     * @param warned only where the dossier gave something to weigh when the work came
     * @param since  only what came at that instant or later, or null
     */
    record Filter(
            DossierFilter sought,
            @Nullable Holder holder,
            Set<String> kinds,
            @Nullable Due due,
            boolean warned,
            @Nullable Instant since) {

        public static final Filter ALL = new Filter(DossierFilter.ALL, null, Set.of(), null, false, null);

        public Filter {
            kinds = Set.copyOf(kinds);
        }

        /** The same, whether there is something to weigh or not. */
        public Filter unwarned() {
            return new Filter(sought, holder, kinds, due, false, since);
        }

        /** Only what that person has taken, or nobody has. */
        public static Filter of(Holder holder) {
            return new Filter(DossierFilter.ALL, holder, Set.of(), null, false, null);
        }
    }

    /**
     * Who has the work.
     *
     * @param person somebody in particular, or null
     * @param taken  whether anybody has it
     */
    record Holder(@Nullable PersonId person, boolean taken) {

        public static final Holder NOBODY = new Holder(null, false);
        public static final Holder ANYBODY = new Holder(null, true);

        public static Holder of(PersonId person) {
            return new Holder(person, true);
        }
    }

    /**
     * Work that is due then.
     *
     * @param after not at that instant or earlier, or null
     * @param until at that instant at the latest, or null
     */
    record Due(@Nullable Instant after, @Nullable Instant until) {}

    /** In what order, which an index serves. */
    enum Order {
        DUE_FIRST("due_at", true),
        DUE_LAST("due_at", false),
        NEWEST_FIRST("created_at", false),
        OLDEST_FIRST("created_at", true);

        private final String column;
        private final boolean ascending;

        Order(String column, boolean ascending) {
            this.column = column;
            this.ascending = ascending;
        }

        /** The moment by which lines are ordered, by its name in the database. */
        public String column() {
            return column;
        }

        public boolean ascending() {
            return ascending;
        }

        /** Whether by the deadline. */
        public boolean byDue() {
            return column.equals("due_at");
        }
    }

    /**
     * One line of the list.
     *
     * @param dossierKind code of the kind of the dossier
     * @param warned      whether the dossier gave something to weigh when the work came
     * @param note        what a colleague said who handed it over, or null
     * @param noteBy      their name, or null
     * @param opened      a colleague who has the dossier open, or null
     * @param inPlaceOf     in whose place it was taken, or null
     * @param inPlaceOfName that person’s name, or null
     */
    record Line(
            WorkItemId id,
            DossierNumber number,
            String dossierKind,
            WorkKind kind,
            OrganisationId organisation,
            OrganisationName organisationName,
            @Nullable PersonId assignee,
            @Nullable String assigneeName,
            @Nullable PersonId inPlaceOf,
            @Nullable String inPlaceOfName,
            Instant createdAt,
            Instant dueAt,
            boolean overdue,
            boolean warned,
            @Nullable String note,
            @Nullable String noteBy,
            @Nullable Opened opened) {

        /** As {@link WorkItem#isWith}. */
        public boolean isWith(Actor actor) {
            return WorkItem.isWith(actor, assignee, inPlaceOf);
        }
    }

    /** Who has a dossier open. */
    record Opened(String name, Instant since) {}

    @Override
    default Place placeOf(Query query, Line line) {
        return new Place(
                query.order().byDue() ? line.dueAt() : line.createdAt(),
                line.id().value());
    }

    /** How much there is of that work. */
    default Count count(Query query) {
        return counts(query, List.of(query.filter())).get(0);
    }

    /**
     * Counts what is asked for in several ways, in one statement.
     *
     * @param query its filter and order count for nothing
     * @return for each way of asking, in their order
     */
    List<Count> counts(Query query, List<Filter> filters);

    /**
     * Who has taken how much of that work, the most first.
     *
     * @param query its filter and order count for nothing
     */
    List<Held> held(Query query);

    /**
     * How much work there is.
     *
     * @param number up to {@link #MOST_COUNTED}
     */
    record Count(int number) {

        /** Whether that is all; else there may be more. */
        public boolean complete() {
            return number < MOST_COUNTED;
        }

        /** In digits, with a sign that there may be more. */
        @Override
        public String toString() {
            return complete() ? Integer.toString(number) : number + "+";
        }
    }

    /** How much somebody has taken. */
    record Held(PersonId person, String name, int count) {}
}
