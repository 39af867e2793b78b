package be.designations.insight.history;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that somebody took a list away as a file. */
@Service
public class HistoryExports {

    /** As what a list is taken away. */
    public enum Format {
        CSV,
        PDF
    }

    private final AuditLog audit;

    HistoryExports(AuditLog audit) {
        this.audit = audit;
    }

    /** To be called before the first byte leaves: a file that breaks off halfway was taken away too. */
    @Transactional
    public void record(Actor actor, HistoryScope scope, Asked asked, Format format) {
        Map<String, String> what = new TreeMap<>();
        what.put("format", format.name().toLowerCase(Locale.ROOT));
        what.put("day", asked.day().day().toString());
        AskedDay earlier = asked.earlier();
        if (earlier != null) {
            what.put("comparedWith", earlier.day().toString());
        }
        audit.record(AuditEvent.of(
                        "access.history-exported",
                        subject(scope),
                        scope.subject().id())
                .by(actor)
                .changing(null, what));
    }

    private static String subject(HistoryScope scope) {
        return switch (scope.subject().kind()) {
            case PERSON -> "person";
            case QUALITY -> "quality";
            case ENTITY -> "organisation";
        };
    }
}
