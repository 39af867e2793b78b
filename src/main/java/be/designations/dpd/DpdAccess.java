package be.designations.dpd;

import be.designations.access.AccessModel;
import be.designations.access.AccessReaders;
import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.QualityId;
import be.designations.casework.Cases;
import be.designations.casework.Waits;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.memory.TransactionMemory;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who sees an application and who does what with it: those of the CPAS who may file, the two desks, and the candidate.
 * What is foreign does not exist for them.
 */
@Component
public class DpdAccess {

    private static final Set<CapacityKind> CPAS_READERS = EnumSet.of(
            CapacityKind.HEAD_OF_DAILY_MANAGEMENT,
            CapacityKind.DIRECTOR,
            CapacityKind.CHAIR,
            CapacityKind.PRINCIPAL_ACCESS_MANAGER,
            CapacityKind.CO_PRINCIPAL_ACCESS_MANAGER);

    private static final Set<CapacityKind> DESK_READERS =
            EnumSet.of(CapacityKind.DPD_REVIEWER, CapacityKind.DPD_APPROVER, CapacityKind.SUPPORT_AGENT);

    /** Each of the steps at a desk asks for it, and the list of what can be done once more. */
    private final TransactionMemory<Official, Optional<Rejection>> partialities = new TransactionMemory<>();

    /** Each kind of dossier about officers asks for it. */
    private final TransactionMemory<Set<PersonId>, Set<OrganisationId>> partialIn = new TransactionMemory<>();

    private final Capacities capacities;
    private final Directory directory;
    private final AccessModel access;
    private final DpdApplications applications;
    private final DpdRegister register;
    private final AccessReaders readers;
    private final ImpartialityPolicy impartiality;
    private final Clock clock;

    DpdAccess(
            Capacities capacities,
            AccessReaders readers,
            Directory directory,
            AccessModel access,
            DpdApplications applications,
            DpdRegister register,
            Waits waits,
            Cases cases,
            Clock clock) {
        this.capacities = capacities;
        this.directory = directory;
        this.readers = readers;
        this.access = access;
        this.applications = applications;
        this.register = register;
        this.impartiality = new ImpartialityPolicy(directory, access, waits, cases, register);
        this.clock = clock;
    }

    public boolean mayFile(Actor actor, OrganisationId cpas) {
        return capacities.holds(actor, cpas, CapacityKind.DPD_FILERS);
    }

    /** Whether the actor reads that application; the one who may not is told that there is none. */
    public boolean maySee(Actor actor, DpdApplication application) {
        if (application.status() == ApplicationStatus.DRAFT) {
            return mayFile(actor, application.organisation());
        }
        return actor.person().equals(application.sent().candidate()) || seesWhole(actor, application);
    }

    /** Whether the actor reads it at a desk or for the CPAS, and not only because it is about them. */
    boolean seesWhole(Actor actor, DpdApplication application) {
        return seesEveryCase(actor) || casesSeenOf(actor).contains(application.organisation());
    }

    /** Whether the actor is shown the NISS of the candidate of an application that they may see. */
    public boolean maySeeNiss(Actor actor, DpdApplication application) {
        DpdApplication.Submission sent = application.submission();
        return (sent != null && sent.candidate().equals(actor.person()))
                || seesEveryCase(actor)
                || mayFile(actor, application.organisation());
    }

    /** Why the actor, who works at one of the desks, may not deal with that application (D13, D20). */
    Optional<Rejection> partiality(Actor actor, DpdApplication application) {
        return barred(
                actor,
                person -> partialities.recall(
                        new Official(person, application),
                        official -> impartiality.check(official.application(), official.person(), clock.instant())));
    }

    /** What keeps one of the two whom the actor is from something keeps the actor from it (D83). */
    private Optional<Rejection> barred(Actor actor, Function<PersonId, Optional<Rejection>> check) {
        PersonId principal = actor.inPlaceOf();
        return check.apply(actor.person())
                .or(() -> principal == null
                        ? Optional.empty()
                        : check.apply(principal)
                                .map(why -> Rejection.of(
                                        "deputies.principal-barred",
                                        directory.person(principal).displayName())));
    }

