package be.designations.mandate.web;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.mandate.MandateRegister;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The way to the register, for whoever finds something there. */
@Component
@Order(25)
class MandateStart implements StartPart {

    private final MandateRegister register;

    MandateStart(MandateRegister register) {
        this.register = register;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        return register.showsAnything(actor) ? Optional.of("mandate/start") : Optional.empty();
    }
}
