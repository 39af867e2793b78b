package be.designations.mandate.web;

import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.mandate.MandateRegister;
import be.designations.mandate.RegisterLine;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the reader is by a mandate, or beside an officer, and until when; the way to the register, for whoever finds something there. */
@Component
@Order(25)
class MandateStart implements StartPart {

    /** Some are officer of many CPAS: the register has the rest. */
    private static final int SHOWN = 5;

    private final MandateRegister register;

    MandateStart(MandateRegister register) {
        this.register = register;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        return show(actor, page);
    }

    /** An adjunct or interim officer may have no access anywhere (D100). */
    @Override
    public Optional<String> show(Actor actor, Page page) {
        List<RegisterLine> held = register.held(actor, SHOWN + 1);
        boolean readsRegister = register.isFor(actor);
        if (held.isEmpty() && !readsRegister) {
            return Optional.empty();
        }
        page.with("mandatesHeld", held.subList(0, Math.min(held.size(), SHOWN)))
                .with("mandatesMore", held.size() > SHOWN)
                .with("mandatesShown", readsRegister)
                .with("mandatesLanguage", page.language());
        return Optional.of("mandate/start");
    }
}
