package be.designations.figures;

import be.designations.casework.Desk;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people did and have to do in the applications for data protection officers, as it is stored. */
public interface WorkFigureStore {

    /** Steps that were done in no dossier are left out. */
    List<StepTimes> times(Period period);

    /** @param order by {@code days}, {@code name} of the entity or {@code done} */
    Found<StepLine> steps(@Nullable Step step, Period period, Order order, Slice slice);

    /** Desks at which nothing waits and nothing was done are left out. */
    List<DeskWork> desks(Period period, Instant now);

    /** @param order by {@code due}, {@code name} of the entity, {@code came} or {@code done} */
    Found<WorkLine> work(@Nullable Desk desk, WorkState state, Period period, Instant now, Order order, Slice slice);

    Decisions decisions(Period period);

    /** @param order by {@code name} of the entity or {@code done} */
    Found<DecisionLine> decisions(DecisionKind kind, Period period, Order order, Slice slice);
}
