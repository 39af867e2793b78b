package be.designations.dpd;

import be.designations.casework.Attachment;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers as the CPAS sent them once (D19).
 *
 * @param number the first is 1; each time the file was completed there is one more, whether answers changed or not
 */
public record SentAnswers(int number, FormValues answers, PersonId sentBy, Instant sentAt) {

    /** The documents that came with it: those added since the version before, which is null for the first. */
    public List<Attachment> documents(@Nullable SentAnswers before, List<Attachment> all) {
        return all.stream()
                .filter(it -> !it.addedAt().isAfter(sentAt)
                        && (before == null || it.addedAt().isAfter(before.sentAt)))
                .toList();
    }
}
