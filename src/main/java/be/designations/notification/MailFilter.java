package be.designations.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of the mails that were not sent.
 *
 * @param failure why; null for whichever
 * @param givenUp whether they were given up, or are tried again by themselves; null for both
 * @param text    part of the subject, the name or the address; blank for any
 * @param run     the run of support in which they were tried again last; null for any
 */
public record MailFilter(
        @Nullable MailFailure failure,
        @Nullable Boolean givenUp,
        String text,
        @Nullable Long run) {

    public static final MailFilter ALL = new MailFilter(null, null, "", null);

    public MailFilter {
        text = text.strip();
    }

    /** What is asked, by column. */
    Map<String, Object> parameters() {
        Map<String, Object> asked = new LinkedHashMap<>();
        if (failure != null) {
            asked.put("failure", failure.code());
        }
        if (!text.isEmpty()) {
            asked.put("text", '%' + text.replaceAll("([\\\\%_])", "\\\\$1") + '%');
        }
        if (run != null) {
            asked.put("run", run);
        }
        return asked;
    }

    /** Only the conditions that are asked for, each behind an “and”. */
    String conditions() {
        return (failure == null ? "" : " and failure = :failure")
                + (givenUp == null ? "" : givenUp ? " and given_up_at is not null" : " and given_up_at is null")
                + (text.isEmpty()
                        ? ""
                        : " and (subject ilike :text or recipient_name ilike :text or to_address ilike :text)")
                + (run == null ? "" : " and tried_again = :run");
    }
}
