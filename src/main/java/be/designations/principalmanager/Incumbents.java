package be.designations.principalmanager;

import be.designations.access.AccessModel;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who manages an entity at this instant. */
@Component
class Incumbents {

    private final AccessModel access;
    private final Directory directory;
    private final Clock clock;

    Incumbents(AccessModel access, Directory directory, Clock clock) {
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whoever is principal access manager. */
    Optional<Incumbent> principalManager(OrganisationId organisation) {
        return held(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, organisation)
                .findFirst()
                .map(held -> new Incumbent(
                        held.id(),
                        held.person(),
                        directory.person(held.person()).displayName(),
                        held.validFrom()));
    }

    boolean isPrincipalManager(PersonId person, OrganisationId organisation) {
        return held(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, organisation)
                .anyMatch(held -> held.person().equals(person));
    }

    boolean isCoPrincipalManager(PersonId person, OrganisationId organisation) {
        return held(ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, organisation)
                .anyMatch(held -> held.person().equals(person));
    }

    private Stream<Responsibility> held(ResponsibilityKind kind, OrganisationId organisation) {
        return access.incumbents(kind, organisation, null, null, clock.instant()).stream();
    }
}
