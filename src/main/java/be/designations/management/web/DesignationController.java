package be.designations.management.web;

import be.designations.access.DomainCode;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.management.Candidate;
import be.designations.management.Designation;
import be.designations.management.Designation.Incumbency;
import be.designations.management.Managers;
import be.designations.management.Place;
import be.designations.management.Post;
import be.designations.management.RelationshipDeclaration;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Designating somebody for any post: the number first, then the person behind it and what follows. The number travels in
 * the body only, never in an address. <i>Source: A2, A5, A6.</i>
 */
@Controller
class DesignationController {

    private static final String CO_PRINCIPAL_MANAGER = "/entities/{number}/co-managers/new";
    private static final String ACCESS_MANAGER = "/entities/{number}/domains/{code}/access-manager";
    private static final String CO_ACCESS_MANAGER = "/entities/{number}/domains/{code}/co-access-managers";
    private static final String LOCAL_MANAGER = "/qualities/{id}/local-manager/new";
    private static final String CO_LOCAL_MANAGER = "/qualities/{id}/co-managers/new";
    private static final String TECHNICAL_USER = "/qualities/{id}/technical-user/new";
    private static final String SUBDIVISION_MANAGER = "/subdivisions/{id}/manager/new";
    private static final String CO_SUBDIVISION_MANAGER = "/subdivisions/{id}/co-managers/new";

    private static final String FORM = "designation";
    private static final String NISS = "niss";
    private static final String CONFIRM_REMOVAL = "confirmRemoval";
    private static final Set<String> OF_RELATIONSHIP = Set.of("category", "email", "phone", "relationshipLastDay");

    /** What a manager who corrects the number has typed besides; a removal is confirmed anew for each person. */
    private static final List<String> KEPT = List.of(
            "category",
            "email",
            "phone",
            "relationshipLastDay-day",
            "relationshipLastDay-month",
            "relationshipLastDay-year",
            "reason");

    private final Managers managers;
    private final OfficerSituations officers;
    private final RoleNames roleNames;
    private final Directory directory;
    private final PageForms forms;

    DesignationController(
            Managers managers, OfficerSituations officers, RoleNames roleNames, Directory directory, PageForms forms) {
        this.managers = managers;
        this.officers = officers;
        this.roleNames = roleNames;
        this.directory = directory;
        this.forms = forms;
    }

