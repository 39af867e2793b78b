package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.access.Responsibility;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.Change;
import be.designations.casework.StepTaken;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.management.RelationshipDeclaration;
import be.designations.management.Ties;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * The requests to replace a manager, for their readers. A manager is replaced or removed where managers are; here it is said
 * that the person stays, by a tie that somebody else declares.
 */
@Service
public class Replacements {

    private final ReplacementStore replacements;
    private final ReplacementSteps steps;
    private final ReplacementPlaces places;
    private final Ties ties;
    private final Capacities capacities;
    private final AccessModel access;
    private final Directory directory;
    private final Clock clock;

    Replacements(
            ReplacementStore replacements,
            ReplacementSteps steps,
            ReplacementPlaces places,
            Ties ties,
            Capacities capacities,
            AccessModel access,
            Directory directory,
            Clock clock) {
        this.replacements = replacements;
        this.steps = steps;
        this.places = places;
        this.ties = ties;
        this.capacities = capacities;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    Optional<AskedReplacement> find(CaseId dossier) {
        return replacements.find(dossier).map(this::asked);
    }

    AskedReplacement lock(CaseFile dossier) {
        return asked(replacements.lock(dossier.id()).orElseThrow());
    }

    private AskedReplacement asked(Replacement replacement) {
        return new AskedReplacement(
                replacement,
                access.findResponsibility(replacement.responsibility(), clock.instant())
                        .orElseThrow()
                        .responsibility());
    }

    public ReplacementView view(AskedReplacement asked) {
        Responsibility held = asked.held();
        return new ReplacementView(
                asked.replacement(),
                places.of(held),
                directory.person(held.person()),
                replacements.tieEnded(held, asked.replacement().tieEndedAt()),
                isByRepresentative(held));
    }

    /**
     * Says that the person stays: ties them to the entity again, from now on.
     *
     * @throws RejectedException when that tie does not allow the responsibility, or is declared badly
     */
    Change declareTie(StepTaken<AskedReplacement, ReplacementTie> step) {
        Responsibility held = step.content().held();
        ReplacementTie tie = step.answers();
        Instant now = step.at();
        RelationshipDeclaration declaration =
                new RelationshipDeclaration(tie.category(), tie.email(), tie.phone(), tie.lastDay());
        String words = Ties.words(tie.reason());
        if (words == null) {
            throw new RejectedException(Rejection.ofField("replacement.reason-missing", "reason"));
        }
        try {
            ties.declare(
                    held.person(),
                    held.organisation(),
                    held.kind(),
                    declaration,
                    now,
                    ties.decision(step.actor(), step.dossier().id().value(), words, now));
        } catch (RejectedException refused) {
            throw refused.placed(
                    refusal -> "relationshipLastDay".equals(refusal.field()) ? refusal.at("lastDay") : refusal);
        }
        return steps.settle(step.content().replacement(), ReplacementStatus.TIED_AGAIN, step.by(), now, words);
    }

    /** Why the actor, who sees the dossier, is none of those who decide that the person stays. */
    Optional<Rejection> notADecider(Actor actor, AskedReplacement asked) {
        Responsibility held = asked.held();
        boolean decides = capacities.of(actor).stream()
                .anyMatch(capacity -> capacity.organisation().equals(held.organisation())
                        && deciders(held).contains(capacity.kind()));
        return decides || actor.person().equals(held.person())
                ? Optional.empty()
                : Optional.of(Rejection.of("replacement.not-a-decider"));
    }

    /** Why one of those who decide may not decide this. */
    Optional<Rejection> hindrance(Actor actor, AskedReplacement asked) {
        Responsibility held = asked.held();
        if (actor.person().equals(held.person())) {
            return Optional.of(Rejection.of("replacement.not-for-oneself"));
        }
        if (!capacities.holds(actor, held.organisation(), deciders(held))) {
            // Whoever is too unsure for that does not see the dossier.
            return Optional.of(Rejection.of("access.acting-for-another"));
        }
        // Managers who have left would otherwise keep each other; a representative is tied by the function.
        return !isByRepresentative(held)
                        && replacements.isToBeReplaced(actor.person(), held.organisation(), clock.instant())
                ? Optional.of(Rejection.of("replacement.decider-without-tie"))
                : Optional.empty();
    }

    boolean isOpen(AskedReplacement asked) {
        return asked.isOpen(clock.instant());
    }

    private Set<CapacityKind> deciders(Responsibility held) {
        return isByRepresentative(held) ? CapacityKind.REPRESENTATIVES : CapacityKind.ENTITY_MANAGERS;
    }

    private boolean isByRepresentative(Responsibility held) {
        return AskedPeople.areRepresentatives(held, access, clock.instant());
    }
}
