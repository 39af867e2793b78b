package be.designations.management.web;

import be.designations.access.ManagementTask;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The choices before “Exécuter” (A6), by the codes that forms send. */
enum UserTask {
    DELETE(false),
    BLOCK(false),
    UNBLOCK(false),
    ADD_APPLICATIONS(true),
    REMOVE_APPLICATIONS(true),
    MOVE(true);

    private final boolean asksDetails;

    UserTask(boolean asksDetails) {
        this.asksDetails = asksDetails;
    }

    static Optional<UserTask> of(@Nullable String code) {
        return Arrays.stream(values()).filter(task -> task.code().equals(code)).findFirst();
    }

    /** In lower case with dashes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether more must be known before one can say what it comes to. */
    public boolean asksDetails() {
        return asksDetails;
    }

    ManagementTask task() {
        return switch (this) {
            case MOVE -> ManagementTask.SUBDIVISIONS;
            case ADD_APPLICATIONS, REMOVE_APPLICATIONS -> ManagementTask.RIGHTS;
            case DELETE, BLOCK, UNBLOCK -> ManagementTask.USERS;
        };
    }
}
