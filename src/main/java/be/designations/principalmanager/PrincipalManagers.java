package be.designations.principalmanager;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.audit.AuditEvent;
import be.designations.casework.Attachments;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.SignInLevel;
import be.designations.forms.FormPage;
import be.designations.forms.FormValues;
import be.designations.forms.InvalidAnswersException;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.identifier.Niss;
import be.designations.management.Designation.Incumbency;
import be.designations.management.LookUps;
import be.designations.principalmanager.Nominees.Nominee;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Designating the principal access manager of an entity (RAE / GAP): by whoever represents it, for themselves or for another
 * person of the staff or with a legal function; on documents that support verifies when the register of enterprises does not
 * recognise them. <i>Source: S003, A6, B2.</i>
 */
@Service
public class PrincipalManagers {

    private static final int MOST_DRAFTS = 10;
    private static final int MOST_REQUESTS_A_DAY = 10;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Representations representations;
    private final Proposals proposals;
    private final Nominees nominees;
    private final LookUps lookUps;
    private final Incumbents incumbents;
    private final PrincipalManagerRequests requests;
    private final AccessModel accessModel;
    private final Attachments attachments;
    private final Directory directory;
    private final Cases cases;
    private final ProcessDriver process;
    private final CaseTrail trail;
    private final TransactionOperations transaction;
    private final Clock clock;

