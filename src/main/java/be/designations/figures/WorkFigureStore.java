package be.designations.figures;

import be.designations.casework.WorkKind;
import be.designations.dpd.RefusalGround;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people did and have to do, as it is stored; steps and decisions are those of applications for data protection officers. */
public interface WorkFigureStore {

    /** Steps that were done in no dossier are left out; so is the whole when nothing was decided. */
    List<StepTimes> times(WorkFilter filter);

    /**
     * @param step   null for all, without the whole
     * @param within only those that took so many working days at most; null for all
     * @param order  by {@code days}, {@code name} of the entity or {@code done}
     */
    Found<StepLine> steps(@Nullable Step step, @Nullable Integer within, WorkFilter filter, Order order, Slice slice);

    /** Desks at which none of that work waits and none was done are left out. */
    List<DeskWork> desks(Set<WorkKind> kinds, WorkFilter filter, Instant now);

    /** @param order by {@code due}, {@code name} of the entity, {@code came} or {@code done} */
    Found<WorkLine> work(
            Set<WorkKind> kinds, WorkState state, WorkFilter filter, Instant now, Order order, Slice slice);

    Decisions decisions(WorkFilter filter);

    /**
     * @param ground only refusals for that; null for all decisions of the kind
     * @param order  by {@code name} of the entity or {@code done}
     */
    Found<DecisionLine> decisions(
            DecisionKind kind, @Nullable RefusalGround ground, WorkFilter filter, Order order, Slice slice);
}
