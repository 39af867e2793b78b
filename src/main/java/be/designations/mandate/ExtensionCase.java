package be.designations.mandate;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.Desk;
import be.designations.casework.Tone;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdAccess;
import be.designations.dpd.Mandates;
import be.designations.mandate.MandateAnswers.ExtensionDecision;
import be.designations.mandate.MandateAnswers.ExtensionWithdrawal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The request of a CPAS that a mandate go on, on which SPP IS decides (D95). Read by the same people as the end of a mandate. */
@Component
public class ExtensionCase implements CaseType<AskedExtension> {

    static final CaseKind KIND = new CaseKind("MANDATE_EXTENSION", "EXT");
    public static final WorkKind DECIDE = new WorkKind(
            "DECIDE_EXTENSION", ExtensionProcess.KEY, "task_decide-extension", Desk.SPP_IS, "mandate-extension", 10);

    private final ExtensionStore extensions;
    private final MandateExtensions operations;
    private final MandateAccess rules;
    private final DpdAccess dpd;
    private final Mandates held;

    ExtensionCase(
            ExtensionStore extensions,
            MandateExtensions operations,
            MandateAccess rules,
            DpdAccess dpd,
            Mandates held) {
        this.extensions = extensions;
        this.operations = operations;
        this.rules = rules;
        this.dpd = dpd;
        this.held = held;
    }

    @Override
    public String key() {
        return ExtensionProcess.KEY;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public List<ExtensionStatus> statuses() {
        return List.of(ExtensionStatus.values());
    }

    @Override
    public Class<AskedExtension> content() {
        return AskedExtension.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of(DECIDE);
    }

    @Override
    public List<CaseStep<AskedExtension, ?>> steps() {
        return List.of(
                step("extension-decision", "mandate-extension-decision", ExtensionDecision.class)
                        .described(
                                "Decide on an extension",
                                "SPP IS: allows that the mandate goes on until the day that was asked, or refuses with a reason.")
                        .doing(DECIDE, "dpd.not-an-approver")
                        .unless((actor, asked) -> rules.partiality(actor, asked))
                        .whileIt(asked -> asked.extension().isOpen())
                        .performing(operations::decide),
                step("withdraw", "mandate-extension-withdrawal", ExtensionWithdrawal.class)
                        .described("Withdraw the request for an extension", "The CPAS: possible until the decision.")
                        .by(Desk.FILERS, "dpd.not-a-filer")
                        .whileIt(asked -> asked.extension().isOpen())
                        .secondary()
                        .performing(operations::withdraw));
    }

    @Override
    public Optional<AskedExtension> find(CaseId dossier) {
        return extensions.find(dossier).map(operations::asked);
    }

    /** The mandate before what is asked of it, as whoever ends it does. */
    @Override
    public AskedExtension lock(CaseFile dossier) {
        held.lock(extensions.find(dossier.id()).orElseThrow().mandate());
        return operations.asked(extensions.lock(dossier.id()).orElseThrow());
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        return dpd.seesEveryCase(actor)
                ? CaseList.Seen.all(KIND)
                : CaseList.Seen.of(KIND, Set.copyOf(dpd.casesSeenOf(actor))).orAbout(actor.person());
    }

    @Override
    public Set<OrganisationId> partialIn(Actor actor) {
        return dpd.partialIn(actor);
    }

    @Override
    public List<PersonId> people(AskedExtension asked) {
        return Stream.concat(
                        Stream.of(asked.mandate().person(), asked.extension().askedBy()),
                        Stream.ofNullable(asked.extension().decidedBy()))
                .toList();
    }

    @Override
    public Tone tone(String event) {
        return switch (event) {
            case "extension.allowed" -> Tone.POSITIVE;
            case "extension.refused" -> Tone.NEGATIVE;
            default -> Tone.NEUTRAL;
        };
    }
}
