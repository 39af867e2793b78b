package be.designations.dpd.web;

import be.designations.casework.BelgianDates;
import be.designations.forms.ShownError;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.Rejection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes the sentences of what the domain refuses, to be shown on the page on which it was asked. */
@Component
class PageErrors {

    private final MessageSource messages;

    PageErrors(MessageSource messages) {
        this.messages = messages;
    }

    /** Those of a rule that is about no field have no field. */
    List<ShownError> of(List<Rejection> rejections, Locale locale) {
        return rejections.stream()
                .map(rejection -> new ShownError(rejection.field(), sentence(rejection, locale)))
                .toList();
    }

    ShownError of(AlreadyHandledException handled, Locale locale) {
        var dates = new BelgianDates();
        String by = handled.by();
        String key = handled.bySelf() ? "error.409.by-self" : by == null ? "error.409.by-deadline" : "error.409.by";
        Object[] arguments = {by == null ? "" : by, dates.day(handled.at()), dates.time(handled.at())};
        return new ShownError(null, messages.getMessage(key, arguments, locale));
    }

    ShownError of(String field, String key, Locale locale) {
        return new ShownError(field, messages.getMessage(key, null, locale));
    }

    private String sentence(Rejection rejection, Locale locale) {
        return messages.getMessage(rejection.messageKey(), rejection.arguments().toArray(), locale);
    }
}
