package be.designations.decisions;

import be.designations.directory.SignInLevel;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A registered application that asks. It learns about its own roles and what they open, and nothing else. It has a name because each
 * request is asked for that of its sender: without one all of this was put into words each time.
 *
 * @param seesBasis    whether it is told on which decision an access rests
 * @param roles        its own, by code
 * @param applications what its roles open: code and needed level
 * @param functionRole the one of its roles by which functions are had, or null
 * @param pageSecret   seals its places in lists, 32 bytes
 */
public record Asker(
        String clientId,
        boolean seesBasis,
        Map<String, OwnRole> roles,
        Map<String, SignInLevel> applications,
        @Nullable String functionRole,
        Secret pageSecret)
        implements Principal {

    public Asker {
        roles = new TreeMap<>(roles);
        applications = new TreeMap<>(applications);
    }

    @Override
    public String getName() {
        return clientId;
    }

    /** The roles by which the answer to a question may be yes, with the levels that they need there. */
    public Map<String, SignInLevel> rolesCounting(Question question) {
        String application = question.application();
        String only = question.role();
        if (question.capacity() != null && !question.capacity().equals(Question.USER)) {
            return Map.of();
        }
        if (only != null && application == null) {
            OwnRole role = roles.get(only);
            return role == null ? Map.of() : Map.of(only, role.neededLevel());
        }
        Map<String, SignInLevel> counting = new TreeMap<>();
        roles.forEach((code, role) -> {
            if ((only == null || only.equals(code))
                    && (application == null || role.opens().contains(application))) {
                counting.put(code, application == null ? role.neededLevel() : levelOf(application));
            }
        });
        return counting;
    }

    /** The applications that a local manager may open by being it, as far as a question asks about them. */
    public Map<String, SignInLevel> applicationsCounting(Question question) {
        if (question.role() != null || Question.USER.equals(question.capacity())) {
            return Map.of();
        }
        Map<String, SignInLevel> counting = new TreeMap<>();
        applications.forEach((code, level) -> {
            if (question.application() == null || question.application().equals(code)) {
                counting.put(code, level);
            }
        });
        return counting;
    }

    private SignInLevel levelOf(String application) {
        return applications.getOrDefault(application, SignInLevel.EID);
    }

    /**
     * @param neededLevel of its home application
     * @param opens       the codes of its home application and of the others that it opens
     */
    public record OwnRole(String code, SignInLevel neededLevel, Set<String> opens) {

        public OwnRole {
            opens = Set.copyOf(opens);
        }
    }

    /** Bytes that no log shows. */
    @SuppressWarnings("ArrayRecordComponent") // Neither compared nor printed.
    public record Secret(byte[] bytes) {

        @Override
        public String toString() {
            return "***";
        }
    }
}
