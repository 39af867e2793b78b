package be.designations.testing;

import be.designations.casework.CaseDesk;
import be.designations.casework.CaseDossiers;
import be.designations.casework.CaseView;
import be.designations.casework.DossierNumber;
import be.designations.casework.Reminders;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.dpd.DossierView;
import be.designations.dpd.DpdAnswers.DpdCompletion;
import be.designations.dpd.DpdAnswers.DpdCompletionRequest;
import be.designations.dpd.DpdAnswers.DpdDecision;
import be.designations.dpd.DpdAnswers.DpdOpinion;
import be.designations.dpd.DpdAnswers.DpdWithdrawal;
import be.designations.dpd.DpdApplication;
import be.designations.dpd.DpdCase;
import be.designations.dpd.DpdDesignations;
import be.designations.dpd.DpdDossiers;
import be.designations.dpd.RefusalGround;
import be.designations.forms.FormValues;
import be.designations.identifier.Niss;
import be.designations.localmanager.LocalManagerInstruction;
import be.designations.management.RelationshipDeclaration;
import be.designations.principalmanager.DesignationDossier;
import be.designations.principalmanager.DesignationDossiers;
import be.designations.principalmanager.MandateVerification;
import be.designations.principalmanager.PrincipalManagerCase;
import be.designations.principalmanager.PrincipalManagerWithdrawal;
import be.designations.replacement.ReplacementCase;
import be.designations.replacement.ReplacementTie;
import be.designations.replacement.ReplacementView;
import be.designations.replacement.Replacements;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do with dossiers, by the words of the field: each takes the step through the desk that all steps go through. */
@Component
public final class DossierActs {

    private final DpdDesignations drafts;
    private final CaseDesk desk;
    private final CaseDossiers dossiers;
    private final DpdCase dpd;
    private final DpdDossiers dpdDossiers;
    private final PrincipalManagerCase principalManager;
    private final DesignationDossiers designations;
    private final ReplacementCase replacement;
    private final Replacements replacements;
    private final Reminders reminders;

    DossierActs(
            DpdDesignations drafts,
            CaseDesk desk,
            CaseDossiers dossiers,
            DpdCase dpd,
            DpdDossiers dpdDossiers,
            PrincipalManagerCase principalManager,
            DesignationDossiers designations,
            ReplacementCase replacement,
            Replacements replacements,
            Reminders reminders) {
        this.drafts = drafts;
        this.desk = desk;
        this.dossiers = dossiers;
        this.dpd = dpd;
        this.dpdDossiers = dpdDossiers;
        this.principalManager = principalManager;
        this.designations = designations;
        this.replacement = replacement;
        this.replacements = replacements;
        this.reminders = reminders;
    }

    /** Half of the time for that work is over. */
    public void remind(DossierNumber number, WorkKind work) {
        reminders.remind(number, work);
    }

    /** The time for that work is over. */
    public void escalate(DossierNumber number, WorkKind work) {
        reminders.escalate(number, work);
    }

    /** Fills in a draft for the CPAS that the actor acts for. */
    public DpdApplication draft(Actor filer, FormValues answers) {
        DpdApplication draft = drafts.startDraft(filer, Objects.requireNonNull(filer.actingFor()));
        return drafts.saveDraft(filer, draft.id(), draft.version(), answers);
    }

    /** Fills in an application for the CPAS that the actor acts for, and sends it. */
    public DossierNumber submit(Actor filer, FormValues answers) {
        DpdApplication draft = draft(filer, answers);
        return drafts.submit(filer, draft.id(), draft.version());
    }

    /** Sends an application that both desks agree to. */
    public DossierNumber approved(CpasWorld world, FormValues answers) {
        DossierNumber number = submit(world.forCpas(world.head), answers);
        giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
        decide(CpasWorld.as(world.approver), number, null, true, null);
        return number;
    }

    public CaseView view(Actor reader, DossierNumber number) {
        return dossiers.view(reader, number);
    }

    public DossierView application(Actor reader, DossierNumber number) {
        return dpdDossiers.view(reader, view(reader, number).content(dpd));
    }

    public DesignationDossier designation(Actor reader, DossierNumber number) {
        return designations.view(reader, view(reader, number).content(principalManager));
    }

    public ReplacementView replacement(Actor reader, DossierNumber number) {
        return replacements.view(view(reader, number).content(replacement));
    }

    public void take(Actor actor, DossierNumber number, boolean fromOther) {
        desk.take(actor, number, fromOther);
    }

    public void release(Actor actor, DossierNumber number) {
        desk.release(actor, number);
    }

    public void askCompletion(Actor actor, DossierNumber number, @Nullable Integer seen, String questions) {
        desk.perform(actor, number, "completion-request", seen, new DpdCompletionRequest(questions));
    }

    public void complete(Actor actor, DossierNumber number, @Nullable Integer seen, String answer) {
        desk.perform(actor, number, "complete", seen, new DpdCompletion(answer));
    }

    public void giveOpinion(
            Actor actor, DossierNumber number, @Nullable Integer seen, boolean favourable, String reasons) {
        desk.perform(
                actor,
                number,
                "opinion",
                seen,
                new DpdOpinion(favourable ? DpdOpinion.Advice.FAVOURABLE : DpdOpinion.Advice.UNFAVOURABLE, reasons));
    }

    public void decide(
            Actor actor, DossierNumber number, @Nullable Integer seen, boolean approved, @Nullable String reason) {
        desk.perform(
                actor,
                number,
                "decision",
                seen,
                approved
                        ? new DpdDecision(DpdDecision.Verdict.APPROVED, null, reason)
                        : new DpdDecision(DpdDecision.Verdict.REFUSED, RefusalGround.OTHER, reason));
    }

    public void withdraw(Actor actor, DossierNumber number, @Nullable Integer seen, String reason) {
        desk.perform(actor, number, "withdraw", seen, new DpdWithdrawal(reason));
    }

    public void changeLocalManager(Actor actor, DossierNumber number, Niss niss, boolean confirmsRemoval) {
        desk.perform(actor, number, "local-manager", null, new LocalManagerInstruction(niss.value(), confirmsRemoval));
    }

    public void verify(
            Actor actor, DossierNumber number, @Nullable Integer seen, boolean accepted, @Nullable String reason) {
        desk.perform(
                actor,
                number,
                "verification",
                seen == null ? view(actor, number).dossier().version() : seen,
                new MandateVerification(
                        accepted ? MandateVerification.Decision.ACCEPT : MandateVerification.Decision.REFUSE, reason));
    }

    public void withdrawRequest(Actor actor, DossierNumber number, @Nullable String reason) {
        desk.perform(actor, number, "withdraw", null, new PrincipalManagerWithdrawal(reason));
    }

    public void declareTie(Actor actor, DossierNumber number, RelationshipDeclaration tie, String reason) {
        desk.perform(
                actor,
                number,
                "tie",
                null,
                new ReplacementTie(tie.category(), tie.email(), tie.phone(), tie.lastDay(), reason));
    }
}
