package be.designations.imports;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that was brought for an entity.
 *
 * @param rows      lines that say something
 * @param actor     for whom it is checked or applied
 * @param confirmedAt when somebody confirmed that the good lines are applied, or null
 * @param changedAt when it was last worked on
 * @param emptied   whether its lines were removed (D33)
 */
public record ImportFile(
        ImportId id,
        OrganisationId organisation,
        String fileName,
        String sha256,
        int rows,
        ImportState state,
        Actor actor,
        Instant broughtAt,
        @Nullable Instant confirmedAt,
        Instant changedAt,
        Counts counts,
        boolean emptied) {

    /**
     * How many lines are what.
     *
     * @param good     would change something when they were checked
     * @param needless are so already
     * @param bad      are not taken
     * @param done     of the good ones, were applied
     * @param refused  of the good ones, were refused when they were to be applied
     * @param missed   of the bad ones, named a number that is nobody’s
     */
    public record Counts(int good, int needless, int bad, int done, int refused, int missed) {

        public int checked() {
            return good + needless + bad;
        }

        public int applied() {
            return done + refused;
        }
    }

    /** How much of what goes on is over, 0 to 100. */
    public int percent() {
        int all = state == ImportState.APPLYING ? counts.good() : rows;
        int over = state == ImportState.APPLYING ? counts.applied() : counts.checked();
        return all == 0 ? 100 : (int) (100L * over / all);
    }

    /** Lines of which the reasons are shown. */
    public int problems() {
        return counts.bad() + counts.refused();
    }
}
