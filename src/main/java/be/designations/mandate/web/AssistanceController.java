package be.designations.mandate.web;

import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.dpd.DpdRegister;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.identifier.EnterpriseNumber;
import be.designations.mandate.AssistanceKind;
import be.designations.mandate.AssistanceNaming;
import be.designations.mandate.AssistanceStore.Neighbour;
import be.designations.mandate.Assistances;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A CPAS names an adjunct or interim officer. What follows stands in the dossier. */
@Controller
@RequestMapping("/entities/{number}/assisting-officers/new")
class AssistanceController {

    private static final String FORM = "assisting-officer";

    private final Assistances assistances;
    private final Directory directory;
    private final DpdRegister register;
    private final Clock clock;

    AssistanceController(Assistances assistances, Directory directory, DpdRegister register, Clock clock) {
        this.assistances = assistances;
        this.directory = directory;
        this.register = register;
        this.clock = clock;
    }

    /** @param same the dossier in which a CPAS with the same officer has named the person */
    @GetMapping
    String name(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(defaultValue = "") String same,
            Page page) {
        Organisation cpas = assistances.requireCpas(actor, number);
        List<Neighbour> neighbours = assistances.neighbours(actor, number);
        Neighbour chosen = chosen(same, neighbours);
        FormValues proposed = FormValues.empty()
                .with(
                        "firstDay",
                        Days.of(chosen == null ? clock.instant() : chosen.from())
                                .toString());
        return form(
                cpas,
                neighbours,
                chosen,
                page.form(
                        FORM,
                        chosen == null
                                ? proposed
                                : proposed.with("kind", AssistanceKind.INTERIM.name())
                                        .with(
                                                "lastDay",
                                                Days.lastBefore(chosen.until()).toString())),
                page);
    }

    @PostMapping
    String named(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(name = "_same", defaultValue = "") String same,
            Page page) {
        Organisation cpas = assistances.requireCpas(actor, number);
        List<Neighbour> neighbours = assistances.neighbours(actor, number);
        Neighbour chosen = chosen(same, neighbours);
        if (chosen != null) {
            page.answering("niss", directory.person(chosen.person()).niss().value());
        }
        try {
            return page.submit(
                    FORM,
                    values -> told(assistances.name(actor, number, AssistanceNaming.of(values)), page),
                    form -> form(cpas, neighbours, chosen, form, page));
        } catch (AlreadyHandledException passed) {
            // The same click twice leads where what is named is shown.
            if (passed.bySelf()) {
                return Page.redirect("/entities/" + number.value());
            }
            throw passed;
        }
    }

    private static @Nullable Neighbour chosen(String same, List<Neighbour> neighbours) {
        if (same.isEmpty()) {
            return null;
        }
        return Inputs.id(same)
                .flatMap(id -> neighbours.stream()
                        .filter(it -> it.dossier().value().equals(id))
                        .findFirst())
                .orElseThrow(() -> new NotFoundException("assistance"));
    }

    private static String told(DossierNumber number, Page page) {
        return page.done("/cases/" + number.value(), "notice.assistance.named", number.value());
    }

    private String form(
            Organisation cpas, List<Neighbour> neighbours, @Nullable Neighbour chosen, FormView form, Page page) {
        Optional<String> officer = register.dataProtectionOfficer(cpas.id(), clock.instant())
                .map(person -> directory.person(person).displayName());
        page.inSection("entities")
                .with("form", chosen == null ? form : form.without("niss"))
                .with("number", cpas.enterpriseNumber().value())
                .with("cpasName", cpas.name(page.language()))
                .with("officerName", officer.orElse(null))
                .with("neighbours", neighbours)
                .with("chosen", chosen);
        return "mandate/assistance";
    }
}
