package be.designations.localmanager;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.access.DpdMandates;
import be.designations.access.LocalManagers;
import be.designations.access.Quality;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.audit.AuditEvent;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.CaseTypes;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.Deadlines;
import be.designations.casework.DossierNumber;
import be.designations.casework.StepTaken;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.identifier.Niss;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changing the local manager of the quality Social action to the approved data protection officer, on the word of the
 * principal or co-principal access manager of the entity (S002 §2).
 */
@Service
@Transactional
public class LocalManagerChanges {

    private final LocalManagerChangeStore changes;
    private final AccessModel access;
    private final LocalManagers localManagers;
    private final DpdMandates mandates;
    private final Capacities capacities;
    private final CaseTypes types;
    private final Directory directory;
    private final Cases cases;
    private final CaseTrail trail;
    private final LocalManagerMails mails;
    private final LocalManagerLetters letters;
    private final Deadlines deadlines;
    private final Clock clock;

    LocalManagerChanges(
            LocalManagerChangeStore changes,
            AccessModel access,
            LocalManagers localManagers,
            DpdMandates mandates,
            Capacities capacities,
            CaseTypes types,
            Directory directory,
            Cases cases,
            CaseTrail trail,
            LocalManagerMails mails,
            LocalManagerLetters letters,
            Deadlines deadlines,
            Clock clock) {
        this.changes = changes;
        this.access = access;
        this.localManagers = localManagers;
        this.mandates = mandates;
        this.capacities = capacities;
        this.types = types;
        this.directory = directory;
        this.cases = cases;
        this.trail = trail;
        this.mails = mails;
        this.letters = letters;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * What the principal access manager must know before giving the word.
     *
     * @param formerManager who is local manager now, or null
     * @param inTheWay      what the new local manager is in the quality already and would cease to be (S002 §2, D27)
     * @param staying       what the new local manager is in the quality already and stays (D27)
     * @param rightsInTheWay the codes of the roles that go with it
     * @param change        the change as it stands
     */
    public record Preview(
            CaseFile dossier,
            Quality quality,
            @Nullable PersonId formerManager,
            List<Responsibility> inTheWay,
            List<Responsibility> staying,
            List<String> rightsInTheWay,
            LocalManagerChange change) {

        /** Whether the manager must confirm that something is removed. */
        public boolean needsRemoval() {
            return !inTheWay.isEmpty();
        }
    }

    /** @throws NotFoundException when the actor does not manage the entity of that dossier */
    @Transactional(readOnly = true)
    public Preview preview(Actor actor, DossierNumber number) {
        CaseFile dossier = requireInstructor(actor, number);
        return preview(dossier, changes.find(dossier.id()).orElseThrow(() -> new NotFoundException("change")));
    }

    /** What the change of that dossier would do, for whoever sees it. */
    public Preview preview(CaseFile dossier, LocalManagerChange change) {
        Instant now = clock.instant();
        Quality quality = quality(change);
        return new Preview(
                dossier,
                quality,
                access.localManager(quality.id(), now)
                        .map(Responsibility::person)
                        .orElse(null),
                localManagers.inTheWay(quality.id(), change.newManager(), now),
                localManagers.staying(quality.id(), change.newManager(), now),
                access.rights(quality.id(), change.newManager(), now),
                change);
    }

    /** The name of somebody, or null for nobody. */
    public @Nullable String nameOf(@Nullable PersonId person) {
        return person == null ? null : directory.person(person).displayName();
    }

    /** What these roles are called in that language, each after its application. */
    @Transactional(readOnly = true)
    public List<String> roleNames(List<String> codes, Language language) {
        return changes.roleNames(codes, language);
    }

    /**
     * Gives the word: that person becomes local manager now.
     *
     * @throws RejectedException when the number is not the officer's, no mandate runs, or removal is not confirmed
     */
    Change change(StepTaken<LocalManagerChange, LocalManagerInstruction> step) {
        LocalManagerChange change = step.content();
        Instant now = step.at();
        Quality quality = quality(change);
        boolean confirmed = step.answers().confirmRemoval();
        Optional<Rejection> notTheOfficer = directory
                .findPerson(Niss.of(step.answers().niss()))
                .map(candidate -> localManagers.refusal(quality, candidate.id(), now))
                .orElseGet(() -> Optional.of(Rejection.ofField("access.local-manager-is-not-dpd", "niss")));
        RejectedException.throwIfAny(Stream.concat(notTheOfficer.stream(), unconfirmed(change, confirmed).stream())
                .toList());
        changes.update(change.instruct(step.by(), now, confirmed));
        return Change.of("localmanager.instructed");
    }

    /** Why the change cannot go on as long as nobody has confirmed that what is in its way is removed. */
    public Optional<Rejection> unconfirmed(LocalManagerChange change, boolean confirmed) {
        return confirmed
                        || localManagers
                                .inTheWay(change.quality(), change.newManager(), clock.instant())
                                .isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.ofField("localmanager.removal-not-confirmed", "confirmRemoval"));
    }

