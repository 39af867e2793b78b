package be.designations.web;

import be.designations.forms.FormView;
import be.designations.pages.PageForms;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;

/** The page that tells a reader why a request was not done, and what to do next. */
@Component
class ErrorPages {

    /** Those with a text of their own. */
    private static final Set<HttpStatus> NAMED = Set.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.CONFLICT,
            HttpStatus.GONE,
            HttpStatus.PAYLOAD_TOO_LARGE,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.INTERNAL_SERVER_ERROR,
            HttpStatus.SERVICE_UNAVAILABLE);

    private final LayoutAttributes layout;
    private final PresentAddress address;
    private final Messages messages;
    private final PageForms forms;
    private final ResourceUrlProvider files;

    ErrorPages(
            LayoutAttributes layout,
            PresentAddress address,
            Messages messages,
            PageForms forms,
            ResourceUrlProvider files) {
        this.forms = forms;
        this.layout = layout;
        this.address = address;
        this.messages = messages;
        this.files = files;
    }

    ModelAndView of(HttpStatus status, HttpServletRequest request) {
        nameFiles(request);
        var model = new ExtendedModelMap();
        layout.addTo(model, request);
        model.addAttribute("currentAddress", address.currentAddress(request));
        String view = NAMED.contains(status) ? "error/" + status.value() : "error";
        return new ModelAndView(view, model, status);
    }

    /** Where an address leads nowhere, no handler has said how files are called; browsers keep them for a year. */
    private void nameFiles(HttpServletRequest request) {
        try {
            request.setAttribute(ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR, files);
        } catch (IllegalArgumentException odd) {
            // An address that is written so oddly has a page all the same.
        }
    }

    /** With what was typed, if anything: whoever lost what they were while a form stood open does not lose that too. */
    ModelAndView notAllowed(Rejection rejection, HttpServletRequest request) {
        ModelAndView page = of(HttpStatus.FORBIDDEN, request).addObject("reason", messages.of(rejection, request));
        if (request.getMethod().equals("POST")) {
            List<FormView.Answer> typed = typed(request);
            page.addObject("typed", typed).addObject("holdsWhatWasTyped", !typed.isEmpty());
        }
        return page;
    }

    private List<FormView.Answer> typed(HttpServletRequest request) {
        Map<String, List<String>> posted = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> posted.put(name, List.of(values)));
        return forms.typed(posted, messages.locale(request));
    }

    ModelAndView gone(Rejection rejection, HttpServletRequest request) {
        return of(HttpStatus.GONE, request).addObject("reason", messages.of(rejection, request));
    }

    /** For a rule that a form did not show at its field. */
    ModelAndView rejected(List<Rejection> rejections, HttpServletRequest request) {
        return of(HttpStatus.BAD_REQUEST, rejections, request);
    }

    ModelAndView tooMany(List<Rejection> rejections, HttpServletRequest request) {
        return of(HttpStatus.TOO_MANY_REQUESTS, rejections, request);
    }

    private ModelAndView of(HttpStatus status, List<Rejection> rejections, HttpServletRequest request) {
        String reasons = rejections.stream()
                .map(rejection -> messages.of(rejection, request))
                .distinct()
                .collect(Collectors.joining(" "));
        return of(status, request).addObject("reason", reasons);
    }

    ModelAndView alreadyHandled(AlreadyHandledException exception, HttpServletRequest request) {
        return of(HttpStatus.CONFLICT, request).addObject("reason", messages.of(exception, request));
    }
}
