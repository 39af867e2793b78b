package be.designations.example;

import org.springframework.context.MessageSource;
import org.springframework.context.support.AbstractResourceBasedMessageSource;
import org.springframework.stereotype.Component;

/** Its bundle, which a module of the program names in {@code application.yml}. */
@Component
class ExampleTexts {

    ExampleTexts(MessageSource messages) {
        ((AbstractResourceBasedMessageSource) messages).addBasenames("classpath:messages/example");
    }
}
