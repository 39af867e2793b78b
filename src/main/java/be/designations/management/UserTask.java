package be.designations.management;

import be.designations.access.ManagementTask;
import be.designations.access.SubdivisionId;
import be.designations.identifier.EstablishmentUnitNumber;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The choices before “Exécuter” (A6): what pages and API ask for each, and which {@link UserAction} comes of the answers. */
public enum UserTask {
    /** “Supprimer utilisateur(s)”. */
    DELETE("user-deleted", ManagementTask.USERS, Set.of(), answers -> new DeleteUsers(answers.reason())),
    /** “Bloquer utilisateur(s)”. */
    BLOCK("user-blocked", ManagementTask.USERS, Set.of(), answers -> new BlockUsers(answers.reason())),
    /** “Débloquer utilisateur(s)”. */
    UNBLOCK("user-unblocked", ManagementTask.USERS, Set.of(), answers -> new UnblockUsers(answers.reason())),
    /** “Ajouter application(s)”. */
    ADD_APPLICATIONS(
            "applications-added",
            ManagementTask.RIGHTS,
            Set.of(Asked.ROLES_TO_GRANT, Asked.PERIOD),
            answers -> new AddApplications(
                    answers.roles(),
                    answers.context(),
                    answers.wholeEntity(),
                    answers.firstDay(),
                    answers.lastDay(),
                    answers.reason(),
                    answers.althoughBlocked())),
    /** “Supprimer application(s)”. */
    REMOVE_APPLICATIONS(
            "applications-removed",
            ManagementTask.RIGHTS,
            Set.of(Asked.ROLES_HELD),
            answers -> new RemoveApplications(answers.roles(), answers.reason())),
    /** Into another subdivision. */
    MOVE(
            "user-moved",
            ManagementTask.SUBDIVISIONS,
            Set.of(Asked.SUBDIVISION),
            answers -> new MoveUsers(answers.subdivision(), answers.reason()));

    private final String operation;
    private final ManagementTask authority;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set, which the checker cannot see
    private final Set<Asked> asked;

    @SuppressWarnings("ImmutableEnumChecker") // holds nothing
    private final Function<Answers, UserAction> action;

    UserTask(String operation, ManagementTask authority, Set<Asked> asked, Function<Answers, UserAction> action) {
        this.operation = operation;
        this.authority = authority;
        this.asked = asked;
        this.action = action;
    }

    /** What must be known of an action besides whom it is for and why. */
    public enum Asked {
        /** Of the roles that can be granted; and where, when they take that; and whether to who is blocked, too. */
        ROLES_TO_GRANT,
        /** Of the roles that people have. */
        ROLES_HELD,
        /** The first and the last day. */
        PERIOD,
        /** Which one, or none. */
        SUBDIVISION
    }

    /** What was answered; an action takes what its task asks, and the reason. */
    public interface Answers {

        /** Codes of the catalogue. */
        Set<String> roles();

        /** The establishment units to which rights are limited. */
        Set<EstablishmentUnitNumber> context();

        /** Whether it was said that rights hold for the whole entity (D21). */
        boolean wholeEntity();

        /** Whether rights are given to who is blocked, too. */
        boolean althoughBlocked();

        LocalDate firstDay();

        /** Null when no end is given. */
        @Nullable
        LocalDate lastDay();

        /** Null for none. */
        @Nullable
        SubdivisionId subdivision();

        /** The words of the manager, or null. */
        @Nullable
        String reason();
    }

    /** The one that forms send by that code, if there is one. */
    public static Optional<UserTask> of(@Nullable String code) {
        return Arrays.stream(values()).filter(task -> task.code().equals(code)).findFirst();
    }

    /** In lower case with dashes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Who does this. */
    public ManagementTask authority() {
        return authority;
    }

    public boolean asks(Asked one) {
        return asked.contains(one);
    }

    /** Whether more must be known before one can say what it comes to. */
    public boolean asksDetails() {
        return !asked.isEmpty();
    }

    public UserAction action(Answers answers) {
        return action.apply(answers);
    }

    /** What it is called in the decision that it rests on. */
    String operation() {
        return operation;
    }
}
