package be.designations.mandate;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseKind;
import be.designations.casework.CaseList;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseType;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.dpd.DpdAccess;
import be.designations.mandate.MandateAnswers.AssistanceEnding;
import be.designations.mandate.MandateAnswers.AssistanceGivenUp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Somebody assists the data protection officer of a CPAS, or stands in for them, until that is over (D100, D101). Read by the same people as mandates. */
@Component
public class AssistanceCase implements CaseType<Assistance> {

    static final CaseKind KIND = new CaseKind("OFFICER_ASSISTANCE", "AID");

    private final AssistanceStore store;
    private final Assistances operations;
    private final DpdAccess dpd;
    private final Clock clock;

    AssistanceCase(AssistanceStore store, Assistances operations, DpdAccess dpd, Clock clock) {
        this.store = store;
        this.operations = operations;
        this.dpd = dpd;
        this.clock = clock;
    }

    @Override
    public String key() {
        return AssistanceProcess.KEY;
    }

    /** What a CPAS tells cannot be kept back. */
    @Override
    public boolean isAskedFor() {
        return false;
    }

    @Override
    public CaseKind kind() {
        return KIND;
    }

    @Override
    public List<AssistanceStatus> statuses() {
        return List.of(AssistanceStatus.values());
    }

    @Override
    public Class<Assistance> content() {
        return Assistance.class;
    }

    @Override
    public List<WorkKind> work() {
        return List.of();
    }

    @Override
    public List<CaseStep<Assistance, ?>> steps() {
        return List.of(
                step("end", "assistance-end", AssistanceEnding.class)
                        .described(
                                "End what an adjunct or interim officer does",
                                "The CPAS: earlier than it would end; the last day may be past.")
                        .by((actor, assistance) -> operations.notNaming(actor, assistance.organisation()))
                        .whileIt(assistance -> assistance.isOpen()
                                && assistance.hasBegun(clock.instant())
                                && !assistance.isOver(clock.instant()))
                        .secondary()
                        .performing(operations::end),
                step("give-up", "assistance-give-up", AssistanceGivenUp.class)
                        .described("Give up an adjunct or interim officer", "The CPAS: before the first day.")
                        .by((actor, assistance) -> operations.notNaming(actor, assistance.organisation()))
                        .whileIt(assistance -> assistance.isOpen() && !assistance.hasBegun(clock.instant()))
                        .secondary()
                        .performing(operations::giveUp));
    }

    @Override
    public Optional<Assistance> find(CaseId dossier) {
        return store.find(dossier);
    }

    @Override
    public Assistance lock(CaseFile dossier) {
        return store.lock(dossier.id()).orElseThrow();
    }

    @Override
    public CaseList.Seen seenBy(Actor actor) {
        return dpd.seesEveryCase(actor)
                ? CaseList.Seen.all(KIND)
                : CaseList.Seen.of(KIND, Set.copyOf(dpd.casesSeenOf(actor))).orAbout(actor.person());
    }

    @Override
    public List<PersonId> people(Assistance assistance) {
        return Stream.concat(
                        Stream.of(assistance.person(), assistance.namedBy()),
                        Stream.concat(
                                Stream.ofNullable(assistance.settledBy()), operations.officer(assistance).stream()))
                .toList();
    }
}
