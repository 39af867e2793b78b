package be.designations.decisions;

import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What can be registered as an application that asks (D36). */
final class ApplicationRulesPolicy {

    static final int MOST_KEYS = 2;

    private static final Pattern CLIENT_ID = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final int LONGEST_NAME = 100;

    private ApplicationRulesPolicy() {}

    static List<Rejection> clientId(String typed, boolean taken) {
        if (!CLIENT_ID.matcher(typed).matches()) {
            return List.of(Rejection.ofField("decisions.client-id-unreadable", "clientId"));
        }
        return taken ? List.of(Rejection.ofField("decisions.client-id-taken", "clientId")) : List.of();
    }

    /** @param known the codes of all roles */
    static List<Rejection> details(ApplicationDetails details, Set<String> known) {
        List<Rejection> rejections = new ArrayList<>();
        if (details.name().isEmpty() || details.name().length() > LONGEST_NAME) {
            rejections.add(Rejection.ofField("decisions.name-missing", "name", LONGEST_NAME));
        }
        if (details.roles().isEmpty()) {
            rejections.add(Rejection.ofField("decisions.roles-missing", "roles"));
        } else if (!known.containsAll(details.roles())) {
            rejections.add(Rejection.ofField("decisions.role-unknown", "roles"));
        }
        return rejections;
    }

    /** Two keys, so that an application can change from one to the other without a gap. */
    static List<Rejection> anotherKey(RegisteredApplication application) {
        long running = application.keys().stream()
                .filter(key -> key.withdrawnAt() == null)
                .count();
        return running < MOST_KEYS ? List.of() : List.of(Rejection.of("decisions.too-many-keys", MOST_KEYS));
    }
}