    private record Official(PersonId person, DpdApplication application) {}

    /** Whoever gave the opinion does not decide (D20). */
    Optional<Rejection> hasAdvised(Actor actor, DpdApplication application) {
        return barred(actor, person -> applications
                .findOpinion(application.id())
                .filter(opinion -> person.equals(opinion.givenBy()) || person.equals(opinion.inPlaceOf()))
                .map(opinion -> Rejection.of("dpd.official-has-advised")));
    }

    /**
     * Why the actor, who works at the deciding desk, decides nothing about that mandate: what would keep them from deciding on the
     * application that it came from keeps them from it too (D13, D20).
     */
    public Optional<Rejection> partiality(Actor actor, Mandate mandate) {
        ApplicationId from = mandate.application();
        if (actor.people().contains(mandate.person())) {
            return Optional.of(Rejection.of("dpd.official-is-candidate"));
        }
        if (from == null) {
            return partialIn(actor).contains(mandate.organisation())
                    ? Optional.of(Rejection.of("dpd.official-is-tied-to-cpas"))
                    : Optional.empty();
        }
        DpdApplication application = applications.find(from).orElseThrow();
        return partiality(actor, application).or(() -> hasAdvised(actor, application));
    }

    /** The CPAS on whose applications the actor neither advises nor decides, by what they are there (D13, D20). */
    public Set<OrganisationId> partialIn(Actor actor) {
        Instant now = clock.instant();
        return partialIn.recall(Set.copyOf(actor.people()), people -> people.stream()
                .flatMap(person -> Stream.of(
                        access.organisationsOf(person, now),
                        directory.tiesOf(person, now),
                        register.officerOf(person, now)))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the actor sees the dossiers of every CPAS: surely enough recognised, at one of the desks. */
    public boolean seesEveryCase(Actor actor) {
        return capacities.openingTo(actor).stream().anyMatch(held -> DESK_READERS.contains(held.kind()));
    }

    /** The CPAS whose dossiers the actor sees by what they are there; none for who was not recognised surely (D30). */
    public List<OrganisationId> casesSeenOf(Actor actor) {
        List<Capacity> all = capacities.openingTo(actor);
        Set<QualityId> officerOf = readers.managedSocialActions(all);
        return all.stream()
                .filter(held -> CPAS_READERS.contains(held.kind())
                        || (held.kind() == CapacityKind.LOCAL_MANAGER && officerOf.contains(held.quality())))
                .map(Capacity::organisation)
                .distinct()
                .toList();
    }

    /** @throws NotFoundException when there is none, or not for this actor */
    DpdApplication visible(Actor actor, ApplicationId id) {
        return applications
                .find(id)
                .filter(application -> maySee(actor, application))
                .orElseThrow(() -> new NotFoundException("dpd application"));
    }

    /** @throws NotFoundException when there is no such CPAS that the actor may file for */
    Organisation requireCpas(Actor actor, OrganisationId id) {
        Organisation organisation =
                directory.findOrganisation(id).orElseThrow(() -> new NotFoundException("organisation"));
        if (organisation.kind() != OrganisationKind.CPAS) {
            throw new NotAllowedException(Rejection.of("dpd.only-for-cpas"));
        }
        if (!mayFile(actor, id)) {
            throw capacities.of(actor).stream()
                            .anyMatch(held -> held.organisation().equals(id))
                    ? new NotAllowedException(Rejection.of("dpd.not-a-filer"))
                    : new NotFoundException("organisation");
        }
        return organisation;
    }

    void requireFiler(Actor actor, DpdApplication application) {
        if (!maySee(actor, application)) {
            throw new NotFoundException("dpd application");
        }
        if (!mayFile(actor, application.organisation())) {
            throw new NotAllowedException(Rejection.of("dpd.not-a-filer"));
        }
    }
}
