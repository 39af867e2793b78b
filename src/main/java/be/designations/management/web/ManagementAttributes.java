package be.designations.management.web;

import be.designations.directory.Language;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of managing shows: where it stands in the navigation, and names in the reader's language. */
@ControllerAdvice(basePackageClasses = ManagementAttributes.class)
class ManagementAttributes {

    @ModelAttribute("section")
    String section() {
        return "entities";
    }

    @ModelAttribute("language")
    Language language(Locale locale) {
        return Language.of(locale.getLanguage());
    }
}
