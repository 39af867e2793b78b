package be.designations.web;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.QualityId;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.insight.OwnPlaces;
import be.designations.insight.web.EntityPages;
import be.designations.pages.Page;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import be.designations.security.ActingAs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Home: for whom the reader wants to work, then what there is to do, as each module says it ({@link Home}). <i>Source: A6.</i>
 */
@Controller
class HomeController {

    private final Capacities capacities;
    private final OwnPlaces places;
    private final Directory directory;
    private final Home start;

    HomeController(Capacities capacities, OwnPlaces places, Directory directory, Home start) {
        this.capacities = capacities;
        this.places = places;
        this.directory = directory;
        this.start = start;
    }

    @GetMapping("/")
    String home(Actor actor, HttpServletRequest request, Page page) {
        var chosen = ActingAs.in(request);
        if (chosen.isEmpty()) {
            var all = capacities.heldBy(actor.person());
            var held = all.inPlaceOf(actor.inPlaceOf());
            if (organisations(held) != 1 || !all.standIns().isEmpty()) {
                start.showAll(actor, page);
                return choice(actor, EntityPages.first(), page);
            }
            ActingAs.of(held.stream().min(Comparator.comparing(Capacity::kind)).orElseThrow())
                    .keepIn(request);
            // Once more, so that the head of the page knows of the choice.
            return "redirect:/";
        }
        start.show(actor, chosen.get().organisation(), page);
        page.inSection("home");
        return "home/home";
    }

    @GetMapping("/capacity")
    String choice(Actor actor, EntityPages asked, Page page) {
        var found = places.page(actor, asked.typed(), page.language(), asked.cursor());
        asked.addTo(page, "/capacity", found.page(), found.total());
        if (found.total() == 0) {
            start.showWithoutOrganisation(actor, page);
        }
        page.with("entities", found.entities()).with("standIns", standIns(found.standIns(), page.language()));
        page.inSection("home");
        return "home/choice";
    }

    private List<StandInView> standIns(List<Capacities.StandIn> held, Language language) {
        if (held.isEmpty()) {
            return List.of();
        }
        Map<PersonId, String> names =
                directory
                        .people(held.stream()
                                .map(Capacities.StandIn::principal)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Person::displayName));
        return held.stream()
                .map(standIn -> new StandInView(
                        standIn.capacity().organisation(),
                        directory
                                .organisation(standIn.capacity().organisation())
                                .name(language),
                        standIn.capacity().kind(),
                        standIn.principal(),
                        names.getOrDefault(standIn.principal(), "")))
                .toList();
    }

    /** @param name of whom the reader stands in for */
    public record StandInView(
            OrganisationId organisation, String organisationName, CapacityKind kind, PersonId principal, String name) {}

    /**
     * @param organisation the organisation's id in the directory
     * @param principal    whose work is done there as a deputy, or null in one’s own name
     * @param quality      in which of its qualities, where the capacity is limited to one or is exercised in one
     * @param subdivision  in which subdivision of that
     * @param home         whether to go to the start page of the organisation, not to where the capacity is exercised
     * @param dossier      the number of the dossier in which work waits, to which the choice leads
     * @param step         the step by which that is done, or null for the dossier
     */
    @PostMapping("/capacity")
    String choose(
            Actor actor,
            @RequestParam UUID organisation,
            @RequestParam CapacityKind kind,
            @RequestParam(required = false) @Nullable UUID principal,
            @RequestParam(required = false) @Nullable UUID quality,
            @RequestParam(required = false) @Nullable UUID subdivision,
            @RequestParam(defaultValue = "false") boolean home,
            @RequestParam(required = false) @Nullable String dossier,
            @RequestParam(required = false) @Nullable String step,
            HttpServletRequest request) {
        var wanted = new ActingAs(organisation, kind, principal);
        if (principal != null) {
            if (!wanted.isAmong(capacities, actor.person())) {
                throw new NotAllowedException(Rejection.of("security.not-in-place-of"));
            }
            wanted.keepIn(request);
            return "redirect:/work";
        }
        QualityId chosen = quality == null ? null : new QualityId(quality);
        var held = capacities.of(actor.person()).stream()
                .filter(capacity -> ActingAs.of(capacity).equals(wanted))
                .filter(capacity -> chosen == null || capacity.quality() == null || chosen.equals(capacity.quality()))
                .findFirst()
                .orElseThrow(() -> new NotAllowedException(Rejection.of("security.not-acting-for")));
        wanted.keepIn(request);
        if (home) {
            return "redirect:/";
        }
        return Optional.ofNullable(dossier)
                .flatMap(DossierNumber::parse)
                .map(number -> Page.redirect(UriComponentsBuilder.fromPath("/cases")
                        .pathSegment(Stream.of(number.value(), step)
                                .filter(Objects::nonNull)
                                .toArray(String[]::new))
                        .encode()
                        .toUriString()))
                .orElseGet(() -> "redirect:" + exercised(held, chosen, subdivision));
    }

    /** Where that capacity is exercised; each page sees for itself whether it is for the reader. */
    private String exercised(Capacity held, @Nullable QualityId chosen, @Nullable UUID subdivision) {
        QualityId quality = held.quality() == null ? chosen : held.quality();
        return switch (held.kind()) {
            case DPD_REVIEWER, DPD_APPROVER, SUPPORT_AGENT -> "/work";
            case ACCESS_MANAGER, CO_ACCESS_MANAGER -> entity(held) + "/access-managers";
            case USER -> "/me";
            case SUBDIVISION_MANAGER, CO_SUBDIVISION_MANAGER ->
                page(quality) + (subdivision == null ? "" : "?subdivision=" + subdivision) + "#users";
            case LOCAL_MANAGER, CO_LOCAL_MANAGER, TECHNICAL_USER -> page(quality);
            default -> quality == null ? entity(held) : page(quality);
        };
    }

    private String entity(Capacity held) {
        return "/entities/"
                + directory.organisation(held.organisation()).enterpriseNumber().value();
    }

    private static String page(@Nullable QualityId quality) {
        return quality == null ? "/" : "/qualities/" + quality.value();
    }

    private static long organisations(List<Capacity> held) {
        return held.stream().map(Capacity::organisation).distinct().count();
    }
}
