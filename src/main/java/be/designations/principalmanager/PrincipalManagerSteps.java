package be.designations.principalmanager;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.audit.AuditEvent;
import be.designations.calendar.Days;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.NewRelationship;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.management.Ties;
import be.designations.principalmanager.PrincipalManagerProcess.RegisterAnswer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the process of a designation does by itself. Each may be asked twice and does it once.
 */
@Service
@Transactional
public class PrincipalManagerSteps {

    private final PrincipalManagerRequests requests;
    private final Nominees nominees;
    private final Representations representations;
    private final AccessModel access;
    private final Directory directory;
    private final Ties ties;
    private final Cases cases;
    private final CaseTrail trail;
    private final PrincipalManagerMails mails;
    private final PrincipalManagerLetters letters;
    private final Clock clock;

    PrincipalManagerSteps(
            PrincipalManagerRequests requests,
            Nominees nominees,
            Representations representations,
            AccessModel access,
            Directory directory,
            Ties ties,
            Cases cases,
            CaseTrail trail,
            PrincipalManagerMails mails,
            PrincipalManagerLetters letters,
            Clock clock) {
        this.requests = requests;
        this.nominees = nominees;
        this.representations = representations;
        this.access = access;
        this.directory = directory;
        this.ties = ties;
        this.cases = cases;
        this.trail = trail;
        this.mails = mails;
        this.letters = letters;
        this.clock = clock;
    }

    /** Takes what the register answered on filing; every time after that it is asked anew. */
    public RegisterAnswer consult(DossierNumber number) {
        CaseFile dossier = dossier(number);
        PrincipalManagerRequest seen = request(dossier);
        // Nobody is held up while the register is asked.
        Representation answer = seen.attempts() == 0
                ? null
                : representations.again(seen.requestedBy(), directory.organisation(seen.organisation()));
        access.lock(dossier.organisation());
        PrincipalManagerRequest request = lock(dossier);
        Instant now = clock.instant();
        boolean first = request.attempts() == 0;
        if (answer != null && answer.enterprise().isDescribed()) {
            Organisation organisation = directory.organisation(request.organisation());
            directory.takeIn(answer.enterprise(), organisation.email(), organisation.letterLanguage(), now);
        }
        Recognition recognition =
                answer == null ? Objects.requireNonNull(request.registerAnswer()) : answer.recognition();
        PrincipalManagerRequest answered =
                request.answered(recognition, answer == null ? request.registerDay() : answer.day(), now);
        RegisterAnswer outcome = RegisterAnswer.of(recognition);
        if (outcome == RegisterAnswer.NOT_RECOGNISED) {
            settle(dossier, answered, RequestStatus.NOT_RECOGNISED, "principal-manager.not-recognised", now);
            return outcome;
        }
        if (outcome == RegisterAnswer.SILENT && first) {
            trail.happened(dossier, answered, Change.to(answered.status(), "principal-manager.register-silent"), now);
            mails.waits(dossier, answered);
        } else if (outcome == RegisterAnswer.RECOGNISED && !first) {
            trail.happened(dossier, answered, Change.to(answered.status(), "principal-manager.register-answered"), now);
        }
        requests.update(answered);
        return outcome;
    }

    /**
     * Designates the manager.
     *
     * @return whether it was done; not when somebody else was designated since the request was made, or what was declared
     *     of the person holds no longer
     */
    public boolean designate(DossierNumber number) {
        CaseFile dossier = dossier(number);
        access.lock(dossier.organisation());
        PrincipalManagerRequest request = lock(dossier);
        if (!request.status().isOpen()) {
            return request.status() == RequestStatus.DESIGNATED;
        }
        Instant now = clock.instant();
        Optional<Responsibility> present =
                incumbents(request, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, now).stream()
                        .findFirst();
        if (!Objects.equals(present.map(Responsibility::id).orElse(null), request.seenManager())) {
            settle(dossier, request, RequestStatus.OVERTAKEN, "principal-manager.overtaken", now);
            return false;
        }
        if (hasLapsed(request, now)) {
            settle(dossier, request, RequestStatus.LAPSED, "principal-manager.lapsed", now);
            return false;
        }
        register(request, now);
        Basis basis = basis(dossier, request, now);
        BasisId decision = access.save(basis);
        tie(request, basis, now);
        incumbents(request, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, now).stream()
                .filter(held -> held.person().equals(request.manager()))
                .forEach(held -> access.end(held, now, decision));
        present.ifPresent(held -> access.end(held, now, decision));
        UUID responsibility = UUID.randomUUID();
        access.begin(new Responsibility(
                responsibility,
                ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER,
                request.organisation(),
                null,
                null,
                request.manager(),
                now,
                null,
                decision,
                null,
                request.contact()));
        PrincipalManagerRequest designated = request.settled(
                RequestStatus.DESIGNATED, present.map(Responsibility::person).orElse(null), now);
        requests.update(designated);
        letters.designated(dossier, designated, responsibility, basis);
        designated(dossier, designated, responsibility, basis);
        // Whoever verifies another mandate for that entity has seen somebody else at its head.
        cases.outdate(PrincipalManagerCase.KIND, request.organisation());
        return true;
    }

