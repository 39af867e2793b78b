package be.designations.dpd.web;

import be.designations.dpd.DraftView;
import be.designations.forms.FieldError;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormField;
import be.designations.forms.FormPage;
import be.designations.forms.FormViews;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One part of an application that is being filled in.
 *
 * @param page key of the form's page, part of its address
 */
public record Task(String page, String title, State state) {

    /** Message key {@code dpd.page.state.<name>}. */
    enum State {
        COMPLETE,
        INCOMPLETE,
        /** Nothing is answered yet, and nothing must be. */
        OPTIONAL,
        /** Of a correction: it would be taken, and differs from what was sent before. */
        CORRECTED
    }

    private static boolean isCorrected(FormField field, DraftView draft) {
        return draft.asked() != null
                && !draft.answers()
                        .list(field.key())
                        .equals(draft.application().answers().list(field.key()));
    }

    static List<Task> of(FormDefinition form, DraftView draft, FormViews views, Locale locale) {
        var answers = draft.answers();
        return form.pages().stream()
                .map(page -> new Task(
                        page.key(),
                        views.of(form, page, answers, List.of(), locale).title(),
                        state(page, draft)))
                .toList();
    }

    private static State state(FormPage page, DraftView draft) {
        Set<String> wrong = Stream.concat(
                        draft.errors().stream().map(FieldError::key),
                        draft.refusals().stream().map(Rejection::field))
                .collect(Collectors.toSet());
        var fields = page.fields();
        if (fields.stream().map(FormField::key).anyMatch(wrong::contains)) {
            return State.INCOMPLETE;
        }
        if (fields.stream().anyMatch(field -> isCorrected(field, draft))) {
            return State.CORRECTED;
        }
        boolean optional = fields.stream().noneMatch(FormField::required);
        boolean untouched = fields.stream().map(FormField::key).noneMatch(draft.answers()::has);
        return optional && untouched ? State.OPTIONAL : State.COMPLETE;
    }
}
