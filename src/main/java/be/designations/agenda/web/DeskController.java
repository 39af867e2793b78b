package be.designations.agenda.web;

import be.designations.access.Translated;
import be.designations.agenda.ClosingDay;
import be.designations.agenda.DeskAdministration;
import be.designations.agenda.DeskCode;
import be.designations.agenda.DeskHead;
import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.DeadlineMoves;
import be.designations.casework.Desk;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.NotFoundException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a desk: on which days it is closed, and who answers for it. */
@Controller
class DeskController {

    private static final String ALL = "/desks";
    private static final String ONE = ALL + "/{code}";
    private static final String CLOSING = "closing-day";
    private static final String HEAD = "desk-head";
    private static final String PERSON = "person";

    private final DeskAdministration desks;
    private final Directory directory;
    private final Clock clock;

    DeskController(DeskAdministration desks, Directory directory, Clock clock) {
        this.desks = desks;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(ALL)
    String start(Actor actor) {
        return Page.redirect(address(desks.desksOf(actor).get(0)));
    }

    @GetMapping(ONE)
    String desk(Actor actor, @PathVariable String code, Page page) {
        return show(actor, DeskCode.read(code), page.form(CLOSING, FormValues.empty()), null, page);
    }

    /** @param action whether the day is closed, or only shown what that moves */
    @PostMapping(ONE)
    String close(
            Actor actor,
            @PathVariable String code,
            @RequestParam(name = "_action", defaultValue = "preview") String action,
            Page page) {
        Desk desk = DeskCode.read(code);
        return page.submit(
                CLOSING,
                values -> {
                    LocalDate day = values.date("day").orElseThrow();
                    Translated name = new Translated(
                            values.text("nameFr").strip(),
                            values.text("nameNl").strip(),
                            values.text("nameDe").strip());
                    if (action.equals("close")) {
                        int moved = desks.close(actor, desk, day, name);
                        return page.done(address(desk), "agenda.closed", words(day), moved);
                    }
                    DeadlineMoves.Preview preview = desks.preview(actor, desk, day, name);
                    page.with("closing", words(day));
                    return show(actor, desk, page.form(CLOSING, values), preview, page);
                },
                form -> show(actor, desk, form, null, page));
    }

    @PostMapping(ONE + "/closing-days/{day}/take-back")
    String takeBack(Actor actor, @PathVariable String code, @PathVariable String day, Page page) {
        Desk desk = DeskCode.read(code);
        LocalDate closed = day(day);
        desks.takeBack(actor, desk, closed);
        return page.done(address(desk), "agenda.taken-back", words(closed));
    }

    private String show(Actor actor, Desk desk, FormView form, DeadlineMoves.@Nullable Preview preview, Page page) {
        List<ClosingDay> days = desks.closingDays(actor, desk);
        List<DeskHead> heads = desks.heads(actor, desk);
        PersonId head = desks.head(actor, desk).orElse(null);
        Set<PersonId> named = Stream.concat(
                        days.stream().map(ClosingDay::writtenBy), heads.stream().map(DeskHead::person))
                .collect(Collectors.toSet());
        section(actor, desk, page)
                .with("form", form)
                .with("preview", preview)
                .with("days", days)
                .with("today", Days.of(clock.instant()))
                .with("heads", heads)
                .with("head", head)
                .with(
                        "names",
                        directory.people(named).stream().collect(Collectors.toMap(Person::id, Person::displayName)));
        return "agenda/desk";
    }

    private Page section(Actor actor, Desk desk, Page page) {
        return page.inSection(desks.isSupport(actor) ? "operations" : "work")
                .with("desk", desk)
                .with("code", DeskCode.of(desk))
                .with("support", desks.isSupport(actor))
                .with(
                        "desks",
                        desks.desksOf(actor).stream()
                                .collect(Collectors.toMap(
                                        DeskCode::of, Desk::name, (one, other) -> one, LinkedHashMap::new)));
    }

    @GetMapping(ONE + "/head")
    String chooseHead(Actor actor, @PathVariable String code, Page page) {
        return showHead(actor, DeskCode.read(code), page.form(HEAD, FormValues.empty()), List.of(), page);
    }

    /** @param action whether somebody is designated, or nobody is head any more */
    @PostMapping(ONE + "/head")
    String designate(
            Actor actor,
            @PathVariable String code,
            @RequestParam(name = "_action", defaultValue = "designate") String action,
            Page page) {
        Desk desk = DeskCode.read(code);
        FormSubmission sent = page.read(HEAD, page.pageOf(HEAD).key());
        List<ShownError> wrong = page.errors(HEAD, sent);
        if (wrong.isEmpty()) {
            Page.Outcome outcome = page.attempt(() -> {
                String reason = sent.values().text("reason").strip();
                if (action.equals("dismiss")) {
                    desks.dismiss(actor, desk, reason);
                    return page.done(address(desk), "agenda.head.dismissed");
                }
                desks.designate(actor, desk, chosen(page).map(PersonId::new).orElse(null), reason);
                return page.done(address(desk), "agenda.head.designated");
            });
            if (outcome.template() != null) {
                return outcome.template();
            }
            wrong = outcome.wrong();
        }
        page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        return showHead(actor, desk, page.form(HEAD, sent.values()), wrong, page);
    }

    private static Optional<UUID> chosen(Page page) {
        return page.parameter(PERSON).flatMap(Inputs::id);
    }

    private String showHead(Actor actor, Desk desk, FormView reason, List<ShownError> wrong, Page page) {
        Map<String, String> offered = new LinkedHashMap<>();
        desks.staff(actor, desk).forEach(one -> offered.put(one.person().value().toString(), one.name()));
        Field person = Field.choosing(
                PERSON,
                "select",
                page.text("agenda.head.person"),
                page.text("agenda.head.person.hint"),
                false,
                Choice.of(
                        PERSON,
                        offered,
                        chosen(page).map(UUID::toString).stream().toList()));
        section(actor, desk, page)
                .with(
                        "form",
                        FormView.of(List.of(person), page.locale()).and(reason).withErrors(wrong))
                .with(
                        "current",
                        desks.head(actor, desk)
                                .map(directory::person)
                                .map(Person::displayName)
                                .orElse(null));
        return "agenda/head";
    }

    private static String address(Desk desk) {
        return ALL + "/" + DeskCode.of(desk);
    }

    private static String words(LocalDate day) {
        return new BelgianDates().day(day);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException madeUp) {
            throw new NotFoundException("closing-day");
        }
    }
}
