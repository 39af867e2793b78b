package be.designations.management.web;

import be.designations.access.SubdivisionId;
import be.designations.forms.FieldError;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormPage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.management.UserAction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed of an action.
 *
 * @param roles       codes of the catalogue
 * @param context     numbers of establishment units
 * @param subdivision its id, {@link #NONE}, or empty when none was chosen
 * @param values      the period and the reason
 * @param errors      what of them cannot be read
 */
record UserActionDetails(
        UserTask task,
        Set<String> roles,
        Set<String> context,
        String subdivision,
        FormValues values,
        List<FieldError> errors) {

    static final String FORM = "user-action";

    /** The answer that somebody is to be in no subdivision. */
    static final String NONE = "none";

    private static final String PERIOD = "period";
    private static final String DECISION = "decision";

    UserActionDetails {
        errors = List.copyOf(errors);
    }

    static UserActionDetails of(UserTask task, FormDefinition form, MultiValueMap<String, String> posted) {
        List<FieldError> errors = new ArrayList<>();
        FormValues values = FormValues.empty();
        for (FormPage page : pages(task, form)) {
            FormSubmission read = form.read(only(page, posted), page);
            errors.addAll(read.errors());
            values = values.replacing(page, read.values());
        }
        return new UserActionDetails(
                task,
                new LinkedHashSet<>(posted.getOrDefault("roles", List.of())),
                new LinkedHashSet<>(posted.getOrDefault("context", List.of())),
                Optional.ofNullable(posted.getFirst("subdivision")).orElse(""),
                values,
                errors);
    }

    /** Nothing typed yet; rights begin today. */
    static UserActionDetails empty(UserTask task, LocalDate today) {
        return new UserActionDetails(
                task, Set.of(), Set.of(), "", FormValues.empty().with("firstDay", today.toString()), List.of());
    }

    /** The pages of the form that the action asks. */
    static List<FormPage> pages(UserTask task, FormDefinition form) {
        FormPage decision = form.page(DECISION).orElseThrow();
        return task == UserTask.ADD_APPLICATIONS
                ? List.of(form.page(PERIOD).orElseThrow(), decision)
                : List.of(decision);
    }

    /** Whether a subdivision is still to be chosen. */
    boolean lacksSubdivision() {
        return task == UserTask.MOVE && subdivision.isEmpty();
    }

    /** Whether one of the places is no number: left out, the right would hold for the whole entity. */
    boolean hasUnreadableContext() {
        return context.stream().anyMatch(number -> !EstablishmentUnitNumber.isValid(number));
    }

    /** Whether everything that the action needs can be read; whether it is allowed is for the domain to say. */
    boolean isReadable() {
        return errors.isEmpty() && !lacksSubdivision() && !hasUnreadableContext();
    }

    /** @throws IllegalStateException when it is not readable */
    UserAction action() {
        String reason = values.optionalText("reason").orElse(null);
        return switch (task) {
            case DELETE -> new UserAction.Delete(reason);
            case BLOCK -> new UserAction.Block(reason);
            case UNBLOCK -> new UserAction.Unblock(reason);
            case ADD_APPLICATIONS ->
                new UserAction.AddApplications(
                        roles,
                        units(),
                        values.date("firstDay").orElseThrow(() -> new IllegalStateException("no first day")),
                        values.date("lastDay").orElse(null),
                        reason);
            case REMOVE_APPLICATIONS -> new UserAction.RemoveApplications(roles, reason);
            case MOVE -> new UserAction.Move(to(), reason);
        };
    }

    /** Every name and value, to be sent on unseen. */
    Map<String, List<String>> hidden(FormDefinition form) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("roles", List.copyOf(roles));
        all.put("context", List.copyOf(context));
        all.put("subdivision", subdivision.isEmpty() ? List.of() : List.of(subdivision));
        if (task.asksDetails()) {
            pages(task, form).stream()
                    .flatMap(page -> page.fields().stream())
                    .forEach(field -> all.put(field.key(), values.list(field.key())));
        }
        return all;
    }

    private @Nullable SubdivisionId to() {
        if (subdivision.equals(NONE)) {
            return null;
        }
        try {
            return new SubdivisionId(UUID.fromString(subdivision));
        } catch (IllegalArgumentException madeUp) {
            return new SubdivisionId(new UUID(0, 0));
        }
    }

    private Set<EstablishmentUnitNumber> units() {
        return context.stream()
                .flatMap(number -> EstablishmentUnitNumber.parse(number).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What of all that was posted is for that page: other forms refuse what they do not know. */
    static Map<String, List<String>> only(FormPage page, MultiValueMap<String, String> posted) {
        Map<String, List<String>> own = new LinkedHashMap<>();
        posted.forEach((name, texts) -> {
            if (page.fields().stream()
                    .anyMatch(field -> name.equals(field.key()) || name.startsWith(field.key() + "-"))) {
                own.put(name, texts);
            }
        });
        return own;
    }
}
