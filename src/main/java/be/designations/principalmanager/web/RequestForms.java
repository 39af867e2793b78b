package be.designations.principalmanager.web;

import be.designations.forms.FormDefinition;
import be.designations.forms.FormPage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms of these pages: reading them, and showing them again with all that is wrong. */
@Component
class RequestForms {

    private final Forms forms;
    private final FormViews views;
    private final MessageSource messages;

    RequestForms(Forms forms, FormViews views, MessageSource messages) {
        this.forms = forms;
        this.views = views;
        this.messages = messages;
    }

    FormSubmission read(String form, Map<String, ? extends List<String>> posted) {
        return forms.get(form).read(posted);
    }

    FormPage page(String form) {
        return forms.get(form).pages().get(0);
    }

    FormView view(String form, FormValues values, List<ShownError> errors, Locale locale) {
        return views.of(forms.get(form), values, List.of(), locale).withErrors(errors);
    }

    List<ShownError> errors(FormDefinition form, FormSubmission sent, Locale locale) {
        return sent.errors().stream()
                .map(error -> new ShownError(error.key(), views.message(form, error, locale)))
                .toList();
    }

    List<ShownError> errors(String form, FormSubmission sent, Locale locale) {
        return errors(forms.get(form), sent, locale);
    }

    /** Those of this form only. */
    List<ShownError> errors(String form, InvalidAnswersException invalid, Locale locale) {
        return invalid.form().id().equals(form) ? errors(invalid.form(), invalid.submission(), locale) : List.of();
    }

    List<ShownError> errors(RejectedException rejected, Locale locale) {
        return rejected.rejections().stream()
                .map(rejection -> new ShownError(rejection.field(), sentence(rejection, locale)))
                .distinct()
                .toList();
    }

    String sentence(Rejection rejection, Locale locale) {
        return text(locale, rejection.messageKey(), rejection.arguments().toArray());
    }

    String text(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** Whether the form asks for the field. */
    boolean asks(String form, String field) {
        return forms.get(form).field(field).isPresent();
    }

    /** Marks a page that came back because of what was sent; a link to another language begins it anew. */
    static void refused(HttpStatus status, HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute(
                "languageSwitchPath",
                request.getRequestURI().substring(request.getContextPath().length()));
        model.addAttribute("hasErrors", true);
        response.setStatus(status.value());
    }

    /** What the next page says of what was done. */
    static void done(RedirectAttributes next, String key, Object... arguments) {
        next.addFlashAttribute("notice", key);
        next.addFlashAttribute("noticeArgs", List.of(arguments));
    }

    /** The same for what is neither good nor bad. */
    static void inform(RedirectAttributes next, String key) {
        next.addFlashAttribute("notice", key);
        next.addFlashAttribute("noticeKind", "info");
    }
}
