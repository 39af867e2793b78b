package be.designations.figures;

import be.designations.casework.WorkKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people did and have to do, as it is stored; steps and decisions are those of applications for data protection officers. */
public interface WorkFigureStore {

    /** Steps that were done in no dossier are left out. */
    List<StepTimes> times(Period period);

    /**
     * @param within only those that took so many working days at most; null for all
     * @param order  by {@code days}, {@code name} of the entity or {@code done}
     */
    Found<StepLine> steps(@Nullable Step step, @Nullable Integer within, Period period, Order order, Slice slice);

    /** Desks at which none of that work waits and none was done are left out. */
    List<DeskWork> desks(Set<WorkKind> kinds, Period period, Instant now);

    /** @param order by {@code due}, {@code name} of the entity, {@code came} or {@code done} */
    Found<WorkLine> work(Set<WorkKind> kinds, WorkState state, Period period, Instant now, Order order, Slice slice);

    Decisions decisions(Period period);

    /** @param order by {@code name} of the entity or {@code done} */
    Found<DecisionLine> decisions(DecisionKind kind, Period period, Order order, Slice slice);
}
