package be.designations.web.operations;

import be.designations.audit.AuditEntry;
import be.designations.audit.AuditFilter;
import be.designations.audit.AuditReads;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.forms.ShownError;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.upkeep.SavedSearches;
import be.designations.upkeep.SavedSearches.SavedSearch;
import be.designations.web.operations.AuditSearch.Meaning;
import be.designations.web.operations.AuditSearch.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log: searched and exported. */
@Controller
class AuditController {

    private static final String PAGE = "/operations/audit";
    private static final String SEARCHES = "/operations/audit/searches";
    private static final String EXPORT = "/operations/audit.csv";
    private static final int ENTRIES_A_PAGE = 50;

    /** As the fields of the page. */
    private static final int LONGEST = 100;

    private final Operators operators;
    private final AuditSearch search;
    private final AuditLookups lookups;
    private final AuditReads reads;
    private final SavedSearches saved;
    private final Directory directory;
    private final Clock clock;

    AuditController(
            Operators operators,
            AuditSearch search,
            AuditLookups lookups,
            AuditReads reads,
            SavedSearches saved,
            Directory directory,
            Clock clock) {
        this.operators = operators;
        this.search = search;
        this.lookups = lookups;
        this.reads = reads;
        this.saved = saved;
        this.directory = directory;
        this.clock = clock;
    }

    /** What was typed over the list; every field is optional. */
    @ModelAttribute("typed")
    Typed typed(
            @RequestParam(defaultValue = "") String dossier,
            @RequestParam(defaultValue = "") String subjectType,
            @RequestParam(defaultValue = "") String subjectId,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(required = false) @Nullable UUID by,
            @RequestParam(defaultValue = "false") boolean inPlace,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        return new Typed(
                Inputs.line(dossier, LONGEST),
                Inputs.line(subjectType, LONGEST),
                Inputs.line(subjectId, LONGEST),
                Inputs.line(actor, LONGEST),
                by,
                inPlace,
                Inputs.line(operation, LONGEST),
                Inputs.line(from, LONGEST),
                Inputs.line(to, LONGEST));
    }

    /** @param after number of the last entry of the page before */
    @GetMapping(PAGE)
    String audit(
            Actor actor,
            @ModelAttribute(name = "typed", binding = false) Typed typed,
            @RequestParam(required = false) @Nullable Long after,
            Page page) {
        operators.require(actor);
        return show(actor, typed, after, List.of(), page);
    }

    /** So that what is typed by mistake stands in no address. */
    @PostMapping(PAGE)
    String filter(Actor actor, @ModelAttribute(name = "typed", binding = false) Typed typed, Page page) {
        operators.require(actor);
        return search.read(typed).holdsNiss()
                ? show(actor, typed, null, List.of(), page.refused(HttpStatus.UNPROCESSABLE_ENTITY))
                : Page.redirect(address(PAGE, typed, null));
    }

    private String show(Actor actor, Typed typed, @Nullable Long after, List<ShownError> wrong, Page page) {
        Meaning meaning = search.read(typed);
        page.inSection("operations")
                .with(
                        "savedSearches",
                        saved.own(actor).stream().map(AuditController::own).toList())
                .with("problems", wrong)
                .with("typed", meaning.typed())
                .with("errors", meaning.errors())
                .with("hasErrors", !meaning.errors().isEmpty() || !wrong.isEmpty())
                .with(
                        "errorOf",
                        meaning.errors().stream()
                                .collect(Collectors.toMap(AuditSearch.FieldError::field, AuditSearch.FieldError::code)))
                .with(
                        "choices",
                        meaning.choices().stream()
                                .map(person -> new Choice(
                                        person.name(),
                                        address(PAGE, meaning.typed().by(person), null)))
                                .toList());
        AuditFilter filter = meaning.filter();
        if (filter != null) {
            var found = reads.search(actor, filter, meaning.asked(), after, ENTRIES_A_PAGE);
            page.with("entries", lines(found.entries(), page.language()))
                    .with("next", found.next() == null ? null : address(PAGE, meaning.typed(), found.next()))
                    .with("export", address(EXPORT, meaning.typed(), null));
        }
        return "operations/audit";
    }

