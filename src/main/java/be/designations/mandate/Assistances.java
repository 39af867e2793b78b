package be.designations.mandate;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.audit.AuditEvent;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.StepTaken;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdAccess;
import be.designations.dpd.DpdRegister;
import be.designations.dpd.Mandate;
import be.designations.dpd.MandateEndReason;
import be.designations.dpd.RefusalGround;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.LookUps;
import be.designations.management.People;
import be.designations.mandate.AssistanceStore.Neighbour;
import be.designations.mandate.MandateAnswers.AssistanceEnding;
import be.designations.mandate.MandateAnswers.AssistanceGivenUp;
import be.designations.memory.TransactionMemory;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A CPAS names who assists its data protection officer, or stands in for them, and ends that. It communicates, nobody decides on it: an opinion is
 * not required for the secondary network (B1), and neither gives access. <i>Source: D100, D101.</i>
 */
@Service
@Transactional
public class Assistances {

    /** Two CPAS shared an officer lately when the mandate ended within that time. */
    private static final Duration LATELY = Duration.ofDays(365);

    /** Says nothing of the person (D19). */
    private static final Set<RefusalGround> NOT_OF_PERSON = Set.of(RefusalGround.INCOMPLETE);

    /** Time for the whole is asked of the officer; who assists has some hours (D101). */
    private static final Set<RefusalGround> NOT_OF_WHO_ASSISTS = Set.of(RefusalGround.INCOMPLETE, RefusalGround.TIME);

    private static final BelgianDates DATES = new BelgianDates();

    private final AssistanceStore assistances;
    private final DpdAccess dpd;
    private final DpdRegister register;
    private final AccessModel access;
    private final Directory directory;
    private final People people;
    private final LookUps lookUps;
    private final TransactionOperations transaction;
    private final Cases cases;
    private final CaseTrail trail;
    private final ProcessDriver process;
    private final AssistanceMails mails;
    private final AssistanceLetters letters;
    private final Clock clock;

    Assistances(
            AssistanceStore assistances,
            DpdAccess dpd,
            DpdRegister register,
            AccessModel access,
            Directory directory,
            People people,
            LookUps lookUps,
            TransactionOperations transaction,
            Cases cases,
            CaseTrail trail,
            ProcessDriver process,
            AssistanceMails mails,
            AssistanceLetters letters,
            Clock clock) {
        this.assistances = assistances;
        this.dpd = dpd;
        this.register = register;
        this.access = access;
        this.directory = directory;
        this.people = people;
        this.lookUps = lookUps;
        this.transaction = transaction;
        this.cases = cases;
        this.trail = trail;
        this.process = process;
        this.mails = mails;
        this.letters = letters;
        this.clock = clock;
    }

    /** Why the actor names and ends nobody for that CPAS: those who file for it do, in their own name. */
    Optional<Rejection> notNaming(Actor actor, OrganisationId cpas) {
        if (actor.inPlaceOf() != null) {
            return Optional.of(Rejection.of("deputies.only-dossiers"));
        }
        return dpd.mayFile(actor, cpas) ? Optional.empty() : Optional.of(Rejection.of("dpd.not-a-filer"));
    }

    /**
     * The CPAS with that number, for who may name somebody for it.
     *
     * @throws NotFoundException   when there is none, or not for this actor
     * @throws NotAllowedException when the actor sees it and may not
     */
    @Transactional(readOnly = true)
    public Organisation requireCpas(Actor actor, EnterpriseNumber number) {
        Organisation cpas = directory
                .findOrganisation(number)
                .filter(found -> found.kind() == OrganisationKind.CPAS)
                .filter(found -> dpd.seesEveryCase(actor)
                        || dpd.casesSeenOf(actor).contains(found.id())
                        || dpd.mayFile(actor, found.id()))
                .orElseThrow(() -> new NotFoundException("organisation"));
        notNaming(actor, cpas.id()).ifPresent(why -> {
            throw new NotAllowedException(why);
        });
        return cpas;
    }

    /** Whom other CPAS that share the officer have named interim: the same can be named here without their number. */
    @Transactional(readOnly = true)
    public List<Neighbour> neighbours(Actor actor, EnterpriseNumber number) {
        Instant now = clock.instant();
        return assistances.neighbours(requireCpas(actor, number).id(), now, now.minus(LATELY));
    }

