package be.designations.management.web;

import be.designations.access.SubdivisionId;
import be.designations.calendar.Days;
import be.designations.directory.Tied;
import be.designations.forms.FormPage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.management.UserAction;
import be.designations.management.UserState;
import be.designations.management.UserTask;
import be.designations.management.UserTask.Asked;
import be.designations.pages.Page;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was typed of an action.
 *
 * @param althoughBlocked whether rights are given to who is blocked, too
 * @param chosen      the id of a subdivision, {@link #NONE}, or empty when none was chosen
 * @param values      the period and the reason
 * @param unreadable  what of them cannot be read
 */
public record UserActionDetails(
        UserTask task,
        Set<String> roles,
        PlacesTicked places,
        boolean althoughBlocked,
        String chosen,
        FormValues values,
        List<ShownError> unreadable)
        implements UserTask.Answers {

    private static final String FORM = "user-action";

    /** The answer that somebody is to be in no subdivision. */
    static final String NONE = "none";

    static final String ALTHOUGH_BLOCKED = "althoughBlocked";

    public UserActionDetails {
        unreadable = List.copyOf(unreadable);
    }

    static UserActionDetails posted(UserTask task, Page page) {
        List<ShownError> errors = new ArrayList<>();
        FormValues values = FormValues.empty();
        for (FormPage asked : pages(task, page)) {
            FormSubmission read = page.read(FORM, asked.key());
            errors.addAll(page.errors(FORM, read));
            values = values.replacing(asked, read.values());
        }
        return new UserActionDetails(
                task,
                all("roles", page),
                PlacesTicked.posted(page),
                page.parameter(ALTHOUGH_BLOCKED).isPresent(),
                page.parameter("subdivision").orElse(""),
                values,
                errors);
    }

    /**
     * Nothing typed yet; rights begin today, and end when nothing ties one of those people any more (D38), at the latest on the
     * last day that all the roles offered allow (D21).
     *
     * @param people        those who were ticked
     * @param longestMonths of the roles that may be given, or null when none has a longest period
     */
    static UserActionDetails empty(
            UserTask task, List<UserState> people, @Nullable Integer longestMonths, Instant now) {
        LocalDate today = Days.of(now);
        FormValues period = FormValues.empty().with("firstDay", today.toString());
        Optional<LocalDate> end = Stream.concat(
                        people.stream()
                                .flatMap(state -> state.ties().until(now).map(Tied.Until::end).stream())
                                .map(Days::lastBefore),
                        Stream.ofNullable(longestMonths).map(today::plusMonths))
                .min(Comparator.naturalOrder());
        return new UserActionDetails(
                task,
                Set.of(),
                PlacesTicked.NONE,
                false,
                "",
                end.map(last -> period.with("lastDay", last.toString())).orElse(period),
                List.of());
    }

    private static Set<String> all(String field, Page page) {
        return new LinkedHashSet<>(page.posted().getOrDefault(field, List.of()));
    }

    /** The pages of the form that the action asks. */
    private static List<FormPage> pages(UserTask task, Page page) {
        FormPage decision = page.pageOf(FORM, "decision");
        return task.asks(Asked.PERIOD) ? List.of(page.pageOf(FORM, "period"), decision) : List.of(decision);
    }

    /** What is asked by the form, to fill in: the period and the reason. */
    FormView form(Page page) {
        return pages(task, page).stream()
                .map(asked -> page.form(FORM, asked.key(), values))
                .reduce(FormView.of(List.of(), page.locale()), FormView::and);
    }

    /** Whether everything that the action needs can be read; whether it is allowed is for the domain to say. */
    boolean isReadable() {
        return unreadable.isEmpty() && !lacksSubdivision() && places.isReadable();
    }

    /** What is wrong as far as it can be told before everything is readable. */
    List<ShownError> problems(Page page) {
        List<ShownError> problems = new ArrayList<>(unreadable);
        if ((task.asks(Asked.ROLES_TO_GRANT) || task.asks(Asked.ROLES_HELD)) && roles.isEmpty()) {
            problems.addAll(page.errors(List.of(Rejection.ofField("management.no-application-ticked", "roles"))));
        }
        if (lacksSubdivision()) {
            problems.add(page.error("subdivision", "users.error.no-subdivision"));
        }
        problems.addAll(places.unreadable(page));
        return problems;
    }

    private boolean lacksSubdivision() {
        return task.asks(Asked.SUBDIVISION) && chosen.isEmpty();
    }

    /** To be asked for when it is readable only. */
    UserAction action() {
        return task.action(this);
    }

    @Override
    public Set<EstablishmentUnitNumber> context() {
        return places.units();
    }

    @Override
    public boolean wholeEntity() {
        return places.wholeEntity();
    }

    @Override
    public LocalDate firstDay() {
        return values.date("firstDay").orElseThrow(() -> new IllegalStateException("no first day"));
    }

    @Override
    public @Nullable LocalDate lastDay() {
        return values.date("lastDay").orElse(null);
    }

    @Override
    public @Nullable SubdivisionId subdivision() {
        return chosen.equals(NONE) ? null : UserChoice.subdivision(chosen);
    }

    @Override
    public @Nullable String reason() {
        return values.optionalText("reason").orElse(null);
    }

    /** Every name and value, to be sent on unseen. */
    Map<String, List<String>> hidden(Page page) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        all.put("roles", List.copyOf(roles));
        all.put(PlacesTicked.FIELD, List.copyOf(places.values()));
        all.put(ALTHOUGH_BLOCKED, althoughBlocked ? List.of("true") : List.of());
        all.put(
                "subdivision",
                Optional.of(chosen).filter(one -> !one.isEmpty()).stream().toList());
        if (task.asksDetails()) {
            pages(task, page).stream()
                    .flatMap(asked -> asked.fields().stream())
                    .forEach(field -> all.put(field.key(), values.list(field.key())));
        }
        return all;
    }
}
