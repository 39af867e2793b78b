package be.designations.insight.web;

import be.designations.access.OwnDetails;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.insight.AccessOverview.Fact;
import be.designations.insight.AccessOverview.FactType;
import be.designations.insight.AccessOverview.TieFact;
import be.designations.insight.OwnAccess;
import be.designations.insight.OwnReads;
import be.designations.insight.Positions.OwnApplication;
import be.designations.insight.web.PersonController.ApplicationLine;
import be.designations.insight.web.PersonController.EntityFacts;
import be.designations.pages.Address;
import be.designations.pages.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What readers find about themselves: “Mes accès”, “Vos Responsables” and their own data. <i>Source: A6, B4.</i> */
@Controller
class MyPages {

    private static final String CONTACT_FORM = "own-contact";
    private static final int LATEST_READS = 5;
    private static final int READS_A_PAGE = 25;

    private final OwnAccess own;
    private final OwnReads reads;
    private final OwnDetails details;

    MyPages(OwnAccess own, OwnReads reads, OwnDetails details) {
        this.own = own;
        this.reads = reads;
        this.details = details;
    }

    @GetMapping("/me")
    String access(Actor actor, EntityPages asked, Page page) {
        var found = own.access(actor, asked.typed(), page.language(), asked.cursor());
        Map<OrganisationId, List<Fact>> facts =
                found.facts().stream().collect(Collectors.groupingBy(Fact::organisation));
        Map<OrganisationId, List<TieFact>> ties =
                found.ties().stream().collect(Collectors.groupingBy(TieFact::organisation));
        Map<OrganisationId, List<OwnApplication>> applications = found.applications().stream()
                .collect(Collectors.groupingBy(
                        application -> application.quality().organisation()));
        page.inSection("me")
                .with(
                        "entities",
                        found.page().lines().stream()
                                .filter(entity -> facts.containsKey(entity.id()) || ties.containsKey(entity.id()))
                                .map(entity -> EntityFacts.of(
                                                entity,
                                                facts.getOrDefault(entity.id(), List.of()),
                                                ties.getOrDefault(entity.id(), List.of()),
                                                found.sight(),
                                                found.at())
                                        .own(applications.getOrDefault(entity.id(), List.of()).stream()
                                                .map(application -> ApplicationLine.of(application, actor.level()))
                                                .toList()))
                                .toList())
                .with("officer", found.facts().stream().anyMatch(fact -> fact.type() == FactType.MANDATE))
                .with("reads", reads.page(actor, null, LATEST_READS))
                .with("chosen", found.language().code())
                .with("self", actor.person());
        asked.addTo(page, "/me", found.page(), found.total());
        return "access/me";
    }

    /** @param after id of the last line of the page before */
    @GetMapping("/me/reads")
    String reads(Actor actor, @RequestParam(required = false) @Nullable Long after, Page page) {
        var found = reads.page(actor, after, READS_A_PAGE);
        Long next = found.next();
        page.inSection("me")
                .with("reads", found)
                .with("first", after == null)
                .with(
                        "next",
                        next == null
                                ? null
                                : Address.of("/me/reads").from(next, false).toString());
        return "access/my-reads";
    }

    @GetMapping("/me/managers")
    String managers(Actor actor, EntityPages asked, Page page) {
        var found = own.managers(actor, asked.typed(), page.language(), asked.cursor());
        page.inSection("managers").with("entities", found.entities());
        asked.addTo(page, "/me/managers", found.page(), found.total());
        return "access/my-managers";
    }

    @GetMapping("/me/contact")
    String contact(Actor actor, Page page) {
        OwnDetails.Contact known = details.of(actor);
        FormValues values = FormValues.empty().with("language", known.language().code());
        values = known.email() == null ? values : values.with("email", known.email());
        return show(
                page.form(CONTACT_FORM, known.phone() == null ? values : values.with("phone", known.phone())), page);
    }

    @PostMapping("/me/contact")
    String change(Actor actor, Page page) {
        return page.submit(
                CONTACT_FORM,
                values -> {
                    boolean changed = details.change(
                            actor,
                            new OwnDetails.Contact(
                                    values.text("email"),
                                    values.optionalText("phone").orElse(null),
                                    Language.of(values.text("language"))));
                    return changed
                            ? page.done("/me/contact", "access.page.contact.saved")
                            : page.inform("/me/contact", "access.page.contact.unchanged");
                },
                form -> show(form, page));
    }

    private static String show(FormView form, Page page) {
        page.inSection("data").with("form", form);
        return "access/contact";
    }
}
