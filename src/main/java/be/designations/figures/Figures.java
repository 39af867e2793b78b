package be.designations.figures;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.casework.CaseTypes;
import be.designations.casework.Desk;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.dpd.RefusalGround;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures about the data protection officers of all CPAS, each with the list that it counts. For the desks that see every dossier
 * anyway: BCSS, SPP IS and support. <i>Source: D99.</i>
 */
@Service
@Transactional(readOnly = true)
public class Figures {

    private static final int AT_ONCE = 1_000;

    private final Capacities capacities;
    private final CoverageStore coverage;
    private final WorkFigureStore work;
    private final CaseTypes types;
    private final AuditLog audit;
    private final Clock clock;

    Figures(
            Capacities capacities,
            CoverageStore coverage,
            WorkFigureStore work,
            CaseTypes types,
            AuditLog audit,
            Clock clock) {
        this.capacities = capacities;
        this.coverage = coverage;
        this.work = work;
        this.types = types;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the actor acts for one of the desks, signed in surely enough. */
    public boolean mayRead(Actor actor) {
        return CapacityKind.DESKS.stream().anyMatch(role -> capacities.actsForDesk(actor, role));
    }

    private void require(Actor actor) {
        if (!mayRead(actor)) {
            throw new NotAllowedException(Rejection.of("figures.not-at-desk"));
        }
    }

    public LocalDate today() {
        return Days.of(clock.instant());
    }

    /** The instant at which a day is looked at: now on this one, the end of any other. */
    private Instant at(LocalDate day) {
        Instant now = clock.instant();
        return day.equals(Days.of(now)) ? now : Days.endOf(day).minusMillis(1);
    }

    /** @throws NotAllowedException for anybody who acts for none of the desks; so do all that follow */
    public CoverageByPlace coverage(Actor actor, CpasFilter filter) {
        require(actor);
        return CoverageByPlace.of(coverage.count(filter, at(filter.day())));
    }

    public Found<CpasLine> cpas(Actor actor, CpasFilter filter, Order order, Language language, Slice slice) {
        require(actor);
        return coverage.find(filter, at(filter.day()), order, language, slice);
    }

    public SharedOfficers officers(Actor actor, LocalDate day) {
        require(actor);
        return coverage.countShared(CpasFilter.on(day, Cover.ALL, CpasFilter.USUAL_DAYS), at(day));
    }

    public Found<SharedOfficer> officers(Actor actor, LocalDate day, Sharing sharing, Order order, Slice slice) {
        require(actor);
        return coverage.shared(CpasFilter.on(day, Cover.ALL, CpasFilter.USUAL_DAYS), at(day), sharing, order, slice);
    }

    public List<StepTimes> times(Actor actor, WorkFilter filter) {
        require(actor);
        return work.times(filter);
    }

    /** @param within only those that took so many working days at most; null for all */
    public Found<StepLine> steps(
            Actor actor, @Nullable Step step, @Nullable Integer within, WorkFilter filter, Order order, Slice slice) {
        require(actor);
        return work.steps(step, within, filter, order, slice);
    }

    /**
     * What the desks that are offices do in dossiers of every kind that the actor sees all of; what CPAS do, in the designation of
     * officers: their other dossiers are not for the readers of figures.
     */
    private Set<WorkKind> workSeenBy(Actor actor) {
        require(actor);
        return Stream.concat(
                        types.types().stream()
                                .filter(type -> type.seenBy(actor).organisations() == null)
                                .flatMap(type -> type.work().stream())
                                .filter(kind -> kind.desk().office() != null),
                        Arrays.stream(Step.values()).filter(Step::isWork).map(step -> types.work(step.name())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The desks of which the actor reads figures, in their usual order. */
    public Set<Desk> desksOf(Actor actor) {
        return workSeenBy(actor).stream()
                .map(WorkKind::desk)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Desk.class)));
    }

    /** A line for each of the {@link #desksOf desks}, in their order. */
    public List<DeskWork> desks(Actor actor, WorkFilter filter) {
        Map<Desk, DeskWork> counted = work.desks(workSeenBy(actor), filter, clock.instant()).stream()
                .collect(Collectors.toMap(DeskWork::desk, Function.identity()));
        return desksOf(actor).stream()
                .map(desk -> counted.getOrDefault(desk, DeskWork.none(desk)))
                .toList();
    }

    /** @param desk null for all of them; at one of which the actor reads no figures there is nothing */
    public Found<WorkLine> work(
            Actor actor, @Nullable Desk desk, WorkState state, WorkFilter filter, Order order, Slice slice) {
        Set<WorkKind> kinds = workSeenBy(actor).stream()
                .filter(kind -> desk == null || kind.desk() == desk)
                .collect(Collectors.toUnmodifiableSet());
        return work.work(kinds, state, filter, clock.instant(), order, slice);
    }

    public Decisions decisions(Actor actor, WorkFilter filter) {
        require(actor);
        return work.decisions(filter);
    }

    /** @param ground only refusals for that; null for all decisions of the kind */
    public Found<DecisionLine> decisions(
            Actor actor,
            DecisionKind kind,
            @Nullable RefusalGround ground,
            WorkFilter filter,
            Order order,
            Slice slice) {
        require(actor);
        return work.decisions(kind, ground, filter, order, slice);
    }

    /**
     * Every line of a list, some at a time.
     *
     * @param list one of these
     */
    public static <L> void each(Function<Slice, Found<L>> list, Consumer<L> reader) {
        int page = 0;
        Found<L> found;
        do {
            page++;
            found = list.apply(new Slice(page, AT_ONCE));
            found.lines().forEach(reader);
        } while ((long) page * AT_ONCE < found.total());
    }

    /** Writes down that the actor takes a list along. */
    @Transactional
    public void taken(Actor actor, String list) {
        require(actor);
        audit.record(
                AuditEvent.of("figures.exported", "figures", list).by(actor).changing(null, Map.of("format", "csv")));
    }
}
