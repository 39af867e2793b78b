package be.designations.web;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import be.designations.security.ActingAs;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Home: for whom the reader wants to work, then what there is to do. <i>Source: A6.</i> */
@Controller
class HomeController {

    /** From more entities than this on, the list can be searched. */
    private static final int SCANNABLE = 12;

    private static final Set<CapacityKind> FILERS = EnumSet.of(
            CapacityKind.HEAD_OF_DAILY_MANAGEMENT,
            CapacityKind.PRINCIPAL_ACCESS_MANAGER,
            CapacityKind.CO_PRINCIPAL_ACCESS_MANAGER);

    private final Capacities capacities;
    private final Directory directory;

    HomeController(Capacities capacities, Directory directory) {
        this.capacities = capacities;
        this.directory = directory;
    }

    @ModelAttribute("section")
    String section() {
        return "home";
    }

    @GetMapping("/")
    String home(Actor actor, HttpServletRequest request, Locale locale, Model model) {
        var held = capacities.of(actor.person());
        var chosen = ActingAs.in(request);
        if (chosen.isEmpty()) {
            if (organisations(held) != 1) {
                return choice(actor, "", locale, model);
            }
            ActingAs.of(held.stream().min(Comparator.comparing(Capacity::kind)).orElseThrow())
                    .keepIn(request);
            // Once more, so that the head of the page knows of the choice.
            return "redirect:/";
        }
        var organisation = directory.organisation(chosen.get().organisation());
        model.addAttribute("organisation", EntityView.of(organisation, held, locale));
        model.addAttribute("several", organisations(held) > 1);
        model.addAttribute("mayFile", mayFile(organisation, held));
        addLevel(actor, model);
        return "home/home";
    }

    /** @param query part of a name or of an enterprise number */
    @GetMapping("/capacity")
    String choice(Actor actor, @RequestParam(name = "q", defaultValue = "") String query, Locale locale, Model model) {
        var held = capacities.of(actor.person());
        var entities = held.stream()
                .map(Capacity::organisation)
                .distinct()
                .map(directory::organisation)
                .map(organisation -> EntityView.of(organisation, held, locale))
                .sorted(Comparator.comparing(EntityView::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        model.addAttribute("query", query);
        model.addAttribute("searchable", entities.size() > SCANNABLE);
        model.addAttribute("entities", entities);
        model.addAttribute(
                "found",
                entities.stream().filter(entity -> entity.matches(query)).toList());
        addLevel(actor, model);
        return "home/choice";
    }

    /** @param organisation the organisation's id in the directory */
    @PostMapping("/capacity")
    String choose(
            Actor actor, @RequestParam UUID organisation, @RequestParam CapacityKind kind, HttpServletRequest request) {
        var wanted = new ActingAs(organisation, kind);
        if (!wanted.isAmong(capacities.of(actor.person()))) {
            throw new NotAllowedException(Rejection.of("security.not-acting-for"));
        }
        wanted.keepIn(request);
        return "redirect:/";
    }

    private static void addLevel(Actor actor, Model model) {
        model.addAttribute("lowLevel", !actor.level().isAtLeast(SignInLevel.ITSME));
    }

    private static long organisations(List<Capacity> held) {
        return held.stream().map(Capacity::organisation).distinct().count();
    }

    private static boolean mayFile(Organisation organisation, List<Capacity> held) {
        return organisation.kind() == OrganisationKind.CPAS
                && held.stream()
                        .anyMatch(capacity ->
                                capacity.organisation().equals(organisation.id()) && FILERS.contains(capacity.kind()));
    }

    /** @param kinds what the reader is there, the weightiest first */
    record EntityView(OrganisationId id, String name, String number, List<CapacityKind> kinds) {

        static EntityView of(Organisation organisation, List<Capacity> held, Locale locale) {
            return new EntityView(
                    organisation.id(),
                    organisation.name(Language.of(locale.getLanguage())),
                    organisation.enterpriseNumber().formatted(),
                    held.stream()
                            .filter(capacity -> capacity.organisation().equals(organisation.id()))
                            .map(Capacity::kind)
                            .distinct()
                            .sorted()
                            .collect(Collectors.toUnmodifiableList()));
        }

        boolean matches(String query) {
            String wanted = query.strip().toLowerCase(Locale.ROOT);
            String digits = wanted.replaceAll("[ .]", "");
            return name.toLowerCase(Locale.ROOT).contains(wanted)
                    || (!digits.isEmpty() && number.replace(".", "").contains(digits));
        }
    }
}