    /** Keeps what is asked under a name, for the reader alone. */
    @PostMapping(SEARCHES)
    String save(
            Actor actor,
            @ModelAttribute(name = "typed", binding = false) Typed typed,
            @RequestParam(defaultValue = "") String name,
            Page page) {
        return page.attempt(() -> {
                    saved.save(actor, name, fields(typed));
                    return page.done(address(PAGE, typed, null), "operations.audit.search-saved", name.strip());
                })
                .or(wrong -> {
                    page.refused(HttpStatus.UNPROCESSABLE_ENTITY).with("searchName", name);
                    return show(actor, typed, null, wrong, page);
                });
    }

    @PostMapping(SEARCHES + "/{id}/remove")
    String remove(
            Actor actor,
            @PathVariable UUID id,
            @ModelAttribute(name = "typed", binding = false) Typed typed,
            Page page) {
        saved.remove(actor, id);
        // What the page had refused to look for stands in no address either.
        String back = search.read(typed).holdsNiss() ? PAGE : address(PAGE, typed, null);
        return page.done(back, "operations.audit.search-removed");
    }

    private static Map<String, String> fields(Typed typed) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("dossier", typed.dossier());
        fields.put("subjectType", typed.subjectType());
        fields.put("subjectId", typed.subjectId());
        fields.put("actor", typed.actor());
        fields.put("by", typed.by() == null ? "" : typed.by().toString());
        fields.put("inPlace", typed.inPlace() ? "true" : "");
        fields.put("operation", typed.operation());
        fields.put("from", typed.from());
        fields.put("to", typed.to());
        return fields;
    }

    private static OwnSearch own(SavedSearch search) {
        Address address = Address.of(PAGE);
        search.asked().forEach(address::with);
        return new OwnSearch(search.id(), search.name(), address.toString());
    }

    /** A search of the reader’s, and where it leads. */
    public record OwnSearch(UUID id, String name, String address) {}

    /** The entries found, all of them, as a file; what cannot be read leads back to the page that says so. */
    @GetMapping(EXPORT)
    void export(Actor actor, @ModelAttribute(name = "typed", binding = false) Typed typed, HttpServletResponse response)
            throws IOException {
        operators.require(actor);
        Meaning meaning = search.read(typed);
        AuditFilter filter = meaning.filter();
        if (filter == null) {
            response.sendRedirect(address(PAGE, typed, null));
            return;
        }
        var writer = Download.csv(response, "audit-" + Days.of(clock.instant()) + ".csv");
        reads.export(actor, filter, meaning.asked(), writer);
        writer.flush();
    }

    private List<Line> lines(List<AuditEntry> entries, Language language) {
        Map<UUID, String> people = directory
                .people(entries.stream()
                        .flatMap(entry -> Stream.of(entry.actorPerson(), entry.onBehalfOf()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(PersonId::new)
                        .toList())
                .stream()
                .collect(Collectors.toMap(person -> person.id().value(), Person::displayName));
        Map<UUID, String> organisations = lookups.organisations(
                entries.stream()
                        .map(AuditEntry::actingFor)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                language);
        return entries.stream()
                .map(entry -> new Line(
                        entry,
                        name(people, entry.actorPerson()),
                        name(people, entry.onBehalfOf()),
                        name(organisations, entry.actingFor())))
                .toList();
    }

    private static @Nullable String name(Map<UUID, String> names, @Nullable UUID id) {
        return id == null ? null : names.getOrDefault(id, id.toString());
    }

    private static String address(String path, Typed typed, @Nullable Long after) {
        return Address.of(path)
                .with("actor", typed.actor())
                .with("dossier", typed.dossier())
                .with("from", typed.from())
                .with("operation", typed.operation())
                .with("subjectId", typed.subjectId())
                .with("subjectType", typed.subjectType())
                .with("to", typed.to())
                .with("by", typed.by())
                .with("inPlace", typed.inPlace() ? "true" : null)
                .with("after", after)
                .toString();
    }

    /**
     * @param actor     the name of who did it, or null when the system did
     * @param onBehalf  the name of whom they stood in for, or null
     * @param actingFor the name of the organisation, or null
     */
    public record Line(
            AuditEntry entry,
            @Nullable String actor,
            @Nullable String onBehalf,
            @Nullable String actingFor) {}

    /** One of several people of the name typed. */
    public record Choice(String name, String address) {}
}
