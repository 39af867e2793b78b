package be.designations.casework.web;

import be.designations.casework.CaseType;
import be.designations.casework.CaseTypes;
import be.designations.casework.Suspension;
import be.designations.casework.Suspensions;
import be.designations.directory.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Tells on every page of a kind of dossier that is suspended what support has to say: on those of dossiers, and of its module. */
@Configuration(proxyBeanMethods = false)
class SuspensionNotices implements HandlerInterceptor, WebMvcConfigurer {

    private final CaseTypes types;
    private final Suspensions suspensions;

    SuspensionNotices(CaseTypes types, Suspensions suspensions) {
        this.types = types;
        this.suspensions = suspensions;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** @param kind code of the kind of dossiers */
    public record Notice(String kind, String message) {}

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (shown == null || !(handler instanceof HandlerMethod method) || isElsewhere(shown)) {
            return;
        }
        List<CaseType<?>> about = types.types().stream()
                .filter(type -> type.kind().code().equals(shown.getModel().get("kind"))
                        || isOfItsModule(method.getBeanType(), type))
                .toList();
        if (about.isEmpty()) {
            return;
        }
        List<Suspension> current = suspensions.current();
        Language language = Language.of(RequestContextUtils.getLocale(request).getLanguage());
        shown.addObject(
                "suspended",
                about.stream()
                        .flatMap(type -> current.stream()
                                .filter(suspension -> suspension.process().equals(type.key()))
                                .map(suspension -> new Notice(
                                        type.kind().code(), suspension.message().in(language))))
                        .toList());
    }

    private static boolean isElsewhere(ModelAndView shown) {
        return Optional.ofNullable(shown.getViewName())
                .filter(view -> view.startsWith("redirect:"))
                .isPresent();
    }

    private static boolean isOfItsModule(Class<?> controller, CaseType<?> type) {
        return controller.getPackageName().startsWith(type.getClass().getPackageName() + ".");
    }
}
