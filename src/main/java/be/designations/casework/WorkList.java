package be.designations.casework;

import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationName;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The open work of desks, soonest due first, page by page. */
public interface WorkList extends KeyedList<WorkList.Query, WorkList.Line> {

    /**
     * Whose work is asked for.
     *
     * @param centralDesks      desks whose work is for every organisation
     * @param desksOfEntities   desks that each organisation has, each with those for which its work is asked
     * @param desksOfQualities  desks that each quality has, each with those for which its work is asked; none of an organisation for
     *                          which the work of that desk is asked anyway
     * @param assignee          only what that person has taken, or null for all
     * @param onlyFree          only what nobody has taken
     * @param reader            who looks, to whom nothing is offered from which they are barred; null for what waits anyway
     * @param inPlaceOf         whom the reader stands in for: what that person has taken counts as taken by them, and nothing is
     *                          offered from which that person is barred (D83); or null
     * @param partial           what that reader may not do for some entities
     */
    record Query(
            Set<Desk> centralDesks,
            Map<Desk, Set<OrganisationId>> desksOfEntities,
            Map<Desk, Set<QualityId>> desksOfQualities,
            @Nullable PersonId assignee,
            boolean onlyFree,
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
            this(centralDesks, desksOfEntities, desksOfQualities, null, false, null, null, List.of());
        }

        /** Of this work only what that reader may do (D29). */
        public Query offeredTo(Actor actor, List<Partial> without) {
            return new Query(
                    centralDesks,
                    desksOfEntities,
                    desksOfQualities,
                    assignee,
                    onlyFree,
                    actor.person(),
                    actor.inPlaceOf(),
                    without);
        }

        /** Of this work only what that person has taken. */
        public Query takenBy(PersonId person) {
            return new Query(
                    centralDesks, desksOfEntities, desksOfQualities, person, false, reader, inPlaceOf, partial);
        }

        /** Of this work only what nobody has taken. */
        public Query free() {
            return new Query(centralDesks, desksOfEntities, desksOfQualities, null, true, reader, inPlaceOf, partial);
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
     * One line of the list.
     *
     * @param inPlaceOfName in whose place it was taken, or null
     */
    record Line(
            WorkItemId id,
            DossierNumber number,
            WorkKind kind,
            OrganisationId organisation,
            OrganisationName organisationName,
            @Nullable PersonId assignee,
            @Nullable String assigneeName,
            @Nullable String inPlaceOfName,
            Instant createdAt,
            Instant dueAt,
            boolean overdue) {}

    @Override
    default Place placeOf(Query query, Line line) {
        return new Place(line.dueAt(), line.id().value());
    }

    /** How many there are in all, counted up to 1,000. */
    int count(Query query);
}
