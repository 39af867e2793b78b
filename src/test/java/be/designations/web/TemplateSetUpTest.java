package be.designations.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.SourceFiles;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

class TemplateSetUpTest {

    private static final Pattern EXPRESSION = Pattern.compile("[$#@~]\\{[^}]*}");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=");

    /** The text, what it was read as, and what was compiled of it. */
    private static final int PARTS = 3;

    @Test
    void there_is_room_for_all_that_the_templates_are_made_of() {
        var engine = new SpringTemplateEngine();
        new TemplateSetUp().enlarge(engine);
        var caches = (StandardCacheManager) engine.getCacheManager();
        assertThat(all(EXPRESSION).distinct().count() * PARTS)
                .isPositive()
                .isLessThan(caches.getExpressionCacheMaxSize());
        assertThat(templates().count() + all(FRAGMENT).count())
                .isPositive()
                .isLessThan(caches.getTemplateCacheMaxSize());
    }

    private static Stream<String> all(Pattern wanted) {
        return templates()
                .flatMap(template -> wanted.matcher(SourceFiles.read(template)).results())
                .map(MatchResult::group);
    }

    private static Stream<Path> templates() {
        return SourceFiles.below("src/main/resources/templates", ".*\\.html").stream();
    }
}
