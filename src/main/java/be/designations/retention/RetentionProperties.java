package be.designations.retention;

import java.time.Period;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long data is kept, each a period of ISO 8601 of a day at least (D33).
 *
 * @param drafts     after the last change
 * @param documents  after the dossier was settled and what it gave has ended
 * @param answers    likewise
 * @param mailBodies after the mail was sent or given up
 * @param contacts   after the responsibility or working relationship has ended, or the entity has stopped
 * @param takenSteps after the dossier was settled
 * @param lookUps    after the look-up
 * @param importRows after the file was applied, or last worked on
 */
@ConfigurationProperties("designations.retention")
public record RetentionProperties(
        @DefaultValue("P30D") Period drafts,
        @DefaultValue("P1Y") Period documents,
        @DefaultValue("P1Y") Period answers,
        @DefaultValue("P90D") Period mailBodies,
        @DefaultValue("P1Y") Period contacts,
        @DefaultValue("P30D") Period takenSteps,
        @DefaultValue("P1D") Period lookUps,
        @DefaultValue("P30D") Period importRows) {

    /** @throws IllegalArgumentException when one is shorter than a day */
    public RetentionProperties {
        if (Stream.of(drafts, documents, answers, mailBodies, contacts, takenSteps, lookUps, importRows)
                .anyMatch(period -> period.isNegative() || period.isZero())) {
            throw new IllegalArgumentException("designations.retention: each at least P1D");
        }
    }

    Period of(RetentionKind kind) {
        return switch (kind) {
            case DPD_DRAFTS, PRINCIPAL_MANAGER_DRAFTS -> drafts;
            case DOCUMENTS -> documents;
            case DPD_ANSWERS, PRINCIPAL_MANAGER_ANSWERS -> answers;
            case MAIL_BODIES -> mailBodies;
            case POST_CONTACTS, TIE_CONTACTS, ENTITY_CONTACTS -> contacts;
            case TAKEN_STEPS -> takenSteps;
            case LOOK_UPS -> lookUps;
            case IMPORT_ROWS -> importRows;
        };
    }
}
