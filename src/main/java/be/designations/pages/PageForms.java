package be.designations.pages;

import be.designations.calendar.BelgianDates;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.ShownError;
import be.designations.rules.AlreadyHandledException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The forms and texts of all pages. */
@Component
public class PageForms {

    private final Forms forms;
    private final FormViews views;
    private final MessageSource messages;

    PageForms(Forms forms, FormViews views, MessageSource messages) {
        this.forms = forms;
        this.views = views;
        this.messages = messages;
    }

    /**
     * What somebody typed into a form that was not taken, as questions and answers.
     *
     * @param posted by the name of the field; what begins with _ is of the page
     */
    public List<FormView.Answer> typed(Map<String, List<String>> posted, Locale locale) {
        Map<String, List<String>> answers = new LinkedHashMap<>(posted);
        answers.keySet().removeIf(name -> name.startsWith("_"));
        // Fields of the same name stand in several forms: the one that understands the most of it, and asks for the
        // least beside it.
        return forms.all().stream()
                .filter(form -> !answers.isEmpty()
                        && answers.keySet().stream().allMatch(name -> form.field(name.replaceFirst("-.*", ""))
                                .isPresent()))
                .min(Comparator.<FormDefinition>comparingInt(
                                form -> form.read(answers).errors().size())
                        .thenComparingInt(form -> form.fields().size()))
                .map(form -> views.all(form, form.read(answers).values(), List.of(), locale).stream()
                        .flatMap(view -> view.answers().stream())
                        .filter(answer -> answers.keySet().stream()
                                .anyMatch(name -> name.replaceFirst("-.*", "").equals(answer.key())))
                        .toList())
                .orElse(List.of());
    }

    FormDefinition form(String id) {
        return forms.get(id);
    }

    FormView view(String form, FormValues values, Locale locale) {
        return views.of(forms.get(form), values, List.of(), locale);
    }

    FormView view(String form, String page, FormValues values, Locale locale) {
        FormDefinition definition = forms.get(form);
        return views.of(definition, definition.page(page).orElseThrow(), values, List.of(), locale);
    }

    List<ShownError> errors(FormDefinition form, FormSubmission sent, Locale locale) {
        return sent.errors().stream()
                .map(error -> new ShownError(error.key(), views.message(form, error, locale)))
                .toList();
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    Optional<String> textIfAny(String key, Locale locale) {
        return Optional.ofNullable(messages.getMessage(key, null, "", locale)).filter(text -> !text.isEmpty());
    }

    /** Who was faster, or what happened, and when in Belgian time. */
    public String handled(AlreadyHandledException exception, Locale locale) {
        var dates = new BelgianDates();
        String status = exception.status();
        if (status != null) {
            String now = text("status." + status, locale);
            return text("error.409.by-end", locale, now, dates.day(exception.at()), dates.time(exception.at()));
        }
        String by = exception.by();
        String key = exception.isOpen() && by != null ? "error.409.changed" : "error.409.by";
        key += exception.bySelf() ? "-self" : by == null ? "-deadline" : "";
        return text(key, locale, by == null ? "" : by, dates.day(exception.at()), dates.time(exception.at()));
    }
}
