package be.designations.upkeep;

import org.jspecify.annotations.Nullable;

/**
 * One of those that a run is about.
 *
 * @param place   from 1
 * @param subject the job, or the dossier
 * @param dossier number of the dossier, or null
 * @param failure why it failed, by code; null as long as it has not
 * @param detail  the same in the words of the engine, without NISS, or null
 */
public record RunItem(
        int place,
        String subject,
        @Nullable String dossier,
        @Nullable String failure,
        @Nullable String detail) {

    static RunItem of(int place, String subject, @Nullable String dossier) {
        return new RunItem(place, subject, dossier, null, null);
    }
}
