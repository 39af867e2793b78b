package be.designations.pages;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.forms.FormView.Answer;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.DefaultResourceLoader;

class PageFormsTest {

    private static final ResourceBundleMessageSource MESSAGES = messages();
    private static final PageForms FORMS =
            new PageForms(new Forms(new DefaultResourceLoader()), new FormViews(MESSAGES), MESSAGES);

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/forms");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Test
    void what_was_typed_is_shown_as_the_form_asked_it_that_understands_it() {
        List<Answer> shown = FORMS.typed(
                Map.of("decision", List.of("ALLOWED"), "reason", List.of("Le mandat suit"), "_version", List.of("2")),
                Locale.FRENCH);

        assertThat(shown.toString()).contains("Accorder la prolongation", "Le mandat suit");
    }

    @Test
    void what_no_form_asks_is_not_shown() {
        assertThat(FORMS.typed(Map.of("list", List.of("1")), Locale.FRENCH)).isEmpty();
        assertThat(FORMS.typed(Map.of("_version", List.of("2")), Locale.FRENCH)).isEmpty();
    }
}