    /**
     * Names somebody, with their certificate.
     *
     * @return the number of the dossier that follows it
     * @throws NotFoundException       when there is no such CPAS, or not for this actor
     * @throws NotAllowedException     when the actor does not file for it
     * @throws RejectedException       with every rule that the answers break
     * @throws AlreadyHandledException when the same was said already
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public DossierNumber name(Actor actor, EnterpriseNumber number, AssistanceNaming naming) {
        OrganisationId asking = Objects.requireNonNull(
                transaction.execute(status -> requireCpas(actor, number).id()));
        lookUps.check(actor, "mandate", asking, () -> people.look(naming.niss()));
        return Objects.requireNonNull(transaction.execute(status -> named(actor, number, naming)));
    }

    private DossierNumber named(Actor actor, EnterpriseNumber number, AssistanceNaming naming) {
        Organisation cpas = requireCpas(actor, number);
        assistances.hold(cpas.id());
        TransactionMemory.forgetAll();
        requireCpas(actor, number);
        Instant now = clock.instant();
        String words = MandateEnds.words(naming.reason());
        Instant from = Days.startOf(naming.firstDay());
        Instant until = Days.endOfPeriod(naming.lastDay());
        Person person = people.require(naming.niss(), cpas);
        List<Assistance> known = isPeriod(from, until) ? assistances.within(cpas.id(), from, until) : List.of();
        known.stream()
                .filter(it -> isSame(it, naming, person, from, until))
                .findFirst()
                .ifPresent(it -> {
                    throw new AlreadyHandledException(
                            directory.person(it.namedBy()).displayName(),
                            it.namedAt(),
                            actor.person().equals(it.namedBy()));
                });
        List<Rejection> refused = new ArrayList<>(AssistancePolicy.check(
                new AssistanceNaming(
                        naming.kind(),
                        naming.niss(),
                        naming.hoursPerWeek(),
                        naming.firstDay(),
                        naming.lastDay(),
                        words,
                        naming.qualified(),
                        naming.noConflict()),
                Days.of(now)));
        around(cpas, person, naming, from, known, now, refused);
        RejectedException.throwIfAny(refused);

        CaseFile dossier =
                cases.open(AssistanceCase.KIND, cpas.id(), actor.person(), person.id(), now, AssistanceStatus.NAMED);
        Basis basis = Basis.of(dossier.id().value(), "officer-assistance", actor.person(), now, null, words);
        access.save(basis);
        Assistance named = new Assistance(
                dossier.id(),
                cpas.id(),
                person.id(),
                naming.kind(),
                naming.hoursPerWeek(),
                from,
                until,
                null,
                null,
                basis.id(),
                actor.person(),
                now,
                words,
                null,
                null,
                null,
                null);
        assistances.add(named);
        AuditEvent said = audited("dpd.assistance-named", null, named).by(actor);
        trail.opened(
                dossier,
                named,
                Change.to(AssistanceStatus.NAMED, "assistance.named-" + code(named))
                        .because(words)
                        .audited(said),
                actor,
                now);
        letters.named(dossier, named);
        process.start(AssistanceProcess.KEY, dossier.number(), Map.of());
        return dossier.number();
    }

    private static boolean isPeriod(Instant from, @Nullable Instant until) {
        return until == null || until.isAfter(from);
    }

    private static boolean isSame(
            Assistance known, AssistanceNaming naming, Person person, Instant from, @Nullable Instant until) {
        return known.kind() == naming.kind()
                && known.person().equals(person.id())
                && known.from().equals(from)
                && Objects.equals(known.until(), until);
    }

    /** The rules that need more than the answers. */
    private void around(
            Organisation cpas,
            Person person,
            AssistanceNaming naming,
            Instant from,
            List<Assistance> known,
            Instant now,
            List<Rejection> refused) {
        if (directory
                .headOfDailyManagement(cpas.id(), now)
                .filter(person.id()::equals)
                .isPresent()) {
            refused.add(Rejection.ofField("dpd.candidate-is-head", "niss"));
        }
        List<Mandate> mandates = register.mandatesFrom(cpas.id(), from);
        if (mandates.stream().anyMatch(it -> runs(it, from, now) && it.person().equals(person.id()))) {
            refused.add(Rejection.ofField("assistance.is-officer", "niss"));
        } else {
            register.runningMandate(cpas.id(), now)
                    .filter(it -> it.person().equals(person.id()))
                    .map(it -> Rejection.ofField("assistance.officer-goes", "niss", DATES.lastDay(it.validUntil())))
                    .ifPresent(refused::add);
        }
        denial(cpas, person, naming.kind()).ifPresent(refused::add);
        if (naming.kind() == AssistanceKind.INTERIM) {
            mandates.stream()
                    .filter(it ->
                            it.validFrom().isAfter(from) && !it.validFrom().isAfter(now))
                    .findFirst()
                    .map(it -> Rejection.ofField("assistance.officer-began", "firstDay", DATES.day(it.validFrom())))
                    .ifPresent(refused::add);
        }
        known.stream()
                .filter(it -> it.kind() == naming.kind()
                        && (it.isInterim() || it.person().equals(person.id())))
                .findFirst()
                .map(it -> Rejection.ofField(
                        it.isInterim() ? "assistance.interim-overlaps" : "assistance.adjunct-overlaps",
                        "firstDay",
                        directory.person(it.person()).displayName(),
                        DATES.day(it.from()),
                        it.until() == null ? "…" : DATES.lastDay(it.until())))
                .ifPresent(refused::add);
    }

