package be.designations.decisions;

import be.designations.directory.SignInLevel;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A registered application that asks. It learns about its own roles and what they open, and nothing else.
 *
 * @param seesBasis    whether it is told on which decision an access rests
 * @param roles        its own, by code
 * @param applications what its roles open: code and needed level
 * @param pageSecret   seals its places in lists, 32 bytes
 */
public record Asker(
        String clientId,
        boolean seesBasis,
        Map<String, OwnRole> roles,
        Map<String, SignInLevel> applications,
        Secret pageSecret) {

    public Asker {
        roles = new TreeMap<>(roles);
        applications = new TreeMap<>(applications);
    }

    /** The roles by which the answer to a question may be yes, with the levels that they need there. */
    public Map<String, SignInLevel> rolesCounting(Question question) {
        String application = question.application();
        Map<String, SignInLevel> counting = new TreeMap<>();
        if (question.capacity() == null || question.capacity().equals(Question.USER)) {
            roles.forEach((code, role) -> {
                if ((question.role() == null || question.role().equals(code))
                        && (application == null || role.opens().contains(application))) {
                    counting.put(code, application == null ? role.neededLevel() : levelOf(application));
                }
            });
        }
        return counting;
    }

    /** The applications that a local manager may open by being it, as far as a question asks about them. */
    public Map<String, SignInLevel> applicationsCounting(Question question) {
        Map<String, SignInLevel> counting = new TreeMap<>();
        if (question.role() == null && !Question.USER.equals(question.capacity())) {
            applications.forEach((code, level) -> {
                if (question.application() == null || question.application().equals(code)) {
                    counting.put(code, level);
                }
            });
        }
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