    @ModelAttribute("post")
    Post post(HttpServletRequest request, @PathVariable Map<String, String> ids) {
        return switch (String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))) {
            case CO_PRINCIPAL_MANAGER -> Post.coPrincipalManager(entity(ids));
            case ACCESS_MANAGER -> Post.accessManager(entity(ids), domain(ids));
            case CO_ACCESS_MANAGER -> Post.coAccessManager(entity(ids), domain(ids));
            case LOCAL_MANAGER -> Post.localManager(new QualityId(id(ids)));
            case CO_LOCAL_MANAGER -> Post.coLocalManager(new QualityId(id(ids)));
            case TECHNICAL_USER -> Post.technicalUser(new QualityId(id(ids)));
            case SUBDIVISION_MANAGER -> Post.subdivisionManager(new SubdivisionId(id(ids)));
            case CO_SUBDIVISION_MANAGER -> Post.coSubdivisionManager(new SubdivisionId(id(ids)));
            default -> throw new NotFoundException("post");
        };
    }

    private static EnterpriseNumber entity(Map<String, String> ids) {
        return EnterpriseNumber.parse(Objects.requireNonNull(ids.get("number")))
                .orElseThrow(() -> new NotFoundException("entity"));
    }

    private static DomainCode domain(Map<String, String> ids) {
        return DomainCode.parse(Objects.requireNonNull(ids.get("code")))
                .orElseThrow(() -> new NotFoundException("domain"));
    }

    private static UUID id(Map<String, String> ids) {
        try {
            return UUID.fromString(Objects.requireNonNull(ids.get("id")));
        } catch (IllegalArgumentException unreadable) {
            throw new NotFoundException("post");
        }
    }

    @GetMapping({
        CO_PRINCIPAL_MANAGER,
        ACCESS_MANAGER,
        CO_ACCESS_MANAGER,
        LOCAL_MANAGER,
        CO_LOCAL_MANAGER,
        TECHNICAL_USER,
        SUBDIVISION_MANAGER,
        CO_SUBDIVISION_MANAGER
    })
    String ask(
            Actor actor,
            @ModelAttribute(name = "post", binding = false) Post post,
            Locale locale,
            HttpServletRequest request,
            Model model) {
        Asked asked = new Asked(actor, post, managers.place(actor, post), request, locale, model);
        return person(asked, FormValues.empty(), Map.of(), List.of());
    }

    @PostMapping({
        CO_PRINCIPAL_MANAGER,
        ACCESS_MANAGER,
        CO_ACCESS_MANAGER,
        LOCAL_MANAGER,
        CO_LOCAL_MANAGER,
        TECHNICAL_USER,
        SUBDIVISION_MANAGER,
        CO_SUBDIVISION_MANAGER
    })
    String answer(
            Actor actor,
            @ModelAttribute(name = "post", binding = false) Post post,
            @RequestParam(name = "_action", defaultValue = "look") String action,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes next) {
        Asked asked = new Asked(actor, post, managers.place(actor, post), request, locale, model);
        PageForms.again(request, model);
        FormSubmission sent = forms.read(FORM, posted);
        List<ShownError> errors = errors(sent, posted, locale);
        if (action.equals("correct")) {
            return person(asked, sent.values(), posted, List.of());
        }
        List<ShownError> ofNiss =
                errors.stream().filter(error -> NISS.equals(error.fieldKey())).toList();
        if (!ofNiss.isEmpty()) {
            return refusedPerson(asked, sent.values(), posted, ofNiss, response);
        }
        if (!action.equals("confirm")) {
            return look(asked, sent.values(), posted, List.of(), response);
        }
        if (!errors.isEmpty()) {
            return look(asked, sent.values(), posted, errors, response);
        }
        try {
            managers.designate(actor, post, designation(sent.values(), seen(posted)));
            return done(asked, sent.values(), next);
        } catch (AlreadyHandledException passed) {
            // A second click; but not a page that was left open while its reader designated somebody else on another.
            if (passed.bySelf() && hasPost(asked, sent.values())) {
                return "redirect:" + Places.pageOf(asked.place(), post.kind());
            }
            throw passed;
        } catch (RejectedException rejected) {
            return look(asked, sent.values(), posted, forms.errors(rejected, locale), response);
        }
    }

    /** The tie to the entity was asked for only if the directory did not know one. */
    private List<ShownError> errors(FormSubmission sent, MultiValueMap<String, String> posted, Locale locale) {
        boolean asked = posted.containsKey("category");
        return forms.errors(FORM, sent, locale).stream()
                .filter(error -> asked || !OF_RELATIONSHIP.contains(Objects.requireNonNullElse(error.fieldKey(), "")))
                .toList();
    }

    /** Whom the manager saw in the post; the page posts it as its version. */
    private static @Nullable Incumbency seen(MultiValueMap<String, String> posted) {
        String version = posted.getFirst("_version");
        if (version == null) {
            return null;
        }
        try {
            return new Incumbency(version.isEmpty() ? null : UUID.fromString(version));
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    private static Designation designation(FormValues values, @Nullable Incumbency seen) {
        return new Designation(
                Niss.of(values.text(NISS)),
                values.optionalText("category")
                        .map(category -> new RelationshipDeclaration(
                                RelationshipCategory.valueOf(category),
                                values.text("email"),
                                values.text("phone"),
                                values.date("relationshipLastDay").orElse(null)))
                        .orElse(null),
                values.isChecked(CONFIRM_REMOVAL),
                values.optionalText("reason").orElse(null),
                seen);
    }

    private boolean hasPost(Asked asked, FormValues values) {
        return managers.candidate(asked.actor(), asked.post(), Niss.of(values.text(NISS))).refusals().stream()
                .anyMatch(refusal -> refusal.code().startsWith("management.is-already."));
    }

    private String done(Asked asked, FormValues values, RedirectAttributes next) {
        String name = directory
                .findPerson(Niss.of(values.text(NISS)))
                .map(Person::displayName)
                .orElse("");
        PageForms.done(
                next,
                "managers.designate.done",
                name,
                forms.capacity(asked.post().kind(), asked.place(), asked.locale()));
        return "redirect:" + Places.pageOf(asked.place(), asked.post().kind());
    }

    /** Shows who has that number, unless nobody has it or nothing can make them that. */
    private String look(
            Asked asked,
            FormValues values,
            MultiValueMap<String, String> posted,
            List<ShownError> errors,
            HttpServletResponse response) {
        Candidate candidate;
        try {
            candidate = managers.candidate(asked.actor(), asked.post(), Niss.of(values.text(NISS)));
            RejectedException.throwIfAny(candidate.refusals());
        } catch (RejectedException rejected) {
            return refusedPerson(asked, values, posted, forms.errors(rejected, asked.locale()), response);
        }
        FormView decision = forms.view(FORM, "decision", values, asked.locale());
        FormView asks = candidate.needsRemoval() ? decision : decision.without(CONFIRM_REMOVAL);
        FormView form = (candidate.related()
                        ? asks
                        : together(forms.view(FORM, "relationship", values, asked.locale()), asks))
                .withErrors(errors);
        Model model = asked.addTo();
        if (!errors.isEmpty()) {
            PageForms.refused(form, asked.request(), response, model);
        }
        model.addAttribute("form", form);
        model.addAttribute("relationship", fields(form, true));
        model.addAttribute("decision", fields(form, false));
        model.addAttribute("candidate", candidate);
        model.addAttribute("niss", Niss.of(values.text(NISS)));
        model.addAttribute(
                "rights",
                roleNames.of(candidate.rights(), Language.of(asked.locale().getLanguage())).values().stream()
                        .sorted()
                        .toList());
        return "management/designate-confirm";
    }

    private String refusedPerson(
            Asked asked,
            FormValues values,
            MultiValueMap<String, String> posted,
            List<ShownError> errors,
            HttpServletResponse response) {
        // Whatever refuses the person is about the number that was typed.
        List<ShownError> atNumber = errors.stream()
                .map(error -> new ShownError(NISS, error.message()))
                .toList();
        String view = person(asked, values, posted, atNumber);
        FormView form = (FormView) Objects.requireNonNull(asked.model().getAttribute("form"));
        PageForms.refused(form, asked.request(), response, asked.model());
        return view;
    }

    private String person(Asked asked, FormValues values, Map<String, List<String>> posted, List<ShownError> errors) {
        Model model = asked.addTo();
        model.addAttribute(
                "officer",
                officers.of(asked.actor(), asked.post().kind(), asked.place()).orElse(null));
        model.addAttribute(
                "form", forms.view(FORM, "person", values, asked.locale()).withErrors(errors));
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> posted.getOrDefault(name, List.of()).stream()
                .findFirst()
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> kept.put(name, text)));
        model.addAttribute("kept", kept);
        return "management/designate-person";
    }

    private static FormView together(FormView first, FormView second) {
        return new FormView(
                first.form(),
                first.page(),
                first.title(),
                joined(first.fields(), second.fields()),
                joined(first.answers(), second.answers()),
                joined(first.problems(), second.problems()),
                first.locale());
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<FormView.Field> fields(FormView form, boolean ofRelationship) {
        return form.fields().stream()
                .filter(field -> OF_RELATIONSHIP.contains(field.key()) == ofRelationship)
                .toList();
    }

    /** Who asks, for which post and where, with where to show it. */
    private record Asked(Actor actor, Post post, Place place, HttpServletRequest request, Locale locale, Model model) {

        Model addTo() {
            ResponsibilityKind kind = post.kind();
            model.addAttribute("place", place);
            model.addAttribute("kind", kind);
            model.addAttribute(
                    "address",
                    request.getRequestURI().substring(request.getContextPath().length()));
            model.addAttribute("back", Places.pageOf(place, kind));
            return model;
        }
    }
}
