package be.designations.primaweb;

import be.designations.access.Translated;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has entered PrimaWeb of a CPAS.
 *
 * @param deactivatedAt since when they are among the inactive users, or null
 * @param version       rises with each decision about them
 * @param profiles      those that they have, by name; whether these give anything, the standing says
 */
public record ProfileUser(
        PersonId person,
        String name,
        Instant enteredAt,
        @Nullable Instant deactivatedAt,
        int version,
        Standing standing,
        List<Given> profiles) {

    public ProfileUser {
        profiles = List.copyOf(profiles);
    }

    /** How a user stands now: judged whenever it is asked, by the rights that run (D62). */
    public enum Standing {
        /** Has the role, since before a manager last decided: what the profiles say holds. */
        STANDS,
        /** Lost the role and has it again: the profiles give nothing until a manager says so. */
        ASKS,
        /** Is blocked, as a user or altogether. */
        BLOCKED,
        /** Has the role no more. */
        ENDED
    }

    /** A profile that somebody has. */
    public record Given(ProfileId id, boolean everything, Translated name, Instant since) {

        public String in(Language language) {
            return Profile.called(name, language);
        }
    }

    /** Whether profiles can be given to them. */
    public boolean assignable() {
        return deactivatedAt == null && (standing == Standing.STANDS || standing == Standing.ASKS);
    }

    /** Whether a manager is asked if the profiles are to hold again. */
    public boolean asks() {
        return standing == Standing.ASKS && !profiles.isEmpty();
    }
}
