package be.designations.dpd;

import be.designations.directory.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What somebody finds who wants to apply for a CPAS.
 *
 * @param openNumber    the dossier that is under way, or null; while there is one, no other can be started (D7)
 * @param draft         the draft that can be gone on with, or null
 * @param refusedNumber the dossier of the last application when that was refused, or null; a new one starts filled in
 * @param refusal       when and why it was, or null
 */
public record CpasProspect(
        Organisation cpas,
        @Nullable String openNumber,
        @Nullable DpdApplication draft,
        @Nullable String refusedNumber,
        DpdApplications.@Nullable Decision refusal) {}
