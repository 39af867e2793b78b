package be.designations.primaweb;

import be.designations.access.AccessModel;
import be.designations.access.AccessReaders;
import be.designations.access.Capacities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who enters PrimaWeb of a CPAS, and who looks after its profiles: its local manager and co-local managers of Social action, and
 * whoever they gave Configuration CPAS. Asked anew in every operation. <i>Source: A9, D60.</i>
 */
@Component
public class PrimaWebAccess {

    private final Directory directory;
    private final AccessModel access;
    private final AccessReaders readers;
    private final Capacities capacities;
    private final HeldRoles roles;
    private final Clock clock;

    PrimaWebAccess(
            Directory directory,
            AccessModel access,
            AccessReaders readers,
            Capacities capacities,
            HeldRoles roles,
            Clock clock) {
        this.directory = directory;
        this.access = access;
        this.readers = readers;
        this.capacities = capacities;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * The CPAS, for somebody who may enter its PrimaWeb.
     *
     * @throws NotFoundException   when there is none, or the actor is nothing there
     * @throws NotAllowedException when the actor has no role of PrimaWeb there, or signed in too weakly
     */
    public Cpas enter(Actor actor, EnterpriseNumber number) {
        Organisation organisation = directory
                .findOrganisation(number)
                .filter(found -> found.kind() == OrganisationKind.CPAS)
                .filter(found -> readers.of(actor).sees(found.id()))
                .orElseThrow(() -> new NotFoundException("cpas"));
        QualityId quality = access.findQuality(organisation.id(), QualityKind.SOCIAL_ACTION)
                .map(Quality::id)
                .orElseThrow(() -> new NotFoundException("cpas"));
        Set<PrimaWebRole> held = held(actor, quality);
        if (held.isEmpty()) {
            throw new NotAllowedException(Rejection.of("primaweb.no-role"));
        }
        if (!actor.level().isAtLeast(new SignInLevel(roles.neededLevel()))) {
            throw new NotAllowedException(Rejection.of("access.sign-in-too-weak"));
        }
        return new Cpas(organisation, quality, held);
    }

    /**
     * The CPAS, for somebody who looks after its profiles.
     *
     * @throws NotFoundException   as {@link #enter}
     * @throws NotAllowedException as {@link #enter}, and for whoever does not look after them
     */
    public Cpas manage(Actor actor, EnterpriseNumber number) {
        Cpas cpas = enter(actor, number);
        if (!cpas.managed()) {
            throw new NotAllowedException(Rejection.of("primaweb.not-a-manager"));
        }
        // Whoever decides on access of others was recognised surely.
        if (!actor.level().isAtLeast(SignInLevel.ITSME)) {
            throw new NotAllowedException(Rejection.of("access.sign-in-too-weak"));
        }
        if (!actor.speaksFor(cpas.organisation().id())) {
            throw new NotAllowedException(Rejection.of("access.acting-for-another"));
        }
        return cpas;
    }

    private Set<PrimaWebRole> held(Actor actor, QualityId quality) {
        Set<PrimaWebRole> held = EnumSet.noneOf(PrimaWebRole.class);
        capacities.of(actor.person()).stream()
                .filter(capacity -> quality.equals(capacity.quality()))
                .forEach(capacity -> {
                    switch (capacity.kind()) {
                        case LOCAL_MANAGER -> held.add(PrimaWebRole.LOCAL_MANAGER);
                        case CO_LOCAL_MANAGER -> held.add(PrimaWebRole.CO_LOCAL_MANAGER);
                        default -> {}
                    }
                });
        Set<String> codes = roles.of(quality, actor.person(), clock.instant());
        if (codes.contains(PrimaWebRole.CONFIGURATION_CODE)) {
            held.add(PrimaWebRole.CONFIGURATION);
        }
        if (codes.contains(PrimaWebRole.SOCIAL_WORKER_CODE)) {
            held.add(PrimaWebRole.SOCIAL_WORKER);
        }
        return held;
    }
}
