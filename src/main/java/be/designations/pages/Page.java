package be.designations.pages;

import be.designations.calendar.BelgianDates;
import be.designations.directory.Language;
import be.designations.forms.FormDefinition;
import be.designations.forms.FormPage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.InvalidAnswersException;
import be.designations.forms.ShownError;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page that a request asks for: what it shows, and what is done with the form that came with it. A controller takes one
 * as a parameter; nothing else of the web is needed there.
 */
public final class Page {

    private final PageForms forms;
    private final Locale locale;
    private final Model model;
    private final RedirectAttributes next;
    private final HttpServletRequest request;
    private final @Nullable HttpServletResponse response;
    private final Map<String, String> answered = new HashMap<>();

    Page(
            PageForms forms,
            Locale locale,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            @Nullable HttpServletResponse response) {
        this.forms = forms;
        this.locale = locale;
        this.model = model;
        this.next = next;
        this.request = request;
        this.response = response;
    }

    public Locale locale() {
        return locale;
    }

    public Language language() {
        return Language.of(locale.getLanguage());
    }

    /** Shows a value under that name. */
    public Page with(String name, @Nullable Object value) {
        model.addAttribute(name, value);
        return this;
    }

    /** Marks the entry of the menu to which the page belongs. */
    public Page inSection(String section) {
        return with("section", section).with("dates", new BelgianDates());
    }

    /**
     * Says how what the page is about stands, to whom it is to go on with it: the way to the manual goes by it.
     *
     * @param status null for everybody else
     */
    public Page ofDossierIn(@Nullable String status) {
        return with("dossierStatus", status);
    }

    /** A text in the language of the reader. */
    public String text(String key, Object... arguments) {
        return forms.text(key, locale, arguments);
    }

    /** A text that not everything has. */
    public Optional<String> textIfAny(String key) {
        return forms.textIfAny(key, locale);
    }

    /** The sentence of a refusal. */
    public String sentence(Rejection rejection) {
        return text(rejection.messageKey(), rejection.arguments().toArray());
    }

    /** What was sent, by the name of the field. */
    public MultiValueMap<String, String> posted() {
        MultiValueMap<String, String> posted = new LinkedMultiValueMap<>();
        request.getParameterMap().forEach((name, values) -> posted.addAll(name, Arrays.asList(values)));
        answered.forEach(posted::set);
        return posted;
    }

    /** Answers a question that the page did not ask, as it has one answer only. */
    public Page answering(String field, String value) {
        answered.put(field, value);
        return this;
    }

    /** What was sent as answers to that form, checked against it. */
    public FormSubmission read(String form) {
        return forms.form(form).read(posted());
    }

    /** What was sent as answers to one page of that form; what else was sent is for other pages. */
    public FormSubmission read(String form, String page) {
        FormPage asked = pageOf(form, page);
        MultiValueMap<String, String> own = posted();
        own.keySet().removeIf(name -> asked.fields().stream()
                .noneMatch(field -> name.equals(field.key()) || name.startsWith(field.key() + "-")));
        return forms.form(form).read(own, asked);
    }

    /** A page of a form with groups. */
    public FormPage pageOf(String form, String page) {
        return forms.form(form).page(page).orElseThrow();
    }

    /** The only page of a form without groups. */
    public FormPage pageOf(String form) {
        return forms.form(form).pages().get(0);
    }

    /** A form to fill in, of one page. */
    public FormView form(String form, FormValues values) {
        return forms.view(form, values, locale);
    }

    /** A page of a form with groups, to fill in. */
    public FormView form(String form, String page, FormValues values) {
        return forms.view(form, page, values, locale);
    }

    /** What is wrong with the answers to a form, as sentences. */
    public List<ShownError> errors(FormDefinition form, FormSubmission sent) {
        return forms.errors(form, sent, locale);
    }

    /** What is wrong with the answers to a form, as sentences. */
    public List<ShownError> errors(String form, FormSubmission sent) {
        return errors(forms.form(form), sent);
    }

    /** What rules refuse, as sentences, each at its field. */
    public List<ShownError> errors(List<Rejection> rejections) {
        return rejections.stream()
                .map(rejection -> new ShownError(rejection.field(), sentence(rejection)))
                .distinct()
                .toList();
    }

    /** Who was faster, and when. */
    public ShownError error(AlreadyHandledException handled) {
        return new ShownError(null, forms.handled(handled, locale));
    }

    public ShownError error(String field, String key, Object... arguments) {
        return new ShownError(field, text(key, arguments));
    }

    /**
     * Does what a form asks for, once its answers are right: where that leads, or the same page again with everything typed
     * and what is wrong with it.
     *
     * @param operation takes the answers; answers with where to go on
     * @param again     shows the page with that form; answers with the name of its template
     */
    public String submit(String form, Function<FormValues, String> operation, Function<FormView, String> again) {
        return submit(form, operation, (view, values) -> again.apply(view));
    }

    /** As {@link #submit(String, Function, Function)}, for a page that shows more of what was typed than the form. */
    public String submit(
            String form, Function<FormValues, String> operation, BiFunction<FormView, FormValues, String> again) {
        FormSubmission sent = read(form);
        List<ShownError> wrong;
        if (sent.hasErrors()) {
            wrong = errors(form, sent);
        } else {
            Outcome outcome = attempt(() -> operation.apply(sent.values()));
            if (outcome.template() != null) {
                return outcome.template();
            }
            wrong = outcome.wrong();
        }
        FormView view = form(form, sent.values()).withErrors(wrong);
        refused(HttpStatus.UNPROCESSABLE_ENTITY);
        return again.apply(view, sent.values());
    }

    /**
     * What became of an attempt.
     *
     * @param template where it leads; null when it was refused
     * @param wrong    why it was refused
     */
    public record Outcome(@Nullable String template, List<ShownError> wrong) {

        /** Where it leads, or the page that says why it was refused. */
        public String or(Function<List<ShownError>, String> again) {
            return template == null ? again.apply(wrong) : template;
        }
    }

    /** An operation that answers with where to go on. */
    @FunctionalInterface
    public interface Attempt {
        String run();
    }

    /** Runs an operation; what its rules refuse comes back as sentences. */
    public Outcome attempt(Attempt operation) {
        try {
            return new Outcome(operation.run(), List.of());
        } catch (RejectedException rejected) {
            return new Outcome(null, errors(rejected.rejections()));
        } catch (InvalidAnswersException invalid) {
            return new Outcome(null, errors(invalid.form(), invalid.submission()));
        }
    }

    /** Marks a page that came back because of what was sent. */
    public Page refused(HttpStatus status) {
        answer(status);
        return with("hasErrors", true);
    }

    /** Its address within the application, without what is asked there. */
    public String address() {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private void answer(HttpStatus status) {
        if (response != null) {
            response.setStatus(status.value());
        }
    }

    /** Shows a value on the page to which this one leads. */
    public Page passing(String name, Object value) {
        next.addFlashAttribute(name, value);
        return this;
    }

    /** Goes on to another page, which says what was done. */
    public String done(String path, String notice, Object... arguments) {
        passing("notice", notice).passing("noticeArgs", List.of(arguments));
        return redirect(path);
    }

    /** Goes on to another page, which says something that is neither good nor bad. */
    public String inform(String path, String notice, Object... arguments) {
        return passing("noticeKind", "info").done(path, notice, arguments);
    }

    /** Goes on to another page. */
    public static String redirect(String path) {
        return "redirect:" + path;
    }

    /** The value of a hidden field or of the button that was pressed. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }
}
