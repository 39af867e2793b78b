package be.designations.management.web;

import be.designations.access.DomainCode;
import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
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
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Designating somebody for any post: the number first, then the person behind it and what follows. The number travels in
 * the body only, never in an address. <i>Source: A2, A5, A6.</i>
 */
@Controller
class DesignationController {

    private static final String OF_ENTITY = "/entities/{number}/co-managers/new";
    private static final String OF_DOMAIN =
            "/entities/{number}/domains/{code}/{post:access-manager|co-access-managers}";
    private static final String OF_PART =
            "/{of:qualities|subdivisions}/{id}/{post:local-manager|co-managers|technical-user|manager}/new";

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

    DesignationController(Managers managers, OfficerSituations officers, RoleNames roleNames, Directory directory) {
        this.managers = managers;
        this.officers = officers;
        this.roleNames = roleNames;
        this.directory = directory;
    }

    @ModelAttribute("post")
    Post post(@PathVariable Map<String, String> ids) {
        String post = ids.getOrDefault("post", "");
        if (ids.containsKey("number")) {
            return post.isEmpty()
                    ? Post.coPrincipalManager(entity(ids))
                    : Post.ofDomain(entity(ids), domain(ids), post);
        }
        UUID id = Inputs.id(ids.get("id")).orElseThrow(() -> new NotFoundException("post"));
        return "qualities".equals(ids.get("of"))
                ? Post.ofQuality(new QualityId(id), post)
                : Post.ofSubdivision(new SubdivisionId(id), post);
    }

    private static EnterpriseNumber entity(Map<String, String> ids) {
        return EnterpriseNumber.parse(Objects.requireNonNull(ids.get("number")))
                .orElseThrow(() -> new NotFoundException("entity"));
    }

    private static DomainCode domain(Map<String, String> ids) {
        return DomainCode.parse(Objects.requireNonNull(ids.get("code")))
                .orElseThrow(() -> new NotFoundException("domain"));
    }

    @GetMapping({OF_ENTITY, OF_DOMAIN, OF_PART})
    String ask(Actor actor, @ModelAttribute(name = "post", binding = false) Post post, Page page) {
        Asked asked = new Asked(actor, post, managers.place(actor, post), new LinkedMultiValueMap<>(), page);
        return person(asked, FormValues.empty(), List.of());
    }

    @PostMapping({OF_ENTITY, OF_DOMAIN, OF_PART})
    String answer(
            Actor actor,
            @ModelAttribute(name = "post", binding = false) Post post,
            @RequestParam(name = "_action", defaultValue = "look") String action,
            Page page) {
        Asked asked = new Asked(actor, post, managers.place(actor, post), page.posted(), page);
        FormSubmission sent = page.read(FORM);
        if (action.equals("correct")) {
            return person(asked, sent.values(), List.of());
        }
        List<ShownError> errors = errors(sent, asked);
        List<ShownError> ofNiss =
                errors.stream().filter(error -> NISS.equals(error.fieldKey())).toList();
        if (!ofNiss.isEmpty()) {
            return refusedPerson(asked, sent.values(), ofNiss);
        }
        if (!action.equals("confirm")) {
            return look(asked, sent.values(), List.of());
        }
        return errors.isEmpty() ? designate(asked, sent.values()) : look(asked, sent.values(), errors);
    }

    private String designate(Asked asked, FormValues values) {
        try {
            return asked.page()
                    .attempt(() -> {
                        managers.designate(asked.actor(), asked.post(), designation(values, seen(asked.page())));
                        return done(asked, values);
                    })
                    .or(refusals -> look(asked, values, refusals));
        } catch (AlreadyHandledException passed) {
            // A second click; but not a page that was left open while its reader designated somebody else on another.
            if (passed.bySelf() && hasPost(asked, values)) {
                return Page.redirect(asked.list());
            }
            throw passed;
        }
    }

    /** The tie to the entity was asked for only if the directory did not know one. */
    private static List<ShownError> errors(FormSubmission sent, Asked asked) {
        boolean ofTie = asked.posted().containsKey("category");
        return asked.page().errors(FORM, sent).stream()
                .filter(error -> ofTie || !OF_RELATIONSHIP.contains(Objects.requireNonNullElse(error.fieldKey(), "")))
                .toList();
    }

