package be.designations.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Has the layout say on every page that this is a demonstration. */
@ControllerAdvice(annotations = Controller.class)
@Profile("demo & !prod")
class DemoBanner {

    @ModelAttribute("demo")
    boolean demo() {
        return true;
    }
}
