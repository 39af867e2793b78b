package be.designations.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that ties a person to an organisation: what has ended and what begins later included. Ties that overlap or adjoin tie
 * without a gap.
 */
public record Tied(List<Tie> ties) {

    public static final Tied NOT_AT_ALL = new Tied(List.of());

    public Tied {
        ties = List.copyOf(ties);
    }

    /**
     * How long somebody is tied.
     *
     * @param end the first instant at which nothing ties them, or null when no end is known
     */
    public record Until(@Nullable Instant end) {

        /** Whether what ends at that instant, or at none that is known, ends with the ties or before. */
        public boolean carries(@Nullable Instant until) {
            return end == null || (until != null && !until.isAfter(end));
        }
    }

    /** How long they are tied without a gap from that instant on; nothing when they are not tied at that instant. */
    public Optional<Until> until(Instant from) {
        Optional<Tie> tie = longestAt(from);
        while (tie.map(Tie::until).isPresent()) {
            Optional<Tie> next = longestAt(tie.map(Tie::until).get());
            if (next.isEmpty()) {
                break;
            }
            tie = next;
        }
        return tie.map(last -> new Until(last.until()));
    }

    /** Of the ties that run at that instant the one that lasts longest. */
    public Optional<Tie> longestAt(Instant at) {
        return ties.stream()
                .filter(tie -> tie.runs(at))
                .max(Comparator.comparing(Tie::until, Comparator.nullsLast(Comparator.naturalOrder())));
    }

    public Tied with(Tie tie) {
        return new Tied(Stream.concat(ties.stream(), Stream.of(tie)).toList());
    }

    /** The same when that tie ends at that instant. */
    public Tied until(UUID tie, Instant end) {
        return new Tied(ties.stream()
                .map(other -> other.id().equals(tie)
                        ? new Tie(other.id(), other.person(), other.function(), other.relationship(), other.from(), end)
                        : other)
                .toList());
    }
}
