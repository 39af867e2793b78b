package be.designations.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.validation.support.BindingAwareModelMap;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives controllers the {@link Page} that they ask for. */
@Configuration(proxyBeanMethods = false)
class PageParameters implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final PageForms forms;

    PageParameters(PageForms forms) {
        this.forms = forms;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binderFactory) {
        ModelAndViewContainer shown = Objects.requireNonNull(container);
        HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        var next = new RedirectAttributesModelMap();
        ModelMap model = shown.getModel();
        shown.setRedirectModel(next);
        return new Page(
                forms,
                RequestContextUtils.getLocale(request),
                model instanceof Model known ? known : new BindingAwareModelMap().addAllAttributes(model),
                next,
                request,
                webRequest.getNativeResponse(HttpServletResponse.class));
    }
}
