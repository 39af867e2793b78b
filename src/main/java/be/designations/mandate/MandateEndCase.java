package be.designations.mandate;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.Tone;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdAccess;
import be.designations.dpd.Mandates;
import be.designations.mandate.MandateAnswers.TakingBack;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The mandate of a data protection officer ends, by resignation, withdrawal of the approval or its date (D8). For whoever reads the dossiers
 * of the CPAS, the desks and the officer.
 */
@Component
public class MandateEndCase implements CaseType<EndingMandate> {

    static final CaseKind KIND = new CaseKind("MANDATE_END", "MND");

    private final MandateStore mandates;
    private final MandateEnds ends;
    private final MandateAccess rules;
    private final DpdAccess dpd;
    private final Mandates held;
    private final Clock clock;

    MandateEndCase(
            MandateStore mandates, MandateEnds ends, MandateAccess rules, DpdAccess dpd, Mandates held, Clock clock) {
        this.mandates = mandates;
        this.ends = ends;
        this.rules = rules;
        this.dpd = dpd;
        this.held = held;
        this.clock = clock;
    }

    @Override
    public String key() {
        return MandateEndProcess.KEY;
    }

    /** A resignation cannot be kept back. */
    @Override
    public boolean isAskedFor() {
        return false;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public List<MandateEndStatus> statuses() {
        return List.of(MandateEndStatus.values());
    }

    @Override
    public Class<EndingMandate> content() {
        return EndingMandate.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of();
    }

    @Override
    public List<CaseStep<EndingMandate, ?>> steps() {
        return List.of(step("back", "mandate-end-back", TakingBack.class)
                .described(
                        "Take a resignation back",
                        "The officer, or the CPAS: before the last day. The mandate goes on as it would have.")
                .by((actor, ending) -> rules.notResigning(actor, ending.mandate()))
                .unless((actor, ending) -> ends.notTakingBack(ending))
                .whileIt(ending -> ending.canBeTakenBack(clock.instant()))
                .secondary()
                .performing(ends::takeBack));
    }

    @Override
    public Optional<EndingMandate> find(CaseId dossier) {
        return mandates.findEnd(dossier).map(ends::ending);
    }

    /** The mandate before its end, as whoever ends it does. */
    @Override
    public EndingMandate lock(CaseFile dossier) {
        held.lock(mandates.findEnd(dossier.id()).orElseThrow().mandate());
        return ends.ending(mandates.lockEnd(dossier.id()).orElseThrow());
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        return dpd.seesEveryCase(actor)
                ? CaseList.Seen.all(KIND)
                : CaseList.Seen.of(KIND, Set.copyOf(dpd.casesSeenOf(actor))).orAbout(actor.person());
    }

    @Override
    public List<PersonId> people(EndingMandate ending) {
        return Stream.concat(
                        Stream.of(ending.mandate().person()),
                        Stream.concat(
                                Stream.ofNullable(ending.end().settledBy()),
                                Stream.ofNullable(ending.decision()).flatMap(it -> Stream.ofNullable(it.decidedBy()))))
                .toList();
    }

    @Override
    public Tone tone(String event) {
        return switch (event) {
            case "mandate.approval-withdrawn", "mandate.without-successor" -> Tone.NEGATIVE;
            default -> Tone.NEUTRAL;
        };
    }
}
