package be.designations.insight;

import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people whom a working relationship or a legal function ties to an entity, now or later, each once: with the tie that lasts
 * longest.
 */
public interface Staff {

    /** By what a list is in order. */
    enum Order {
        NAME,
        BEGIN,
        END
    }

    /**
     * Whom somebody may see: the users of these qualities and of these subdivisions.
     */
    record Among(Set<QualityId> qualities, Set<SubdivisionId> subdivisions) {

        public Among {
            qualities = Set.copyOf(qualities);
            subdivisions = Set.copyOf(subdivisions);
        }
    }

    /**
     * Which of them.
     *
     * @param typed beginnings of words of the name, accents and capitals left aside; blank for all
     * @param kind  a category of working relationships or a kind of legal function, or null for any
     * @param page  from 1
     * @param size  1 to 100
     */
    record Filter(String typed, @Nullable String kind, Order order, boolean descending, int page, int size) {}

    /**
     * One of them.
     *
     * @param sex   F or M, or null when the number does not say
     * @param kind  of the tie: the category of a working relationship, or the kind of a legal function
     * @param until the first instant at which it no longer holds, or null when no end is known
     */
    record Line(
            PersonId id,
            String firstName,
            String lastName,
            @Nullable LocalDate born,
            @Nullable String sex,
            String kind,
            Instant from,
            @Nullable Instant until) {

        public String name() {
            return (firstName + " " + lastName).strip();
        }

        /** As on the source’s cards: the first letters of the names. */
        public String initials() {
            return first(firstName) + first(lastName);
        }

        private static String first(String name) {
            return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
        }
    }

    /** @param total how many there are on all pages */
    record Page(List<Line> lines, long total, int number, int size) {

        public Page {
            lines = List.copyOf(lines);
        }

        /** The place of the first line in the whole list, from 1. */
        public long first() {
            return (number - 1L) * size + 1;
        }

        public long last() {
            return first() + lines.size() - 1;
        }

        public int pages() {
            return (int) Math.max(1, (total + size - 1) / size);
        }
    }

    /** @param among null for all */
    Page page(OrganisationId organisation, @Nullable Among among, Filter filter, Instant at);

    /** Those of these people, by name. */
    List<Line> of(OrganisationId organisation, @Nullable Among among, Collection<PersonId> people, Instant at);
}
