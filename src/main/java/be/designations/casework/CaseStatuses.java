package be.designations.casework;

import java.util.List;
import org.springframework.stereotype.Component;

/** The statuses of dossiers of every kind. */
@Component
public class CaseStatuses {

    private final List<StatusesOfKind> kinds;

    CaseStatuses(List<StatusesOfKind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** Those that a dossier can have, kind after kind; message key {@code status.<status>}. */
    public List<String> all() {
        return kinds.stream().flatMap(kind -> kind.all().stream()).distinct().toList();
    }

    /** The tone of its tag: {@code active}, {@code waiting}, {@code positive}, {@code negative} or {@code neutral}. */
    public String tone(String status) {
        return kinds.stream()
                .filter(kind -> kind.all().contains(status))
                .map(kind -> kind.tone(status))
                .findFirst()
                .orElse("neutral");
    }
}