    /** Why SPP IS does not want that person: until it approves them, the CPAS does not put its own word in the place of that (D118). */
    private Optional<Rejection> denial(Organisation cpas, Person person, AssistanceKind kind) {
        return assistances
                .lastDenial(cpas.id(), person.id(), kind == AssistanceKind.INTERIM ? NOT_OF_PERSON : NOT_OF_WHO_ASSISTS)
                .map(denial -> Rejection.ofField(
                        denial.withdrawn() ? "assistance.approval-withdrawn" : "assistance.was-refused",
                        "niss",
                        DATES.day(denial.at())));
    }

    /** Whether it runs on that first day, or now where that is past. */
    private static boolean runs(Mandate mandate, Instant from, Instant now) {
        Instant at = from.isBefore(now) ? now : from;
        Instant until = mandate.validUntil();
        return !mandate.validFrom().isAfter(at) && (until == null || until.isAfter(at));
    }

    /** The CPAS says that it is over earlier: on a past day since it began, today, or later. */
    Change end(StepTaken<Assistance, AssistanceEnding> step) {
        Assistance before = step.content();
        LocalDate lastDay = step.answers().lastDay();
        Instant end = Days.endOf(lastDay);
        if (before.endReason() == MandateEndReason.ENDED && end.equals(before.until())) {
            throw new AlreadyHandledException(
                    directory.person(Objects.requireNonNull(before.settledBy())).displayName(),
                    access.findDecision(Objects.requireNonNull(before.endedBasis()))
                            .orElseThrow()
                            .decidedAt(),
                    step.by().equals(before.settledBy()));
        }
        if (!end.isAfter(before.from())) {
            throw new RejectedException(
                    Rejection.ofField("assistance.ends-before-first-day", "lastDay", DATES.day(before.from())));
        }
        Instant until = before.until();
        if (until != null && !end.isBefore(until)) {
            throw new RejectedException(Rejection.ofField("assistance.not-earlier", "lastDay", DATES.lastDay(until)));
        }
        boolean over = !end.isAfter(step.at());
        Assistance after = ended(step, before, end, null, step.answers().reason(), over);
        mails.ended(step.dossier(), after, over ? "ended" : "end-announced", step.by());
        AuditEvent said = audited("dpd.assistance-ended", before, after).by(step.actor());
        Change change = Change.to(
                        over ? AssistanceStatus.ENDED : AssistanceStatus.NAMED,
                        over ? AssistanceStatus.ENDED.code() : "assistance.end-announced")
                .because(after.endWords())
                .audited(said);
        return over ? change.signalling(AssistanceProcess.OVER) : change;
    }

    /** The CPAS gives it up before the first day. */
    Change giveUp(StepTaken<Assistance, AssistanceGivenUp> step) {
        Assistance before = step.content();
        Assistance after =
                ended(step, before, before.until(), step.at(), step.answers().reason(), true);
        mails.ended(step.dossier(), after, "given-up", step.by());
        AuditEvent said = audited("dpd.assistance-ended", before, after).by(step.actor());
        return Change.to(AssistanceStatus.GIVEN_UP, AssistanceStatus.GIVEN_UP.code())
                .because(after.endWords())
                .audited(said)
                .signalling(AssistanceProcess.OVER);
    }

