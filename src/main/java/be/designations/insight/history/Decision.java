package be.designations.insight.history;

import be.designations.access.Sight;
import be.designations.insight.Grounds;
import be.designations.insight.history.HistoryStore.EffectLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The reference of the letter by which it designates somebody, for a reader who may read it and sees what it began; else null. */
    public @Nullable String letter() {
        return lines.stream().anyMatch(line -> line.effect() == Effect.BEGUN) ? grounds.letter() : null;
    }
}
