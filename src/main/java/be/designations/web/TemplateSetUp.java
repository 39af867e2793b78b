package be.designations.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * What templates call by name, and room for all that they are made of: what does not fit is read, parsed and compiled anew each time.
 * The library has room for 500 expressions and 200 templates, and one page may bring more. What is kept gives way when memory runs
 * short.
 */
@Configuration(proxyBeanMethods = false)
class TemplateSetUp {

    /** Some 6,000 stand in the templates, and each is kept in several parts. */
    private static final int EXPRESSIONS = 30_000;

    /** Pages and the parts of them that others use. */
    private static final int TEMPLATES = 2_000;

    @Autowired
    void enlarge(SpringTemplateEngine pages) {
        var caches = new StandardCacheManager();
        caches.setExpressionCacheMaxSize(EXPRESSIONS);
        caches.setTemplateCacheMaxSize(TEMPLATES);
        pages.setCacheManager(caches);
    }

    /** A variable and not {@code @belgian}: what names a bean is never compiled, and long lists say it on each line. */
    @Autowired
    void name(ThymeleafViewResolver views, BelgianNotation belgian) {
        views.addStaticVariable("belgian", belgian);
    }
}
