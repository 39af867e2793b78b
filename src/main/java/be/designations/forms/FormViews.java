package be.designations.forms;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Prepares pages of forms for the fragments of {@code fragments/form.html}, in the language of the reader. */
@Component
public final class FormViews {

    private final MessageSource messages;

    public FormViews(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * One page to fill in.
     *
     * @param errors those of other pages are shown in the summary without a link
     */
    public FormView of(FormDefinition form, FormPage page, FormValues values, List<FieldError> errors, Locale locale) {
        FormTexts texts = new FormTexts(messages, form, locale);
        FormView view = new FormViewBuilder(texts, values).build(form, page);
        return view.withErrors(shown(texts, errors));
    }

    /** The only page of a form without groups, or the first of several. */
    public FormView of(FormDefinition form, FormValues values, List<FieldError> errors, Locale locale) {
        return of(form, form.pages().get(0), values, errors, locale);
    }

    /** Every page with the errors of its own fields, for “check your answers” and for reading. */
    public List<FormView> all(FormDefinition form, FormValues values, List<FieldError> errors, Locale locale) {
        return form.pages().stream()
                .map(page -> of(form, page, values, ofPage(form, page, errors), locale))
                .toList();
    }

    /** The sentence of an error, for answers that are not pages. */
    public String message(FormDefinition form, FieldError error, Locale locale) {
        return new FormTexts(messages, form, locale).error(error);
    }

    private static List<FieldError> ofPage(FormDefinition form, FormPage page, List<FieldError> errors) {
        return errors.stream()
                .filter(error ->
                        form.pageOf(error.key()).orElse(form.pages().get(0)).equals(page))
                .toList();
    }

    private static List<ShownError> shown(FormTexts texts, List<FieldError> errors) {
        return errors.stream()
                .map(error -> new ShownError(error.key(), texts.error(error)))
                .toList();
    }
}