    private Assistance ended(
            StepTaken<Assistance, ?> step,
            Assistance before,
            @Nullable Instant until,
            @Nullable Instant givenUpAt,
            @Nullable String reason,
            boolean over) {
        String words = MandateEnds.words(reason);
        if (words == null) {
            throw new RejectedException(Rejection.ofField("assistance.end-reason-missing", "reason"));
        }
        Basis basis = Basis.of(before.caseId().value(), "officer-assistance-end", step.by(), step.at(), null, words);
        access.save(basis);
        Assistance after = before.endingAt(until, MandateEndReason.ENDED)
                .decided(basis.id(), step.by(), words)
                .givenUp(givenUpAt);
        Assistance noted = over ? after.settled(step.at()) : after;
        assistances.update(noted);
        return noted;
    }

    /** Notes that it is over, once; who is to know is told. */
    void settle(AssistanceStore.Over over, Instant now) {
        Assistance before = assistances.lock(over.dossier()).orElseThrow();
        if (!before.isOpen()) {
            return;
        }
        CaseFile dossier = cases.find(over.dossier()).orElseThrow();
        AssistanceStatus status = over.byMandate()
                ? AssistanceStatus.SUCCEEDED
                : before.endReason() == MandateEndReason.ENDED ? AssistanceStatus.ENDED : AssistanceStatus.EXPIRED;
        MandateEndReason why = over.byMandate()
                ? MandateEndReason.REPLACEMENT
                : Objects.requireNonNullElse(before.endReason(), MandateEndReason.EXPIRY);
        // With an officer there from its first day on, it never was.
        boolean began = over.endedAt().isAfter(before.from());
        Assistance after = (began
                        ? before.endingAt(over.endedAt(), why)
                        : before.endingAt(before.until(), why).givenUp(now))
                .settled(now);
        assistances.update(after);
        trail.happened(dossier, after, Change.to(status, status.code()), now);
        process.signal(dossier.number(), AssistanceProcess.OVER);
    }

    /** Tells the CPAS, the person, the officer and the desks who was named. */
    public void tellNamed(DossierNumber number) {
        CaseFile dossier = cases.find(number).orElseThrow();
        mails.named(dossier, assistances.find(dossier.id()).orElseThrow());
    }

    /** Tells that it is over: to all when a mandate has begun, and that a new application is asked for when nobody is there any more (D8). */
    public void tellOver(DossierNumber number) {
        CaseFile dossier = cases.find(number).orElseThrow();
        Assistance assistance = assistances.find(dossier.id()).orElseThrow();
        if (assistance.endReason() == MandateEndReason.REPLACEMENT) {
            mails.ended(dossier, assistance, "succeeded", null);
        } else if (assistance.isInterim()
                && assistance.givenUpAt() == null
                && isWithoutOfficer(assistance.organisation())) {
            mails.withoutOfficer(dossier, assistance);
        }
    }

    private boolean isWithoutOfficer(OrganisationId cpas) {
        Instant now = clock.instant();
        // One that is to begin later is no reason to ask for another.
        return register.mandatesFrom(cpas, now).isEmpty()
                && assistances.within(cpas, now, now.plusMillis(1)).stream().noneMatch(Assistance::isInterim);
    }

    static String code(Assistance assistance) {
        return assistance.isInterim() ? "interim" : "adjunct";
    }

    private static AuditEvent audited(String action, @Nullable Assistance before, Assistance after) {
        return AuditEvent.of(action, after.subject(), after.subjectId())
                .changing(before == null ? null : facts(before), facts(after))
                .justifiedBy(Objects.requireNonNullElse(after.endedBasis(), after.basis())
                        .value());
    }

    private static Map<String, Object> facts(Assistance assistance) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("person", assistance.person().value());
        facts.put("organisation", assistance.organisation().value());
        facts.put("kind", assistance.kind().name());
        facts.put("from", assistance.from().toString());
        if (assistance.until() != null) {
            facts.put("until", assistance.until().toString());
        }
        if (assistance.givenUpAt() != null) {
            facts.put("givenUpAt", assistance.givenUpAt().toString());
        }
        return facts;
    }

    /** Hours a week of that person over all CPAS, that one included: as officer, interim or adjunct. */
    @Transactional(readOnly = true)
    public BigDecimal hours(Assistance assistance) {
        Instant now = clock.instant();
        Instant at = assistance.hasBegun(now) ? now : assistance.from();
        return assistance
                .hoursPerWeek()
                .add(register.hoursElsewhere(assistance.person(), assistance.organisation(), at));
    }

    /** Who is officer of the CPAS on the first day, if anybody is: absent, or assisted. */
    @Transactional(readOnly = true)
    public Optional<PersonId> officer(Assistance assistance) {
        return register.dataProtectionOfficer(assistance.organisation(), assistance.from());
    }
}
