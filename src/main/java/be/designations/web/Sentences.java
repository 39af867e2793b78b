package be.designations.web;

import be.designations.directory.Elision;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The sentences of all modules; in French “d’Elke”, where one says “de {0}”. */
@Component(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
class Sentences extends ResourceBundleMessageSource {

    Sentences(@Value("${spring.messages.basename}") String[] bundles) {
        setBasenames(bundles);
        setDefaultEncoding("UTF-8");
        // A missing language would be answered in the language of the machine.
        setFallbackToSystemLocale(false);
    }

    @Override
    protected @Nullable String getMessageInternal(
            @Nullable String code, Object @Nullable [] arguments, @Nullable Locale language) {
        String sentence = super.getMessageInternal(code, arguments, language);
        if (sentence == null
                || arguments == null
                || language == null
                || !language.getLanguage().equals(Locale.FRENCH.getLanguage())) {
            return sentence;
        }
        for (Object argument : arguments) {
            if (argument instanceof String name) {
                sentence = Elision.before(name, sentence);
            }
        }
        return sentence;
    }
}
