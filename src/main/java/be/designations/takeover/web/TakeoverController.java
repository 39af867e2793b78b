package be.designations.takeover.web;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.Desk;
import be.designations.directory.Actor;
import be.designations.directory.DeskNamedMessages;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import be.designations.takeover.NewTakeover;
import be.designations.takeover.Takeover;
import be.designations.takeover.Takeovers;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of takeovers: who has the desks, what is announced, and announcing one after a look at what it changes. */
@Controller
@RequestMapping("/operations/takeovers")
class TakeoverController {

    private static final String ALL = "/operations/takeovers";
    private static final String FORM = "desk-takeover";
    private static final int MOST_NAMED = 20;

    private final Takeovers takeovers;
    private final Directory directory;
    private final DeskNamedMessages messages;
    private final Clock clock;

    TakeoverController(Takeovers takeovers, Directory directory, DeskNamedMessages messages, Clock clock) {
        this.takeovers = takeovers;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param state of it, as in the message key {@code takeover.state.<state>} */
    public record Line(
            Takeover takeover, String organisation, String number, String by, String state, boolean withdrawable) {}

    @GetMapping
    String list(Actor actor, Page page) {
        List<Takeover> all = takeovers.all(actor);
        Map<Desk, Organisation> holders =
                Takeover.DESKS.stream().collect(Collectors.toMap(desk -> desk, desk -> takeovers.holder(actor, desk)));
        var organisations =
                directory
                        .organisations(all.stream()
                                .map(Takeover::organisation)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Organisation::id, one -> one));
        Map<PersonId, String> names =
                names(all.stream().map(Takeover::announcedBy).toList());
        Instant now = clock.instant();
        page.inSection("operations")
                .with("desks", Takeover.DESKS)
                .with("holders", holders)
                .with(
                        "lines",
                        all.stream()
                                .map(one -> {
                                    Organisation organisation =
                                            Objects.requireNonNull(organisations.get(one.organisation()));
                                    return new Line(
                                            one,
                                            organisation.name(page.language()),
                                            organisation.enterpriseNumber().formatted(),
                                            names.getOrDefault(one.announcedBy(), ""),
                                            one.state(now),
                                            one.isToCome(now));
                                })
                                .toList());
        return "takeover/list";
    }

    @GetMapping("/new")
    String form(Actor actor, Page page) {
        takeovers.all(actor);
        return show(page.form(FORM, FormValues.empty()), page);
    }

    /** @param action whether it is announced, or only shown what it changes */
    @PostMapping("/new")
    String announce(Actor actor, @RequestParam(name = "_action", defaultValue = "preview") String action, Page page) {
        takeovers.all(actor);
        return page.submit(
                FORM,
                values -> {
                    NewTakeover wanted = NewTakeover.of(values);
                    if (action.equals("announce")) {
                        Takeover announced = takeovers.announce(actor, wanted);
                        return page.done(
                                ALL,
                                "notice.takeover.announced",
                                directory.organisation(announced.organisation()).name(page.language()),
                                new BelgianDates().day(announced.from()));
                    }
                    Takeovers.Preview preview = takeovers.preview(actor, wanted);
                    preview(preview, wanted, page);
                    return show(page.form(FORM, values), page);
                },
                form -> show(form, page));
    }

    private static String show(FormView form, Page page) {
        page.inSection("operations").with("form", form);
        return "takeover/new";
    }

    private void preview(Takeovers.Preview preview, NewTakeover wanted, Page page) {
        PersonId head = preview.head();
        Map<PersonId, String> names = names(Stream.of(
                        preview.leaving().stream().limit(MOST_NAMED),
                        preview.staying().stream().limit(MOST_NAMED),
                        preview.arriving().stream().limit(MOST_NAMED),
                        Stream.ofNullable(head))
                .flatMap(person -> person)
                .toList());
        page.with("preview", preview)
                .with("former", preview.former().name(page.language()))
                .with("organisation", preview.organisation().name(page.language()))
                .with("number", preview.organisation().enterpriseNumber().formatted())
                .with("email", preview.organisation().email())
                .with("now", Days.of(preview.from()).equals(Days.of(clock.instant())))
                .with("leaving", named(preview.leaving(), names))
                .with("staying", named(preview.staying(), names))
                .with("arriving", named(preview.arriving(), names))
                .with("head", head == null ? null : names.get(head))
                .with(
                        "said",
                        Arrays.stream(Language.values())
                                .map(language -> messages.calling(
                                        Objects.requireNonNull(wanted.desk().office()),
                                        wanted.names().in(language),
                                        "takeover.said." + wanted.desk(),
                                        language))
                                .toList());
    }

    private static String named(List<PersonId> people, Map<PersonId, String> names) {
        return people.stream()
                        .limit(MOST_NAMED)
                        .map(person -> names.getOrDefault(person, ""))
                        .sorted()
                        .collect(Collectors.joining(", "))
                + (people.size() > MOST_NAMED ? ", …" : "");
    }

    private Map<PersonId, String> names(Collection<PersonId> people) {
        return directory.people(List.copyOf(people)).stream()
                .collect(Collectors.toMap(Person::id, Person::displayName, (one, same) -> one));
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Actor actor, @PathVariable UUID id, Page page) {
        return page.attempt(() -> {
                    takeovers.withdraw(actor, id);
                    return page.done(ALL, "notice.takeover.withdrawn");
                })
                .or(wrong -> {
                    page.refused(HttpStatus.CONFLICT).with("wrong", wrong);
                    return list(actor, page);
                });
    }
}
