package be.designations.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What people do in an application for a data protection officer, in the order of its process; called as the kinds of work. And the whole. */
public enum Step {
    GIVE_OPINION,
    COMPLETE_FILE,
    DECIDE,
    CHANGE_LOCAL_MANAGER,
    /** No work of anybody: from sending to decision, as the CPAS waits. */
    WHOLE;

    boolean isWork() {
        return this != WHOLE;
    }

    /** Of its name in words. */
    public String key() {
        return isWork() ? "work." + name() : "figures.whole";
    }

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for what was made up. */
    public static Optional<Step> of(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }
}
