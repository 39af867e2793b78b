package be.designations.mandate;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.SignInLevel;
import be.designations.dpd.DpdAccess;
import be.designations.dpd.DpdRegister;
import be.designations.dpd.Mandate;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who sees a mandate, who gives it up and who withdraws the approval: the same people as of the application that it comes from. */
@Component
public class MandateAccess {

    private final DpdAccess dpd;
    private final DpdRegister register;
    private final MandateStore mandates;
    private final Capacities capacities;

    MandateAccess(DpdAccess dpd, DpdRegister register, MandateStore mandates, Capacities capacities) {
        this.dpd = dpd;
        this.register = register;
        this.mandates = mandates;
        this.capacities = capacities;
    }

    /** @throws NotFoundException when there is none, or not for this actor */
    public MandateState require(Actor actor, UUID id) {
        return mandates.find(id)
                .filter(mandate -> sees(actor, mandate))
                .orElseThrow(() -> new NotFoundException("mandate"));
    }

    /** The officer, whoever reads the dossiers of the CPAS, and the desks. */
    private boolean sees(Actor actor, MandateState mandate) {
        return actor.person().equals(mandate.person()) || readsDossiersOf(actor, mandate.organisation());
    }

    boolean readsDossiersOf(Actor actor, OrganisationId cpas) {
        return dpd.seesEveryCase(actor) || dpd.casesSeenOf(actor).contains(cpas);
    }

    /** Which mandates the actor sees. */
    RegisterStore.Seen seen(Actor actor) {
        return new RegisterStore.Seen(
                dpd.seesEveryCase(actor) ? null : Set.copyOf(dpd.casesSeenOf(actor)), actor.person());
    }

    /**
     * Whose ends concern the actor in the capacity chosen: all of them the desks that are told of ends (D8, D94), those of their CPAS its
     * people, their own officers; nobody’s whoever was not recognised surely (D30).
     */
    Optional<RegisterStore.Seen> concerned(Actor actor) {
        if (capacities.actsForDesk(actor, CapacityKind.DPD_REVIEWER)
                || capacities.actsForDesk(actor, CapacityKind.DPD_APPROVER)) {
            return Optional.of(new RegisterStore.Seen(null, actor.person()));
        }
        return actor.level().isAtLeast(SignInLevel.ITSME)
                ? Optional.of(new RegisterStore.Seen(
                        dpd.casesSeenOf(actor).stream()
                                .filter(actor::speaksFor)
                                .collect(Collectors.toUnmodifiableSet()),
                        actor.person()))
                : Optional.empty();
    }

    /** Why the actor does not say that the officer resigns: the officer does, or the CPAS for them. */
    public Optional<Rejection> notResigning(Actor actor, MandateState mandate) {
        if (actor.inPlaceOf() != null) {
            return Optional.of(Rejection.of("deputies.only-dossiers"));
        }
        if (dpd.mayFile(actor, mandate.organisation())) {
            return Optional.empty();
        }
        if (!actor.person().equals(mandate.person())) {
            return Optional.of(Rejection.of("mandate.not-yours-to-resign"));
        }
        return actor.level().isAtLeast(SignInLevel.ITSME)
                ? Optional.empty()
                : Optional.of(Rejection.of("mandate.sign-in-too-weak"));
    }

    /** Why the actor does not withdraw the approval: an approver of SPP IS does whom nothing ties to the officer or the CPAS (D13, D20). */
    public Optional<Rejection> notWithdrawing(Actor actor, MandateState mandate) {
        if (actor.inPlaceOf() != null) {
            return Optional.of(Rejection.of("deputies.only-dossiers"));
        }
        return capacities.actsForDesk(actor, CapacityKind.DPD_APPROVER)
                ? partiality(actor, mandate)
                : Optional.of(Rejection.of("mandate.not-an-approver"));
    }

    /** Why the actor does not ask that the mandate go on: those who file for the CPAS do. */
    public Optional<Rejection> notAskingExtension(Actor actor, MandateState mandate) {
        if (actor.inPlaceOf() != null) {
            return Optional.of(Rejection.of("deputies.only-dossiers"));
        }
        return dpd.mayFile(actor, mandate.organisation())
                ? Optional.empty()
                : Optional.of(Rejection.of("dpd.not-a-filer"));
    }

    /** The same of what was asked of it: whoever asked does not decide either (D13). */
    Optional<Rejection> partiality(Actor actor, AskedExtension asked) {
        return actor.people().contains(asked.extension().askedBy())
                ? Optional.of(Rejection.of("dpd.official-is-submitter"))
                : partiality(actor, asked.mandate());
    }

    /** Why the actor, who works at the deciding desk, decides nothing about that mandate (D13, D20). */
    Optional<Rejection> partiality(Actor actor, MandateState mandate) {
        Mandate known = register.find(mandate.id()).orElseThrow();
        return dpd.partiality(actor, known);
    }
}