    private void settle(
            CaseFile dossier, PrincipalManagerRequest request, RequestStatus last, String event, Instant now) {
        PrincipalManagerRequest settled = request.settled(last, null, now);
        requests.update(settled);
        trail.happened(dossier, settled, Change.to(last, event), now);
    }

    private void designated(CaseFile dossier, PrincipalManagerRequest request, UUID responsibility, Basis basis) {
        PersonId former = request.formerManager();
        PersonId by = basis.decidedBy();
        AuditEvent event = AuditEvent.of("principal-manager.designated", "responsibility", responsibility)
                .changing(
                        former == null ? null : Map.of("person", former.value()),
                        Map.of(
                                "person", request.manager().value(),
                                "organisation", request.organisation().value()))
                .justifiedBy(basis.id().value());
        trail.happened(
                dossier,
                request,
                Change.to(RequestStatus.DESIGNATED, "principal-manager.designated")
                        .audited(event),
                by,
                basis.inPlaceOf(),
                null,
                basis.decidedAt());
    }

    /** Writes a mail about the request of that dossier. */
    public void tell(DossierNumber number, BiConsumer<CaseFile, PrincipalManagerRequest> mail) {
        CaseFile dossier = dossier(number);
        mail.accept(dossier, request(dossier));
    }

    private boolean hasLapsed(PrincipalManagerRequest request, Instant now) {
        Tie tie = request.tie();
        return directory.person(request.manager()).disabled()
                || directory.person(request.requestedBy()).disabled()
                || nominees.mismatch(request).isPresent()
                || (tie != null && tie.lastDay() != null && tie.lastDay().isBefore(Days.of(now)));
    }

    /** With its first designation an enterprise takes part in CSAM, and the address given is its own from then on. */
    private void register(PrincipalManagerRequest request, Instant now) {
        Organisation organisation = directory.organisation(request.organisation());
        if (organisation.kind() == OrganisationKind.ENTERPRISE
                && directory.registeredWithCsam(organisation.id()).isEmpty()) {
            Language spoken = directory.person(request.requestedBy()).language();
            directory.changeContact(
                    organisation.id(),
                    new Organisation.Contact(
                            request.contact().email(),
                            spoken == Language.EN ? Language.FR : spoken,
                            organisation.phone(),
                            organisation.contactPerson()));
        }
        directory.registerWithCsam(organisation.id(), now);
    }

    /** Whoever had no address of their own is written to at the one given. */
    private void tie(PrincipalManagerRequest request, Basis basis, Instant now) {
        Person manager = directory.person(request.manager());
        if (manager.email() == null) {
            directory.changeContact(
                    manager.id(), request.contact().email(), request.contact().phone(), manager.language());
        }
        Tie tie = request.tie();
        if (tie != null
                && !directory
                        .relationships(manager.id(), request.organisation(), now)
                        .contains(tie.category())) {
            ties.follow(
                    new NewRelationship(
                            manager.id(),
                            request.organisation(),
                            tie.category(),
                            request.contact().email(),
                            request.contact().phone(),
                            now,
                            Days.endOfPeriod(tie.lastDay()),
                            null),
                    basis);
        }
    }

    private static Basis basis(CaseFile dossier, PrincipalManagerRequest request, Instant now) {
        var verdict = request.verdict();
        return verdict == null
                ? Basis.of(
                        dossier.id().value(),
                        "principal-manager-designated",
                        request.requestedBy(),
                        now,
                        "legal-function-in-register",
                        null)
                : Basis.of(
                                dossier.id().value(),
                                "principal-manager-designated",
                                verdict.by(),
                                now,
                                "mandate-verified-by-support",
                                verdict.reason())
                        .inPlaceOf(verdict.inPlaceOf());
    }

    private List<Responsibility> incumbents(PrincipalManagerRequest request, ResponsibilityKind kind, Instant now) {
        return access.incumbents(kind, request.organisation(), null, null, now);
    }

    private PrincipalManagerRequest lock(CaseFile dossier) {
        return requests.lock(dossier.id()).orElseThrow();
    }

    private PrincipalManagerRequest request(CaseFile dossier) {
        return requests.find(dossier.id()).orElseThrow();
    }

    private CaseFile dossier(DossierNumber number) {
        return cases.find(number).orElseThrow(() -> new IllegalStateException("no dossier " + number));
    }
}
