package be.designations.reviews.web;

import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.calendar.BelgianDates;
import be.designations.catalogue.Catalogue;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.export.Csv;
import be.designations.forms.FormField;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.EntityList;
import be.designations.pages.Address;
import be.designations.pages.Download;
import be.designations.pages.Page;
import be.designations.reviews.Campaign;
import be.designations.reviews.CampaignId;
import be.designations.reviews.CampaignJobs;
import be.designations.reviews.Campaigns;
import be.designations.reviews.Campaigns.Progress;
import be.designations.reviews.Campaigns.Scope;
import be.designations.reviews.Counts;
import be.designations.reviews.NewCampaign;
import be.designations.reviews.ReviewAnswer;
import be.designations.reviews.ReviewStore;
import be.designations.reviews.ReviewStore.Part;
import be.designations.reviews.ScopeCounts;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Campaigns: starting one, and what comes of it. */
@Controller
@RequestMapping("/reviews")
class CampaignController {

    private static final String FORM = "review-campaign";
    private static final String STOP = "review-stop";
    private static final String NEW = "/reviews/new";
    /** In the address, for every CPAS. */
    private static final String EVERY_CPAS = "cpas";

    private static final String START = "start:";
    private static final int MOST_ENTITIES = 25;
    /** A campaign of few qualities is there at once. */
    private static final int AT_ONCE = 10;

    private static final int PARTS_A_PAGE = 50;

    private final Campaigns campaigns;
    private final CampaignJobs jobs;
    private final ReviewStore store;
    private final EntityList entities;
    private final Catalogue catalogue;
    private final Directory directory;
    private final Clock clock;

