package be.designations.casework.web;

import be.designations.casework.CaseTypes;
import be.designations.casework.DossierNumber;
import be.designations.casework.Provinces;
import be.designations.casework.WorkAsked;
import be.designations.casework.WorkFilters;
import be.designations.casework.WorkHandling;
import be.designations.casework.WorkHandling.Verdict;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.forms.ShownError;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** What is done from the list of work: with the dossiers that were ticked, or with one, and with its filters. */
@Controller
@RequestMapping(WorkAddress.PATH)
class WorkActionsController {

    private static final String TICKED = "dossiers";

    private final WorkHandling handling;
    private final WorkFilters filters;
    private final CaseTypes types;
    private final Provinces provinces;

    WorkActionsController(WorkHandling handling, WorkFilters filters, CaseTypes types, Provinces provinces) {
        this.handling = handling;
        this.filters = filters;
        this.types = types;
        this.provinces = provinces;
    }

    /** One that was refused, in words. */
    public record Refused(String number, String why) implements Serializable {}

    /**
     * @param one  the dossier beside whose button was pressed; those ticked count for nothing then
     * @param list what was asked of the list
     */
    @PostMapping("/take")
    String take(
            Actor actor,
            @RequestParam(name = TICKED, defaultValue = "") List<String> ticked,
            @RequestParam(required = false) @Nullable String one,
            @RequestParam(defaultValue = "") String list,
            Page page) {
        return handled(() -> handling.take(actor, numbers(ticked, one)), "taken", list, page);
    }

    @PostMapping("/release")
    String release(
            Actor actor,
            @RequestParam(name = TICKED, defaultValue = "") List<String> ticked,
            @RequestParam(required = false) @Nullable String one,
            @RequestParam(defaultValue = "") String list,
            Page page) {
        return handled(() -> handling.release(actor, numbers(ticked, one)), "released", list, page);
    }

    private String handled(Supplier<List<Verdict>> operation, String what, String list, Page page) {
        String back = list(list);
        return page.attempt(() -> told(operation.get(), what, back, page))
                .or(wrong -> page.passing("problems", wrong).inform(back, "work.nothing-done"));
    }

    /** What became of each stands above the list. */
    private static String told(List<Verdict> verdicts, String what, String back, Page page) {
        List<String> done = verdicts.stream()
                .filter(Verdict::done)
                .map(verdict -> verdict.number().value())
                .toList();
        List<Refused> refused = verdicts.stream()
                .filter(verdict -> !verdict.done())
                .map(verdict ->
                        new Refused(verdict.number().value(), page.sentence(Objects.requireNonNull(verdict.refusal()))))
                .toList();
        page.passing("refused", refused);
        if (done.isEmpty()) {
            return page.inform(back, "work.nothing-done");
        }
        return page.done(back, "work." + what, done.size(), String.join(", ", done));
    }

    /** Goes to the page that asks to whom; the token of a form must not stand in its address. */
    @PostMapping("/hand-over/begin")
    String beginHandOver(
            @RequestParam(name = TICKED, defaultValue = "") List<String> ticked,
            @RequestParam(required = false) @Nullable String one,
            @RequestParam(defaultValue = "") String list) {
        var address = UriComponentsBuilder.fromPath(WorkAddress.PATH + "/hand-over");
        // One more than is handed over at once is enough to be told so, and fits into an address.
        numbers(ticked, one).stream()
                .limit(WorkHandling.MOST_AT_ONCE + 1)
                .forEach(number -> address.queryParam(TICKED, number));
        String back = list(list);
        return Page.redirect(address.queryParam("list", "{list}")
                .encode()
                .buildAndExpand(back.substring(Math.min(back.length(), (WorkAddress.PATH + "?").length())))
                .toUriString());
    }

    /** To whom these are to be handed, and with which words. */
    @GetMapping("/hand-over")
    String askToHandOver(
            Actor actor,
            @RequestParam(name = TICKED, defaultValue = "") List<String> ticked,
            @RequestParam(defaultValue = "") String list,
            Page page) {
        return page.attempt(() -> {
                    List<DossierNumber> numbers = numbers(ticked, null);
                    WorkHandling.requireSome(numbers);
                    return handOverPage(actor, numbers, list, null, "", List.of(), page);
                })
                .or(wrong -> page.passing("problems", wrong).inform(list(list), "work.nothing-done"));
    }

    @PostMapping("/hand-over")
    String handOver(
            Actor actor,
            @RequestParam(name = TICKED, defaultValue = "") List<String> ticked,
            @RequestParam(defaultValue = "") String colleague,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String list,
            Page page) {
        List<DossierNumber> numbers = numbers(ticked, null);
        PersonId to = Inputs.id(colleague).map(PersonId::new).orElse(null);
        return page.attempt(() -> told(handling.handOver(actor, numbers, to, note), "handed-over", list(list), page))
                .or(wrong -> handOverPage(
                        actor, numbers, list, to, note, wrong, page.refused(HttpStatus.UNPROCESSABLE_ENTITY)));
    }

    private String handOverPage(
            Actor actor,
            List<DossierNumber> numbers,
            String list,
            @Nullable PersonId chosen,
            String note,
            List<ShownError> wrong,
            Page page) {
        page.inSection("work")
                .with("numbers", numbers)
                .with("colleagues", handling.colleagues(actor, numbers))
                .with("chosen", chosen)
                .with("note", note)
                .with("longest", WorkHandling.LONGEST_NOTE)
                .with("list", list)
                .with("back", list(list))
                .with("problems", wrong);
        return "work/hand-over";
    }

    /** Keeps what is asked of the list under a name. */
    @PostMapping("/filters")
    String save(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(defaultValue = "") String list,
            Page page) {
        WorkAsked asked = asked(list);
        String back = list(list);
        return page.attempt(() -> {
                    filters.save(actor, name, shared, asked.query());
                    return page.done(back, shared ? "work.filter.shared" : "work.filter.saved", name.strip());
                })
                .or(wrong -> page.passing("problems", wrong)
                        .passing("filterName", name)
                        .passing("filterShared", shared)
                        .inform(back, "work.filter.not-saved"));
    }

    @PostMapping("/filters/{id}/remove")
    String remove(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String list, Page page) {
        filters.remove(actor, id);
        return page.done(list(list), "work.filter.removed");
    }

    private WorkAsked asked(String list) {
        return WorkAsked.read(WorkAsked.parametersOf(list), types, provinces.all());
    }

    /** The page of the list from which somebody came; what is made up leads to the list. */
    private String list(String list) {
        Map<String, String> parameters = WorkAsked.parametersOf(list);
        return new WorkAddress(WorkAsked.read(parameters, types, provinces.all()))
                .here(parameters.get("after"), parameters.get("before"));
    }

    private static List<DossierNumber> numbers(List<String> ticked, @Nullable String one) {
        return (one == null ? ticked.stream() : Stream.of(one))
                .flatMap(number -> DossierNumber.parse(number).stream())
                .distinct()
                .toList();
    }
}