    /** Whom the manager saw in the post; the page posts it as its version. */
    private static @Nullable Incumbency seen(Page page) {
        return page.parameter("_version")
                .filter(version -> version.isEmpty() || Inputs.id(version).isPresent())
                .map(version -> new Incumbency(Inputs.id(version).orElse(null)))
                .orElse(null);
    }

    private static Designation designation(FormValues values, @Nullable Incumbency seen) {
        return new Designation(
                niss(values),
                values.optionalText("category")
                        .map(category -> RelationshipDeclaration.of(values))
                        .orElse(null),
                values.isChecked(CONFIRM_REMOVAL),
                values.optionalText("reason").orElse(null),
                seen);
    }

    private static Niss niss(FormValues values) {
        return Niss.of(values.text(NISS));
    }

    private boolean hasPost(Asked asked, FormValues values) {
        return managers.candidate(asked.actor(), asked.post(), niss(values)).refusals().stream()
                .anyMatch(refusal -> refusal.code().startsWith("management.is-already."));
    }

    private String done(Asked asked, FormValues values) {
        return asked.page()
                .done(
                        asked.list(),
                        "managers.designate.done",
                        directory
                                .findPerson(niss(values))
                                .map(Person::displayName)
                                .orElse(""),
                        Places.capacity(asked.post().kind(), asked.place(), asked.page()));
    }

    /** Shows who has that number, unless nobody has it or nothing can make them that. */
    private String look(Asked asked, FormValues values, List<ShownError> errors) {
        return asked.page()
                .attempt(() -> {
                    Candidate candidate = managers.candidate(asked.actor(), asked.post(), niss(values));
                    RejectedException.throwIfAny(candidate.refusals());
                    return confirmation(asked, candidate, values, errors);
                })
                .or(refusals -> refusedPerson(asked, values, refusals));
    }

    private String confirmation(Asked asked, Candidate candidate, FormValues values, List<ShownError> errors) {
        Page page = asked.show();
        FormView decision = page.form(FORM, "decision", values);
        FormView asks = candidate.needsRemoval() ? decision : decision.without(CONFIRM_REMOVAL);
        FormView form = (candidate.related()
                        ? asks
                        : page.form(FORM, "relationship", values).and(asks))
                .withErrors(errors);
        if (!errors.isEmpty()) {
            page.refused(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        page.with("form", form)
                .with("relationship", fields(form, true))
                .with("decision", fields(form, false))
                .with("candidate", candidate)
                .with("niss", niss(values))
                .with(
                        "rights",
                        roleNames.of(candidate.rights(), page.language()).values().stream()
                                .sorted()
                                .toList());
        return "management/designate-confirm";
    }

    private String refusedPerson(Asked asked, FormValues values, List<ShownError> errors) {
        asked.page().refused(HttpStatus.UNPROCESSABLE_ENTITY);
        // Whatever refuses the person is about the number that was typed.
        return person(
                asked,
                values,
                errors.stream()
                        .map(error -> new ShownError(NISS, error.message()))
                        .toList());
    }

    private String person(Asked asked, FormValues values, List<ShownError> errors) {
        Map<String, String> kept = new LinkedHashMap<>();
        KEPT.forEach(name -> Optional.ofNullable(asked.posted().getFirst(name))
                .filter(text -> !text.isEmpty())
                .ifPresent(text -> kept.put(name, text)));
        asked.show()
                .with(
                        "officer",
                        officers.of(asked.actor(), asked.post().kind(), asked.place())
                                .orElse(null))
                .with("form", asked.page().form(FORM, "person", values).withErrors(errors))
                .with("kept", kept);
        return "management/designate-person";
    }

    private static List<FormView.Field> fields(FormView form, boolean ofRelationship) {
        return form.fields().stream()
                .filter(field -> OF_RELATIONSHIP.contains(field.key()) == ofRelationship)
                .toList();
    }

    /** Who asks, for which post and where; with what was typed so far and where to show it. */
    private record Asked(Actor actor, Post post, Place place, MultiValueMap<String, String> posted, Page page) {

        Page show() {
            return page.with("place", place)
                    .with("kind", post.kind())
                    .with("address", page.address())
                    .with("back", list());
        }

        String list() {
            return Places.pageOf(place, post.kind());
        }
    }
}