    PrincipalManagers(
            Representations representations,
            Proposals proposals,
            Nominees nominees,
            LookUps lookUps,
            Incumbents incumbents,
            PrincipalManagerRequests requests,
            AccessModel accessModel,
            Attachments attachments,
            Directory directory,
            Cases cases,
            ProcessDriver process,
            CaseTrail trail,
            TransactionOperations transaction,
            Clock clock) {
        this.representations = representations;
        this.proposals = proposals;
        this.nominees = nominees;
        this.lookUps = lookUps;
        this.incumbents = incumbents;
        this.requests = requests;
        this.accessModel = accessModel;
        this.attachments = attachments;
        this.directory = directory;
        this.cases = cases;
        this.process = process;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads the number of an enterprise as somebody typed it.
     *
     * @throws RejectedException when it is none; the number of a place of work is named as such
     */
    public static EnterpriseNumber numberOf(String typed) {
        return EnterpriseNumber.parse(typed)
                .orElseThrow(() -> new RejectedException(Rejection.ofField(
                        EstablishmentUnitNumber.isValid(typed)
                                ? "principalmanager.number-of-establishment-unit"
                                : "principalmanager.number-unreadable",
                        "enterpriseNumber")));
    }

    /** The enterprises that the actor represents, by number; nothing when the register does not answer. */
    public Optional<List<RegisteredEnterprise>> represented(Actor actor) {
        return actor.level().isAtLeast(SignInLevel.ITSME)
                ? representations.representedBy(actor.person())
                : Optional.of(List.of());
    }

    /**
     * Where the actor stands with that enterprise.
     *
     * @throws RejectedException at the field {@code enterpriseNumber} when there is no such enterprise, or it has stopped
     */
    public Situation situation(Actor actor, EnterpriseNumber number) {
        Representation representation = representations.of(actor.person(), actor.level(), number);
        Optional<OrganisationId> organisation =
                directory.findOrganisation(number).map(Organisation::id);
        return new Situation(
                representation,
                requests.findDraft(actor.person(), number).orElse(null),
                organisation
                        .filter(known -> representation.isRecognised())
                        .flatMap(incumbents::principalManager)
                        .orElse(null),
                organisation
                        .flatMap(known -> requests.latest(actor.person(), known))
                        .filter(latest -> latest.status().isOpen())
                        .map(this::numberOf)
                        .orElse(null));
    }

    /** Whether the answers name another person whose tie to the enterprise must be declared. */
    public boolean needsTie(Situation situation) {
        Draft draft = situation.draft();
        return draft != null && proposals.needsTie(situation.representation(), draft.answers());
    }

    /** Whether these answers go by the special procedure. */
    public boolean isSpecial(Situation situation) {
        Draft draft = situation.draft();
        return proposals.isSpecial(situation.representation(), draft == null ? FormValues.empty() : draft.answers());
    }

    /**
     * Looks at whom the actor named, before that is kept and more is asked about the person. It is written down who looked.
     *
     * @param answers to the form {@code principal-manager}
     * @throws RejectedException at {@code niss}, {@code lastName} or {@code who}, when that person is not to be designated
     */
    public void checkPerson(Actor actor, Representation representation, FormValues answers) {
        Proposal whom = proposals.whom(answers);
        boolean recognised = representation.isRecognised();
        Niss niss = whom.niss();
        Supplier<Nominee> comparison = () -> nominees.find(actor, whom, recognised);
        Nominee nominee = recognised && niss != null
                ? lookUps.look(actor, "principal-manager", null, niss, comparison)
                : comparison.get();
        RejectedException.throwIfAny(nominees.refusals(
                actor,
                nominee,
                directory.findOrganisation(representation.enterprise().number()).orElse(null),
                null,
                recognised));
    }

    /**
     * Keeps what the actor typed on one page.
     *
     * @param answers as a form has read them
     * @param page    the page of that form
     */
    public Draft save(Actor actor, EnterpriseNumber number, FormPage page, FormValues answers) {
        Instant now = clock.instant();
        return Objects.requireNonNull(transaction.execute(status -> {
            Draft draft = requests.lockDraft(actor.person(), number)
                    .map(known -> known.with(known.answers().replacing(page, answers), now))
                    .orElseGet(() -> newDraft(actor, number, FormValues.empty().replacing(page, answers), now));
            requests.save(draft);
            return draft;
        }));
    }

    private Draft newDraft(Actor actor, EnterpriseNumber number, FormValues answers, Instant now) {
        if (requests.countDrafts(actor.person()) >= MOST_DRAFTS) {
            throw new RejectedException(Rejection.of("principalmanager.too-many-drafts", MOST_DRAFTS));
        }
        return new Draft(new RequestId(UUID.randomUUID()), actor.person(), number, answers, now);
    }

    /** Takes back that documents are offered: back to waiting for the register. */
    public void waitForRegister(Actor actor, EnterpriseNumber number) {
        transaction.executeWithoutResult(status -> requests.lockDraft(actor.person(), number)
                .ifPresent(draft -> requests.save(
                        draft.with(draft.answers().with("ground", "").with("explanation", ""), clock.instant()))));
    }

    /**
     * What the actor is to check before confirming.
     *
     * @throws NotFoundException       when nothing was typed yet
     * @throws InvalidAnswersException when answers are missing or wrong
     * @throws RejectedException       when a rule refuses
     */
    public Review review(Actor actor, EnterpriseNumber number) {
        Situation situation = situation(actor, number);
        Draft draft = situation.draft();
        if (draft == null) {
            throw new NotFoundException("draft");
        }
        Proposal proposal = proposals.read(situation.representation(), draft.answers());
        Optional<Organisation> organisation = directory.findOrganisation(number);
        boolean recognised = situation.representation().isRecognised();
        Supplier<Nominee> comparison = () -> nominees.find(actor, proposal, recognised);
        Nominee nominee = recognised && proposal.niss() != null
                ? lookUps.check(actor, "principal-manager", null, comparison)
                : comparison.get();
        RejectedException.throwIfAny(
                refusals(actor, proposal, nominee, organisation.orElse(null), draft.id(), recognised));
        Person person = nominee.person();
        return new Review(
                situation,
                proposal,
                recognised || proposal.niss() == null ? nominee.name() : Objects.requireNonNull(proposal.lastName()),
                proposal.niss() == null ? directory.person(actor.person()).niss() : proposal.niss(),
                recognised
                        && person != null
                        && organisation.isPresent()
                        && incumbents.isCoPrincipalManager(
                                person.id(), organisation.get().id()));
    }

    /**
     * Sends the request; whoever the register recognises has designated the manager when this returns.
     *
     * @param seen who was principal access manager when the actor looked, or null when that was not theirs to know
     * @return the dossier; that of before when it was sent already
     * @throws InvalidAnswersException when answers are missing or wrong
     * @throws RejectedException       when a rule refuses
     * @throws AlreadyHandledException when somebody else has been designated meanwhile
     */
    public DossierNumber send(Actor actor, EnterpriseNumber number, @Nullable Incumbency seen) {
        Representation representation = representations.of(actor.person(), actor.level(), number);
        Proposal compared = requests.findDraft(actor.person(), number)
                .map(draft -> compared(actor, representation, draft))
                .orElse(null);
        return Objects.requireNonNull(
                transaction.execute(status -> file(actor, number, representation, compared, seen)));
    }

    /** Number and name are compared before the transaction begins: a miss leaves its trace (D32). */
    private Proposal compared(Actor actor, Representation representation, Draft draft) {
        Proposal proposal = proposals.read(representation, draft.answers());
        if (isComparing(representation, proposal)) {
            lookUps.check(actor, "principal-manager", null, () -> nominees.find(actor, proposal, true));
        }
        return proposal;
    }

    private static boolean isComparing(Representation representation, Proposal proposal) {
        return representation.isRecognised() && proposal.niss() != null;
    }

    private DossierNumber file(
            Actor actor,
            EnterpriseNumber number,
            Representation representation,
            @Nullable Proposal compared,
            @Nullable Incumbency seen) {
        Optional<Draft> found = requests.lockDraft(actor.person(), number);
        if (found.isEmpty()) {
            return sentBefore(actor, number);
        }
        Draft draft = found.get();
        Proposal proposal = proposals.read(representation, draft.answers());
        if (isComparing(representation, proposal) && !proposal.equals(compared)) {
            throw new RejectedException(
                    Rejection.of("principalmanager.draft-changed-meanwhile").ofState());
        }
        Person requester = directory.person(actor.person());
        Instant now = clock.instant();
        Organisation organisation = takenIn(representation, proposal.contact().email(), requester.language(), now);
        accessModel.lock(organisation.id());
        Optional<Incumbent> incumbent = incumbents.principalManager(organisation.id());
        boolean recognised = representation.isRecognised();
        if (recognised) {
            refuseUnseen(actor, incumbent.map(Incumbent::responsibility).orElse(null), seen);
        }
        Nominee nominee = nominees.find(actor, proposal, recognised);
        RejectedException.throwIfAny(refusals(actor, proposal, nominee, organisation, draft.id(), recognised));
        if (requests.countSince(actor.person(), now.minus(A_DAY)) >= MOST_REQUESTS_A_DAY) {
            throw new RejectedException(Rejection.of("principalmanager.too-many-requests", MOST_REQUESTS_A_DAY));
        }
        requests.latest(actor.person(), organisation.id())
                .filter(latest -> latest.status().isOpen())
                .ifPresent(open -> {
                    throw new RejectedException(Rejection.of(
                                    "principalmanager.request-open",
                                    numberOf(open).value())
                            .ofState());
                });
        Niss niss = proposal.niss();
        Person manager = niss == null
                ? requester
                : nominees.take(niss, Objects.requireNonNull(proposal.lastName()), organisation);
        boolean special = proposal.claim() != null;
        RequestStatus status = special ? RequestStatus.AWAITING_VERIFICATION : RequestStatus.AWAITING_REGISTER;
        CaseFile dossier = cases.open(PrincipalManagerCase.KIND, organisation.id(), actor.person(), null, now, status);
        // Four eyes: neither whoever asks nor whoever is proposed verifies.
        cases.bar(dossier.id(), actor.person(), PrincipalManagerCase.VERIFY_MANDATE);
        cases.bar(dossier.id(), manager.id(), PrincipalManagerCase.VERIFY_MANDATE);
        PrincipalManagerRequest request = new PrincipalManagerRequest(
                draft.id(),
                dossier.id(),
                organisation.id(),
                actor.person(),
                now,
                proposal.claim(),
                manager.id(),
                proposal.lastName(),
                proposal.contact(),
                proposal.tie(),
                incumbent.map(Incumbent::responsibility).orElse(null),
                status,
                representation.recognition(),
                representation.day(),
                now,
                0,
                null,
                null,
                null,
                null);
        requests.add(request);
        requests.remove(draft);
        filed(actor, dossier, request);
        process.start(
                PrincipalManagerProcess.KEY,
                dossier.number(),
                Map.of(PrincipalManagerProcess.SPECIAL_PROCEDURE, special));
        return dossier.number();
    }

    /** Representing is personal: the organisation chosen to act for does not show. */
    private void filed(Actor actor, CaseFile dossier, PrincipalManagerRequest request) {
        String event = request.isSpecial() ? "principal-manager.mandate-claimed" : "principal-manager.filed";
        trail.happened(
                dossier,
                request,
                Change.of(event)
                        .audited(AuditEvent.of(event, request.subject(), request.subjectId())
                                .changing(
                                        null,
                                        Map.of(
                                                "organisation",
                                                        request.organisation().value(),
                                                "manager", request.manager().value(),
                                                "register", String.valueOf(request.registerAnswer())))),
                actor.person(),
                null,
                request.filedAt());
    }

    /** Its mailbox is what is given on designation; until then nobody has shown to speak for it. */
    private Organisation takenIn(Representation representation, String email, Language spoken, Instant now) {
        RegisteredEnterprise enterprise = representation.enterprise();
        Language letters = spoken == Language.EN ? Language.FR : spoken;
        return enterprise.isDescribed()
                ? directory.takeIn(enterprise, email, letters, now)
                : directory.takeIn(enterprise.number(), email, letters, now);
    }

    private List<Rejection> refusals(
            Actor actor,
            Proposal proposal,
            Nominee nominee,
            @Nullable Organisation organisation,
            RequestId documents,
            boolean recognised) {
        List<Rejection> refusals =
                new ArrayList<>(nominees.refusals(actor, nominee, organisation, proposal.tie(), recognised));
        if (proposal.claim() != null && attachments.of(documents.value()).isEmpty()) {
            refusals.add(Rejection.ofField("principalmanager.no-document", "files"));
        }
        return refusals;
    }

    /** The same click twice: what it did the first time. */
    private DossierNumber sentBefore(Actor actor, EnterpriseNumber number) {
        return directory
                .findOrganisation(number)
                .flatMap(organisation -> requests.latest(actor.person(), organisation.id()))
                .map(this::numberOf)
                .orElseThrow(() -> new NotFoundException("draft"));
    }

    /** Whoever designates replaces the person whom they saw, not one designated meanwhile: they are told by whom. */
    private void refuseUnseen(Actor actor, @Nullable UUID present, @Nullable Incumbency seen) {
        UUID before = seen == null ? null : seen.responsibility();
        if (Objects.equals(present, before)) {
            return;
        }
        UUID changed = Objects.requireNonNull(present == null ? before : present);
        Basis last = accessModel
                .lastDecisionOn(changed)
                .orElseThrow(() -> new RejectedException(
                        Rejection.of("principalmanager.changed-meanwhile").ofState()));
        PersonId by = last.decidedBy();
        throw new AlreadyHandledException(
                by == null ? null : directory.person(by).displayName(),
                last.decidedAt(),
                actor.person().equals(by));
    }

    private DossierNumber numberOf(PrincipalManagerRequest request) {
        return cases.find(request.caseId()).orElseThrow().number();
    }
}
