package be.designations.principalmanager.web;

import be.designations.calendar.BelgianDates;
import be.designations.directory.Language;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page of the designation shows: names in the reader's language, and days as Belgians write them. */
@ControllerAdvice(basePackageClasses = PrincipalManagerAttributes.class)
class PrincipalManagerAttributes {

    @ModelAttribute("language")
    Language language(Locale locale) {
        return Language.of(locale.getLanguage());
    }

    @ModelAttribute("dates")
    BelgianDates dates() {
        return new BelgianDates();
    }
}