    /**
     * Writes down which change the dossier asks for.
     *
     * @return whether the officer is local manager already, so that nothing has to change (D17)
     */
    public boolean ask(DossierNumber number) {
        CaseFile dossier = dossier(number);
        Quality quality = access.findQuality(dossier.organisation(), QualityKind.SOCIAL_ACTION)
                .orElseThrow(() -> new IllegalStateException("no quality Social action for " + number));
        Instant now = clock.instant();
        PersonId officer = mandates.dataProtectionOfficer(dossier.organisation(), now)
                .orElseThrow(() -> new IllegalStateException("no running mandate for " + number));
        if (changes.find(dossier.id()).isEmpty()) {
            changes.add(LocalManagerChange.asked(dossier.id(), quality.id(), officer, now));
        }
        return access.localManager(quality.id(), now)
                .filter(manager -> manager.person().equals(officer))
                .isPresent();
    }

    /** Adds the decision to what the responsibility of the local manager rests on (D17). */
    public void confirmBasis(DossierNumber number) {
        CaseFile dossier = dossier(number);
        LocalManagerChange change = changes.lock(dossier.id()).orElseThrow();
        if (change.isApplied()) {
            return;
        }
        Instant now = clock.instant();
        Responsibility manager = access.localManager(change.quality(), now).orElseThrow();
        BasisId basis = access.save(basis(dossier, null, now));
        access.confirm(manager, basis);
        changes.update(change.apply(manager.person(), now));
        trail.happened(
                dossier,
                change,
                Change.of("localmanager.confirmed")
                        .audited(AuditEvent.of("localmanager.confirmed", "responsibility", manager.id())
                                .justifiedBy(basis.value())),
                now);
        mails.confirmed(dossier, quality(change), manager.person());
    }

    /** Tells the principal access manager and the co-managers that they may proceed (S002 §1, step 6). */
    public void askPrincipalManager(DossierNumber number) {
        CaseFile dossier = dossier(number);
        LocalManagerChange change = changes.find(dossier.id()).orElseThrow();
        mails.changeAsked(
                dossier,
                quality(change),
                change.newManager(),
                deadlines.dueFor(LocalManagerProcess.CHANGE_LOCAL_MANAGER));
    }

    /** Applies what the principal access manager said, once. */
    public void apply(DossierNumber number) {
        CaseFile dossier = dossier(number);
        LocalManagerChange change = changes.lock(dossier.id()).orElseThrow();
        if (change.isApplied()) {
            return;
        }
        Instant now = clock.instant();
        Basis basis = basis(dossier, change.instructedBy(), now);
        Optional<PersonId> former = localManagers.replace(quality(change), change.newManager(), now, basis);
        LocalManagerChange applied = change.apply(former.orElse(null), now);
        changes.update(applied);
        letters.designated(dossier, quality(change), Objects.requireNonNull(change.instructedBy()), now);
        trail.happened(
                dossier,
                applied,
                Change.of("localmanager.changed").audited(auditEvent(applied, dossier, basis)),
                change.instructedBy(),
                null,
                now);
    }

    private static AuditEvent auditEvent(LocalManagerChange applied, CaseFile dossier, Basis basis) {
        PersonId former = applied.formerManager();
        AuditEvent event = AuditEvent.of(
                        "localmanager.changed", "quality", applied.quality().value())
                .changing(
                        former == null ? Map.of() : Map.of("localManager", former.value()),
                        Map.of("localManager", applied.newManager().value()))
                .justifiedBy(basis.id().value());
        return applied.instructedBy() == null
                ? event
                : event.by(
                        applied.instructedBy().value(), dossier.organisation().value());
    }

    /** Tells the former and the new local manager, and the mailbox of the quality. */
    public void notifyChange(DossierNumber number) {
        CaseFile dossier = dossier(number);
        LocalManagerChange change = changes.find(dossier.id()).orElseThrow();
        mails.changed(dossier, quality(change), change);
    }

    private CaseFile requireInstructor(Actor actor, DossierNumber number) {
        CaseFile dossier = cases.find(number).orElseThrow(() -> new NotFoundException("dossier"));
        if (capacities.holds(actor, dossier.organisation(), CapacityKind.ENTITY_MANAGERS)) {
            return dossier;
        }
        throw types.sees(actor, dossier)
                ? new NotAllowedException(Rejection.of("localmanager.not-principal-manager"))
                : new NotFoundException("dossier");
    }

    private static Basis basis(CaseFile dossier, @Nullable PersonId by, Instant at) {
        return Basis.of(dossier.id().value(), "local-manager-change", by, at, "dpd-is-local-manager", null);
    }

    private Quality quality(LocalManagerChange change) {
        return access.findQuality(change.quality()).orElseThrow();
    }

    private CaseFile dossier(DossierNumber number) {
        return cases.find(number).orElseThrow(() -> new IllegalStateException("no dossier " + number));
    }
}
