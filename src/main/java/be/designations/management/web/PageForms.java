package be.designations.management.web;

import be.designations.access.DomainName;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Language;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.forms.ShownError;
import be.designations.management.Place;
import be.designations.rules.RejectedException;
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

/** Forms of managers: reading them, showing them again with all that is wrong, and saying what was done. */
@Component
class PageForms {

    private final Forms forms;
    private final FormViews views;
    private final MessageSource messages;

    PageForms(Forms forms, FormViews views, MessageSource messages) {
        this.forms = forms;
        this.views = views;
        this.messages = messages;
    }

    FormDefinition form(String id) {
        return forms.get(id);
    }

    FormSubmission read(String form, Map<String, ? extends List<String>> posted) {
        return forms.get(form).read(posted);
    }

    FormView view(String form, FormValues values, Locale locale) {
        return views.of(forms.get(form), values, List.of(), locale);
    }

    FormView view(String form, String page, FormValues values, Locale locale) {
        FormDefinition definition = forms.get(form);
        return views.of(definition, definition.page(page).orElseThrow(), values, List.of(), locale);
    }

    List<ShownError> errors(String form, FormSubmission sent, Locale locale) {
        return sent.errors().stream()
                .map(error -> new ShownError(error.key(), views.message(forms.get(form), error, locale)))
                .toList();
    }

    List<ShownError> errors(RejectedException rejected, Locale locale) {
        return rejected.rejections().stream()
                .map(rejection -> new ShownError(
                        rejection.field(),
                        messages.getMessage(
                                rejection.messageKey(), rejection.arguments().toArray(), locale)))
                .distinct()
                .toList();
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** With the domain that it is for. */
    String capacity(ResponsibilityKind kind, Place place, Locale locale) {
        String name = text("capacity." + kind, locale);
        DomainName domain = place.domain();
        return domain == null ? name : name + " – " + domain.name().in(Language.of(locale.getLanguage()));
    }

    /** Marks a page that came back because of what was sent; a link to another language begins it anew. */
    static void refused(FormView form, HttpServletRequest request, HttpServletResponse response, Model model) {
        again(request, model);
        model.addAttribute("hasErrors", form.hasErrors());
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }

    /** For a page that answers a POST: the links to the other languages open it by its address. */
    static void again(HttpServletRequest request, Model model) {
        model.addAttribute(
                "languageSwitchPath",
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    /** What the next page says of what was done. */
    static void done(RedirectAttributes next, String key, Object... arguments) {
        next.addFlashAttribute("notice", key);
        next.addFlashAttribute("noticeArgs", List.of(arguments));
    }
}
