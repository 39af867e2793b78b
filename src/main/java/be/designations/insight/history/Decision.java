package be.designations.insight.history;

import be.designations.access.Sight;
import be.designations.insight.Grounds;
import be.designations.insight.history.HistoryStore.EffectLine;
import java.util.List;

/**
 * A decision with what it did, as a reader may see it.
 *
 * @param dossiers whether the reader may open its dossier
 * @param total    how many lines there are; one more than {@link HistoryStore#COUNTED} means more than that
 */
public record Decision(Grounds grounds, boolean dossiers, List<EffectLine> lines, long total, Sight sight) {

    public Decision {
        lines = List.copyOf(lines);
    }
}
