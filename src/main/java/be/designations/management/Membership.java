package be.designations.management;

import be.designations.access.BasisId;
import be.designations.access.Quality;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.SubdivisionId;
import be.designations.directory.PersonId;
import be.designations.directory.Tied;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who is no user of a quality becomes one by a right that begins at some instant: whoever is tied to the entity
 * then, for as long as they are. <i>Source: S003 (the right follows the relationship), D48.</i>
 *
 * @param tied what ties them to the entity
 * @param held what they are, or will be, in the quality
 * @param from  when the right begins
 * @param until when it ends, or null when no end is given
 */
record Membership(
        Tied tied,
        List<Responsibility> held,
        Instant from,
        @Nullable Instant until,
        Instant now) {

    /** Whether the manager may know of them: tied to the entity, now or later, and no user in somebody else’s subdivision. */
    boolean isOpen() {
        return tied.ties().stream()
                        .anyMatch(tie -> tie.until() == null
                                || (tie.until().isAfter(now) && tie.until().isAfter(tie.from())))
                && held.stream().noneMatch(member -> member.kind() == ResponsibilityKind.USER && member.runs(now));
    }

    Optional<Rejection> refusal() {
        return OneRoleAQualityPolicy.check(
                        ResponsibilityKind.USER,
                        held.stream()
                                .filter(member -> member.kind() != ResponsibilityKind.USER && member.runs(from))
                                .map(Responsibility::kind)
                                .toList())
                .map(refusal -> Rejection.of(refusal.code()))
                .or(() -> TiesCarryPolicy.check(tied, from, until));
    }

    /** What they will be when the right begins, by an earlier decision. */
    Optional<Responsibility> known() {
        return held.stream()
                .filter(member -> member.kind() == ResponsibilityKind.USER && member.runs(from))
                .findFirst();
    }

    /**
     * What they become: from now on when they are tied already, and for as long as they are tied without a gap; between what they
     * were and what they will be. To be asked when nothing refuses.
     */
    Responsibility user(Quality quality, PersonId person, @Nullable SubdivisionId into, BasisId basis) {
        Instant begin = tied.until(now).filter(until -> until.carries(from)).isPresent() ? now : from;
        Instant end = tied.until(from).orElseThrow().end();
        for (Responsibility member : held) {
            Instant ended = member.validUntil();
            if (ended != null && ended.isAfter(begin) && !ended.isAfter(from)) {
                begin = ended;
            }
            if (member.validFrom().isAfter(from)
                    && (end == null || member.validFrom().isBefore(end))) {
                end = member.validFrom();
            }
        }
        return new Responsibility(
                UUID.randomUUID(),
                ResponsibilityKind.USER,
                quality.organisation(),
                quality.id(),
                into,
                person,
                begin,
                end,
                basis);
    }
}
