package be.designations.api;

import be.designations.forms.FieldError;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormViews;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong, one issue each. */
@Component
public class Issues {

    private final MessageSource messages;
    private final FormViews views;

    public Issues(MessageSource messages, FormViews views) {
        this.messages = messages;
        this.views = views;
    }

    public List<Issue> of(FormDefinition form, List<FieldError> errors, Locale locale) {
        String title = messages.getMessage("problem.invalid-answer.title", null, locale);
        return errors.stream()
                .map(error ->
                        Issue.of(error.code(), "body", nameOf(error.key()), title, views.message(form, error, locale)))
                .toList();
    }

    /** One issue a rule that was broken. */
    public List<Issue> of(List<Rejection> rejections, Locale locale) {
        String title = messages.getMessage("problem.input-validation.title", null, locale);
        return rejections.stream()
                .map(rejection -> Issue.of(
                        rejection.code(),
                        in(rejection.field()),
                        rejection.field(),
                        title,
                        messages.getMessage(
                                rejection.messageKey(), rejection.arguments().toArray(), locale)))
                .toList();
    }

    /**
     * A part of the request that cannot be read as what it should be; what was sent is not repeated.
     *
     * @param name null for all of the body, and for the address
     */
    public Issue unreadable(String in, @Nullable String name, Locale locale) {
        return Issue.of(
                "unreadable",
                in,
                name,
                messages.getMessage("problem.unreadable.title", null, locale),
                messages.getMessage("problem.unreadable." + (name == null ? in : "detail"), null, locale));
    }

    private static @Nullable String nameOf(String key) {
        return key.isEmpty() ? null : key;
    }

    /** The headers that are read have an upper-case letter in front, as no field of a body has. */
    private static String in(@Nullable String field) {
        return field != null && !field.isEmpty() && Character.isUpperCase(field.charAt(0)) ? "header" : "body";
    }
}
