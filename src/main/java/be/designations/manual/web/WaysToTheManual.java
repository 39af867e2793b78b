package be.designations.manual.web;

import be.designations.manual.ManualTask;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** From each page to how its task is done: the layout shows the way. */
@Configuration(proxyBeanMethods = false)
class WaysToTheManual implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView shown) {
        if (shown != null && !leadsElsewhere(shown)) {
            String path =
                    request.getRequestURI().substring(request.getContextPath().length());
            String status = (String) shown.getModel().get("dossierStatus");
            shown.addObject("manualTasks", ManualTask.doneAt(path, status));
        }
    }

    /** What stands in the model of a redirect would stand in its address. */
    private static boolean leadsElsewhere(ModelAndView shown) {
        return (shown.getView() instanceof SmartView view && view.isRedirectView())
                || String.valueOf(shown.getViewName()).startsWith("redirect:");
    }
}