    CampaignController(
            Campaigns campaigns,
            CampaignJobs jobs,
            ReviewStore store,
            EntityList entities,
            Catalogue catalogue,
            Directory directory,
            Clock clock) {
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.store = store;
        this.entities = entities;
        this.catalogue = catalogue;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Page page) {
        List<Campaign> seen = campaigns.seen(actor);
        Map<OrganisationId, Organisation> named = directory
                .organisations(seen.stream()
                        .map(Campaign::organisation)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Organisation::id, it -> it));
        page.inSection("reviews")
                .with("campaigns", seen)
                .with("named", named)
                .with(
                        "mayStart",
                        campaigns.mayReviewEveryCpas(actor)
                                || !campaigns.places(actor).isEmpty());
        return "reviews/list";
    }

    /** @param q what is looked for among the entities */
    @GetMapping("/new")
    String where(Actor actor, @RequestParam(defaultValue = "") String q, Page page) {
        Set<OrganisationId> places = campaigns.places(actor);
        boolean everyCpas = campaigns.mayReviewEveryCpas(actor);
        if (places.isEmpty() && !everyCpas) {
            throw new NotFoundException("scope");
        }
        page.inSection("reviews")
                .with("everyCpas", everyCpas)
                .with(
                        "own",
                        entities.page(
                                        new EntityList.Query(places, q, page.language()),
                                        null,
                                        MOST_ENTITIES,
                                        clock.instant())
                                .lines())
                .with("total", places.size())
                .with("searchable", places.size() > MOST_ENTITIES)
                .with("query", q)
                .with("path", NEW);
        return "reviews/where";
    }

    @GetMapping("/new/{where}")
    String ask(Actor actor, @PathVariable String where, Page page) {
        return form(scope(actor, where), where, FormValues.empty().with("unconfirmed", "LIST"), List.of(), page);
    }

    /** @param action {@code check}, {@code back} or {@code start:<id>} with the id of the campaign that the page of the check gave */
    @PostMapping("/new/{where}")
    String send(
            Actor actor,
            @PathVariable String where,
            @RequestParam(name = "_action", defaultValue = "check") String action,
            Page page) {
        Scope scope = scope(actor, where);
        FormSubmission sent = page.read(FORM);
        if (sent.hasErrors()) {
            return form(scope, where, sent.values(), page.errors(FORM, sent), page);
        }
        if (action.equals("back")) {
            return form(scope, where, sent.values(), List.of(), page);
        }
        try {
            NewCampaign wanted = wanted(sent.values());
            Optional<CampaignId> checked = checked(action);
            if (checked.isPresent()) {
                CampaignId id = campaigns.start(actor, scope, wanted, checked.get());
                jobs.open(id, AT_ONCE);
                return page.done("/reviews/" + id.value(), "reviews.started", wanted.name());
            }
            return check(scope, where, wanted, sent.values(), campaigns.check(scope, wanted), page);
        } catch (RejectedException refused) {
            return form(scope, where, sent.values(), page.errors(refused.rejections()), page);
        }
    }

    /** Nothing when that was made up: it is then checked again. */
    private static Optional<CampaignId> checked(String action) {
        try {
            return action.startsWith(START)
                    ? Optional.of(new CampaignId(UUID.fromString(action.substring(START.length()))))
                    : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Scope scope(Actor actor, String where) {
        return where.equals(EVERY_CPAS)
                ? campaigns.everyCpas(actor)
                : campaigns.scope(
                        actor, EnterpriseNumber.parse(where).orElseThrow(() -> new NotFoundException("entity")));
    }

    private static NewCampaign wanted(FormValues values) {
        return new NewCampaign(
                values.text("name"),
                qualities(values.list("qualities")),
                new LinkedHashSet<>(values.list("roles")),
                values.date("lastDay").orElseThrow(),
                values.text("unconfirmed").equals("END"),
                values.text("reason"));
    }

    private static Set<QualityId> qualities(List<String> ids) {
        try {
            return ids.stream().map(id -> new QualityId(UUID.fromString(id))).collect(Collectors.toSet());
        } catch (IllegalArgumentException unreadable) {
            throw new RejectedException(Rejection.ofField("reviews.quality-not-yours", "qualities"));
        }
    }

    private String form(Scope scope, String where, FormValues values, List<ShownError> wrong, Page page) {
        FormView form = page.form(FORM, values)
                .withErrors(wrong)
                .giving("roles", catalogue.named(scope.roles(), page.language()));
        form = scope.qualities().size() < 2
                ? form.without("qualities")
                : form.giving("qualities", qualities(scope, page));
        if (!wrong.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        show(scope, where, page)
                .with("form", form)
                .with("earliest", new BelgianDates().day(campaigns.earliestLastDay()));
        return "reviews/new";
    }

    private Page show(Scope scope, String where, Page page) {
        Organisation entity = scope.entity();
        return page.inSection("reviews")
                .with("where", where)
                .with("scopeName", entity == null ? page.text("reviews.new.every-cpas") : entity.name(page.language()));
    }

    private String check(
            Scope scope, String where, NewCampaign wanted, FormValues values, ScopeCounts counts, Page page) {
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        for (FormField field : page.pageOf(FORM).fields()) {
            hidden.put(field.key(), values.list(field.key()));
        }
        show(scope, where, page)
                .with("wanted", wanted)
                .with("counts", counts)
                .with("hidden", hidden)
                .with("key", UUID.randomUUID())
                .with(
                        "roleNames",
                        catalogue
                                .named(catalogue.roles(wanted.roles()), page.language())
                                .values())
                .with(
                        "qualityKinds",
                        scope.qualities().stream()
                                .filter(quality -> wanted.qualities().contains(quality.id()))
                                .map(Quality::kind)
                                .toList());
        return "reviews/check";
    }

    private static Map<String, String> qualities(Scope scope, Page page) {
        Map<String, String> named = new LinkedHashMap<>();
        scope.qualities()
                .forEach(quality -> named.put(
                        quality.id().value().toString(),
                        page.text("quality." + quality.kind()) + " (" + quality.identifier() + ")"));
        return named;
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/stop")
    String askStop(Actor actor, @PathVariable UUID id, Page page) {
        return stopping(campaigns.require(actor, new CampaignId(id)), page.form(STOP, FormValues.empty()), page);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/stop")
    String stop(Actor actor, @PathVariable UUID id, Page page) {
        Campaign campaign = campaigns.require(actor, new CampaignId(id));
        return page.submit(
                STOP,
                values -> {
                    campaigns.stop(actor, campaign.id(), values.text("reason"));
                    jobs.close(campaign.id(), AT_ONCE);
                    return page.done("/reviews/" + id, "reviews.stopped", campaign.name());
                },
                form -> stopping(campaign, form, page));
    }

    private static String stopping(Campaign campaign, FormView form, Page page) {
        page.inSection("reviews").with("campaign", campaign).with("form", form);
        return "reviews/stop";
    }

    /** A part of the bar that shows the progress; where it begins and how wide it is, in thousandths. */
    public record Bar(String code, int count, int x, int width) {}

    /**
     * What has come of it so far.
     *
     * @param show   {@code all}, {@code open}, {@code late} or {@code closed}
     * @param q      a part of the name of an entity
     * @param after  the last line of the page before
     * @param before the first line of the page after
     */
    @GetMapping("/{id:[0-9a-f-]{36}}")
    String progress(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Integer after,
            @RequestParam(required = false) @Nullable Integer before,
            Page page) {
        CampaignId campaign = new CampaignId(id);
        Progress progress = campaigns.progress(actor, campaign);
        String address =
                Address.of("/reviews/" + id).with("show", show).with("q", q).toString();
        Window window = Window.of(after, before, PARTS_A_PAGE);
        Window.Shown<Part> parts = window.shown(
                store.parts(campaign, show, q, window.from(), window.backward(), window.asked(), clock.instant()),
                Part::position,
                address);
        Organisation entity = progress.campaign().organisation() == null
                ? null
                : directory.organisation(progress.campaign().organisation());
        page.inSection("reviews")
                .with("progress", progress)
                .with("campaign", progress.campaign())
                .with("scopeName", entity == null ? page.text("reviews.new.every-cpas") : entity.name(page.language()))
                .with(
                        "roleNames",
                        catalogue
                                .named(catalogue.roles(progress.campaign().roles()), page.language())
                                .values())
                .with(
                        "startedBy",
                        directory.person(progress.campaign().startedBy()).displayName())
                .with("stop", stop(progress.campaign()))
                .with("bars", bars(progress.rights()))
                .with("parts", parts.lines())
                .with("show", show)
                .with("query", q)
                .with("path", "/reviews/" + id)
                .with("previous", parts.previous())
                .with("next", parts.next());
        return "reviews/progress";
    }

    /** @param by name of who stopped it */
    public record Stopped(String by, Instant at, String reason) {}

    private @Nullable Stopped stop(Campaign campaign) {
        Campaign.Stop stop = campaign.stop();
        return stop == null ? null : new Stopped(directory.person(stop.by()).displayName(), stop.at(), stop.reason());
    }

    private static List<Bar> bars(Counts counts) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        Arrays.stream(ReviewAnswer.values()).forEach(answer -> parts.put(answer.name(), counts.of(answer)));
        parts.put("OPEN", counts.open());
        List<Bar> bars = new ArrayList<>();
        long before = 0;
        for (Map.Entry<String, Integer> part : parts.entrySet()) {
            int x = share(before, counts.total());
            before += part.getValue();
            bars.add(new Bar(part.getKey(), part.getValue(), x, share(before, counts.total()) - x));
        }
        return bars;
    }

    private static int share(long count, int total) {
        return total == 0 ? 0 : (int) (count * 1000 / total);
    }

    /** The result, a line for each quality. */
    @GetMapping("/{id:[0-9a-f-]{36}}.csv")
    void csv(Actor actor, @PathVariable UUID id, Page page, HttpServletResponse response) throws IOException {
        CampaignId campaign = new CampaignId(id);
        campaigns.require(actor, campaign);
        PrintWriter writer = Download.csv(response, "review-" + id + ".csv");
        List<String> head = new ArrayList<>(List.of(
                page.text("column.organisation"),
                page.text("reviews.csv.number"),
                page.text("requests.new.quality"),
                page.text("reviews.csv.dossier"),
                page.text("reviews.state"),
                page.text("reviews.csv.total"),
                page.text("reviews.answer.OPEN")));
        Arrays.stream(ReviewAnswer.values()).forEach(answer -> head.add(page.text("reviews.answer." + answer)));
        writer.write(Csv.line(head.toArray()));
        store.eachPart(campaign, clock.instant(), part -> writer.write(line(part, page)));
        writer.flush();
    }

    private static String line(Part part, Page page) {
        Counts counts = part.counts();
        List<Object> cells = new ArrayList<>(Arrays.asList(
                part.entity().in(page.language()),
                EnterpriseNumber.of(part.enterpriseNumber()).formatted(),
                page.text("quality." + part.qualityKind()),
                part.number() == null ? "" : part.number().value(),
                page.text("reviews.part." + state(part)),
                counts.total(),
                counts.open()));
        Arrays.stream(ReviewAnswer.values()).forEach(answer -> cells.add(counts.of(answer)));
        return Csv.line(cells.toArray());
    }

    static String state(Part part) {
        if (part.number() == null) {
            return "to-open";
        }
        return part.closed() ? "closed" : part.overdue() ? "late" : "open";
    }
}
