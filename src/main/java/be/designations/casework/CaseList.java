package be.designations.casework;

import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationName;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The dossiers that a person sees, page by page. */
public interface CaseList extends KeyedList<CaseList.Query, CaseList.Line> {

    /**
     * Which dossiers of a kind a person sees.
     *
     * @param organisations those about these organisations, or null for all
     * @param qualities     besides those about these qualities
     * @param openedBy      besides those that this person opened, or null
     * @param about         besides those that are about this person, or null
     */
    record Seen(
            CaseKind kind,
            @Nullable Set<OrganisationId> organisations,
            Set<QualityId> qualities,
            @Nullable PersonId openedBy,
            @Nullable PersonId about) {

        public Seen {
            organisations = organisations == null ? null : Set.copyOf(organisations);
            qualities = Set.copyOf(qualities);
        }

        /** Every one of that kind. */
        public static Seen all(CaseKind kind) {
            return new Seen(kind, null, Set.of(), null, null);
        }

        /** Those about these organisations. */
        public static Seen of(CaseKind kind, Set<OrganisationId> organisations) {
            return new Seen(kind, organisations, Set.of(), null, null);
        }

        public Seen orOf(Set<QualityId> those) {
            return new Seen(kind, organisations, those, openedBy, about);
        }

        public Seen orOpenedBy(PersonId person) {
            return new Seen(kind, organisations, qualities, person, about);
        }

        public Seen orAbout(PersonId person) {
            return new Seen(kind, organisations, qualities, openedBy, person);
        }

        /** Whether that dossier is one of them. */
        public boolean covers(CaseFile dossier) {
            return dossier.kind().equals(kind)
                    && (organisations == null
                            || organisations.contains(dossier.organisation())
                            || (dossier.quality() != null && qualities.contains(dossier.quality()))
                            || dossier.openedBy().equals(openedBy)
                            || (about != null && about.equals(dossier.about())));
        }
    }

    /**
     * Which dossiers are asked for, and how they are ordered.
     *
     * @param seen     of these only
     * @param statuses only those with one of these statuses; empty for any
     * @param sought   by what they are sought; by the name of a person only by who sees every dossier of the kinds asked for
     * @param own      what is shown beside, when all are of one kind
     * @param codes    only those with this code, by the column of {@code own} that has it
     * @param work     only those in which such work is open, or null
     * @param order    of the lines
     */
    record Query(
            List<Seen> seen,
            Set<String> statuses,
            DossierFilter sought,
            OwnColumns own,
            Map<CaseColumn, String> codes,
            @Nullable OpenWork work,
            Order order) {

        public Query {
            seen = List.copyOf(seen);
            statuses = Set.copyOf(statuses);
            codes = Map.copyOf(codes);
        }

        /** The newest first, with what every dossier shows. */
        public Query(List<Seen> seen, Set<String> statuses, @Nullable String text) {
            this(seen, statuses, DossierFilter.by(text), OwnColumns.NONE, Map.of(), null, Order.NEWEST_FIRST);
        }

        /** The same, of those sought. */
        public Query of(DossierFilter those) {
            return new Query(seen, statuses, those, own, codes, work, order);
        }

        /** The same, of those in which such work is open. */
        public Query with(@Nullable OpenWork wanted) {
            return new Query(seen, statuses, sought, own, codes, wanted, order);
        }

        public Query by(Order wanted) {
            return new Query(seen, statuses, sought, own, codes, work, wanted);
        }
    }

    /**
     * Work that is open in a dossier.
     *
     * @param filter    who has it, by when it is due, whether there is something to weigh: that only of kinds of which every
     *                  dossier is seen (D12); by what dossiers are sought is said elsewhere
     * @param reader    who asks
     * @param inPlaceOf whose deputy they are, or null
     */
    record OpenWork(
            WorkList.Filter filter,
            PersonId reader,
            @Nullable PersonId inPlaceOf) {

        /** What that reader asks; null when they do not ask about work. */
        public static @Nullable OpenWork of(WorkAsked asked, Actor reader, CaseTypes types, Instant now) {
            WorkList.Filter filter = asked.filter(reader, types, now);
            return filter.holder() == null && filter.due() == null && !filter.warned()
                    ? null
                    : new OpenWork(filter, reader.person(), reader.inPlaceOf());
        }
    }

    /** The kinds of which every dossier is seen: only of these it is told that there is something to weigh (D12). */
    static Set<CaseKind> seenWhole(List<Seen> seen) {
        return seen.stream()
                .filter(kind -> kind.organisations() == null)
                .map(Seen::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param column one that {@linkplain CaseColumn#sorts() sorts} */
    record Order(CaseColumn column, boolean ascending) {

        public static final Order NEWEST_FIRST = new Order(CaseColumn.OPENED, false);
    }

    /**
     * One line of the list.
     *
     * @param own what the kind shows of it alone: a day or a code by its column; absent where there is none
     */
    record Line(
            CaseId id,
            DossierNumber number,
            CaseKind kind,
            OrganisationId organisation,
            OrganisationName organisationName,
            Instant openedAt,
            String status,
            Instant statusSince,
            Map<CaseColumn, Object> own) {

        public Line {
            own = Map.copyOf(own);
        }

        /** The moment in a column of days; null where there is none. */
        public @Nullable Instant moment(CaseColumn column) {
            return column.equals(CaseColumn.OPENED)
                    ? openedAt
                    : column.equals(CaseColumn.SINCE) ? statusSince : (Instant) own.get(column);
        }

        /** The code in a column of codes; null where there is none. */
        public @Nullable String code(CaseColumn column) {
            return (String) own.get(column);
        }
    }

    @Override
    default Place placeOf(Query query, Line line) {
        return new Place(
                Objects.requireNonNull(line.moment(query.order().column())),
                line.id().value());
    }
}
