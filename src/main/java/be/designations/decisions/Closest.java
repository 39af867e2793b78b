package be.designations.decisions;

import be.designations.decisions.Decision.Ground;
import be.designations.decisions.Decision.Standing;
import be.designations.decisions.DecisionStore.Found;
import be.designations.decisions.DecisionStore.Held;
import be.designations.decisions.DecisionStore.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** Of what somebody holds the one thing that permits it, or else the one that comes closest and says what is missing (D37). */
final class Closest {

    private static final Comparator<Ranked> ORDER = Comparator.comparing(Ranked::reason)
            .thenComparing(Ranked::away)
            .thenComparingInt(ranked -> ranked.held().ground().neededLevel())
            .thenComparing(ranked -> ranked.held().ground().validFrom())
            .thenComparing(ranked -> ranked.held().ground().id());

    private Closest() {}

    /** @param away how far from the instant that is asked about it begins or ended */
    private record Ranked(Held held, Reason reason, Duration away) {}

    static Decision of(Question question, Found found) {
        if (found.function() == Known.NONE) {
            return new Decision(Reason.NOT_YOURS, found.person(), null, Standing.NONE);
        }
        if (found.function() == Known.WITHDRAWN) {
            return new Decision(Reason.FUNCTION_WITHDRAWN, found.person(), null, Standing.NONE);
        }
        return found.held().stream()
                .filter(held -> !wasTakenBack(held.ground()))
                .filter(held -> held.here() || runs(held.ground(), question.at()))
                .map(held -> ranked(held, question, found.disabled()))
                .min(ORDER)
                .map(closest -> new Decision(
                        closest.reason(),
                        found.person(),
                        closest.held().ground(),
                        closest.held().standing()))
                .orElseGet(() -> new Decision(
                        Reason.NO_RIGHT, found.person(), null, found.function() == null ? null : Standing.NONE));
    }

    private static Ranked ranked(Held held, Question question, boolean disabled) {
        Ground ground = held.ground();
        Reason reason = reason(held, question, disabled);
        Instant until = ground.validUntil();
        Duration away =
                switch (reason) {
                    case NOT_BEGUN -> Duration.between(question.at(), ground.validFrom());
                    case ENDED -> Duration.between(until == null ? question.at() : until, question.at());
                    default -> Duration.ZERO;
                };
        return new Ranked(held, reason, away);
    }

    private static Reason reason(Held held, Question question, boolean disabled) {
        Ground ground = held.ground();
        if (!held.here()) {
            return Reason.ELSEWHERE;
        }
        if (ground.validFrom().isAfter(question.at())) {
            return Reason.NOT_BEGUN;
        }
        if (!runs(ground, question.at())) {
            return Reason.ENDED;
        }
        if (disabled) {
            return Reason.DISABLED;
        }
        if (ground.blockedSince() != null) {
            return Reason.BLOCKED;
        }
        if (ground.neededLevel() > question.level()) {
            return Reason.SIGN_IN_LEVEL_TOO_LOW;
        }
        Standing standing = held.standing();
        if (standing != null) {
            return inside(standing);
        }
        return ground.role() == null ? Reason.LOCAL_MANAGER : Reason.RIGHT;
    }

    /** What the right alone does not give (D68). */
    private static Reason inside(Standing standing) {
        if (!standing.entered()) {
            return Reason.NOT_ENTERED;
        }
        if (standing.inactiveSince() != null) {
            return Reason.INACTIVE;
        }
        if (!standing.any()) {
            return Reason.NO_PROFILE;
        }
        return standing.stands() ? Reason.PROFILE : Reason.PROFILES_UNCONFIRMED;
    }

    private static boolean runs(Ground ground, Instant at) {
        Instant until = ground.validUntil();
        return !ground.validFrom().isAfter(at) && (until == null || until.isAfter(at));
    }

    /** Taken back before it began, it never ran. */
    private static boolean wasTakenBack(Ground ground) {
        Instant until = ground.validUntil();
        return until != null && !until.isAfter(ground.validFrom());
    }
}
