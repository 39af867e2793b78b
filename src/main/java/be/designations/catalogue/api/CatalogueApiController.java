package be.designations.catalogue.api;

import static be.designations.catalogue.CatalogueKinds.APPLICATION;
import static be.designations.catalogue.CatalogueKinds.DOMAIN;
import static be.designations.catalogue.CatalogueKinds.ROLE;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.catalogue.Application;
import be.designations.catalogue.ApplicationDetails;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueEntry;
import be.designations.catalogue.CatalogueItem;
import be.designations.catalogue.CatalogueKind;
import be.designations.catalogue.CatalogueStore;
import be.designations.catalogue.DomainDetails;
import be.designations.catalogue.Role;
import be.designations.catalogue.RoleDetails;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
import be.designations.directory.TargetGroup;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Names of applications are no secret: whoever is signed in reads them. */
@RestController
@RequestMapping("/api/v1/catalogue")
@Tag(name = "Catalogue")
class CatalogueApiController {

    private static final String FOR_AGENTS = " For the agents of the support desk.";
    private static final String ONCE = " Sent twice, it is added once: the second time answers 200.";
    private static final String STAYS = " What was granted stays." + FOR_AGENTS;

    private final CatalogueStore store;
    private final CatalogueEditing editing;
    private final Texts texts;

    CatalogueApiController(CatalogueStore store, CatalogueEditing editing, Texts texts) {
        this.store = store;
        this.editing = editing;
        this.texts = texts;
    }

    @GetMapping("/applications")
    @Operation(
            summary = "List the applications",
            description =
                    "In the order of their French names, the retired ones too. Everybody who is signed in may ask.")
    Items<ApplicationResource> applications(
            Actor actor,
            @RequestParam(required = false) @Nullable @Parameter(description = "Only those of that quality")
                    QualityKind quality) {
        return new Items<>(
                store.applications("", quality).stream()
                        .map(this::applicationResource)
                        .toList(),
                null);
    }

    @GetMapping("/applications/{code}")
    @Operation(summary = "Read an application", description = "Everybody who is signed in may ask.")
    ApplicationResource application(Actor actor, @PathVariable String code) {
        return applicationResource(store.findApplication(code).orElseThrow(() -> new NotFoundException("application")));
    }

    @PostMapping("/applications")
    @Operation(summary = "Add an application", description = "It is available at once." + ONCE + FOR_AGENTS)
    @ApiResponse(responseCode = "200", description = "It was added before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "The new one; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<ApplicationResource> addApplication(
            Actor actor, @RequestBody @BodySchema("NewCatalogueApplication") ObjectNode json) {
        return add(APPLICATION, actor, json, CatalogueApiController::application, this::applicationResource);
    }

    @PutMapping("/applications/{code}")
    @Operation(
            summary = "Change an application",
            description = "Replaces all that is said of it. While roles open it, it stays in its quality." + FOR_AGENTS)
    ApplicationResource changeApplication(
            Actor actor,
            @PathVariable String code,
            @RequestBody @BodySchema("CatalogueApplicationChange") ObjectNode json) {
        return applicationResource(change(APPLICATION, actor, code, json, CatalogueApiController::application));
    }

    @PostMapping("/applications/{code}/retirement")
    @Operation(summary = "Retire an application", description = "Its roles are granted no more." + STAYS)
    ApplicationResource retireApplication(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return applicationResource(editing.retire(APPLICATION, actor, code, version(json)));
    }

    @PostMapping("/applications/{code}/return")
    @Operation(summary = "Bring an application back", description = "Its roles may be granted again." + FOR_AGENTS)
    ApplicationResource bringBackApplication(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return applicationResource(editing.bringBack(APPLICATION, actor, code, version(json)));
    }

    @GetMapping("/roles")
    @Operation(
            summary = "List the roles",
            description =
                    "In the order of their French names, the retired ones too. Everybody who is signed in may ask.")
    Items<RoleResource> roles(
            Actor actor,
            @RequestParam(required = false) @Nullable @Parameter(description = "Only those of that quality")
                    QualityKind quality) {
        return new Items<>(
                store.roles("", quality).stream().map(this::roleResource).toList(), null);
    }

    @GetMapping("/roles/{code}")
    @Operation(summary = "Read a role", description = "Everybody who is signed in may ask.")
    RoleResource role(Actor actor, @PathVariable String code) {
        return roleResource(store.findRole(code).orElseThrow(() -> new NotFoundException("role")));
    }

    @PostMapping("/roles")
    @Operation(summary = "Add a role", description = "It may be granted at once." + ONCE + FOR_AGENTS)
    @ApiResponse(responseCode = "200", description = "It was added before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "The new one; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<RoleResource> addRole(Actor actor, @RequestBody @BodySchema("NewCatalogueRole") ObjectNode json) {
        return add(ROLE, actor, json, body -> role(body, null), this::roleResource);
    }

    @PutMapping("/roles/{code}")
    @Operation(
            summary = "Change a role",
            description =
                    "Replaces all that is said of it, but for what it excludes and its target groups where these are left out. It stays in its "
                            + "quality." + FOR_AGENTS)
    RoleResource changeRole(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueRoleChange") ObjectNode json) {
        Role present = store.findRole(code).map(CatalogueEntry::item).orElse(null);
        return roleResource(change(ROLE, actor, code, json, body -> role(body, present)));
    }

    @PostMapping("/roles/{code}/retirement")
    @Operation(summary = "Retire a role", description = "It is granted no more." + STAYS)
    RoleResource retireRole(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return roleResource(editing.retire(ROLE, actor, code, version(json)));
    }

    @PostMapping("/roles/{code}/return")
    @Operation(summary = "Bring a role back", description = "It may be granted again." + FOR_AGENTS)
    RoleResource bringBackRole(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return roleResource(editing.bringBack(ROLE, actor, code, version(json)));
    }

    @GetMapping("/domains")
    @Operation(
            summary = "List the domains",
            description = "By position, the retired ones too. Everybody who is signed in may ask.")
    Items<DomainResource> domains(Actor actor) {
        return new Items<>(store.allDomains().stream().map(DomainResource::of).toList(), null);
    }

    @GetMapping("/domains/{code}")
    @Operation(summary = "Read a domain", description = "Everybody who is signed in may ask.")
    DomainResource domain(Actor actor, @PathVariable String code) {
        return DomainResource.of(
                DomainCode.parse(code).flatMap(store::findDomain).orElseThrow(() -> new NotFoundException("domain")));
    }

    @PostMapping("/domains")
    @Operation(
            summary = "Add a domain",
            description = "Access managers may be named for it at once." + ONCE + FOR_AGENTS)
    @ApiResponse(responseCode = "200", description = "It was added before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "The new one; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<DomainResource> addDomain(
            Actor actor, @RequestBody @BodySchema("NewCatalogueDomain") ObjectNode json) {
        return add(DOMAIN, actor, json, CatalogueApiController::domain, DomainResource::of);
    }

    @PutMapping("/domains/{code}")
    @Operation(summary = "Rename a domain", description = "In all languages at once." + FOR_AGENTS)
    DomainResource renameDomain(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueDomainChange") ObjectNode json) {
        return DomainResource.of(change(DOMAIN, actor, code, json, CatalogueApiController::domain));
    }

    @PostMapping("/domains/{code}/retirement")
    @Operation(
            summary = "Retire a domain",
            description =
                    "Nobody is named for it any more; whoever was, stays. Not while it holds applications that are "
                            + "not retired." + FOR_AGENTS)
    DomainResource retireDomain(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return DomainResource.of(editing.retire(DOMAIN, actor, code, version(json)));
    }

    @PostMapping("/domains/{code}/return")
    @Operation(summary = "Bring a domain back", description = "Access managers may be named again." + FOR_AGENTS)
    DomainResource bringBackDomain(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return DomainResource.of(editing.bringBack(DOMAIN, actor, code, version(json)));
    }

    /** @param reading takes all but the code */
    private <T extends CatalogueItem, D, R> ResponseEntity<R> add(
            CatalogueKind<T, D> kind,
            Actor actor,
            ObjectNode json,
            Function<Body, D> reading,
            Function<CatalogueEntry<T>, R> answer) {
        Body body = Body.of(json);
        String code = body.text("code");
        D details = reading.apply(body);
        body.end();
        boolean isNew = editing.isNew(kind, code);
        CatalogueEntry<T> added = editing.add(kind, actor, code, details);
        URI address = ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(code)
                .build()
                .toUri();
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .location(address)
                .body(answer.apply(added));
    }

    /** @param reading takes all but the version */
    private <T extends CatalogueItem, D> CatalogueEntry<T> change(
            CatalogueKind<T, D> kind, Actor actor, String code, ObjectNode json, Function<Body, D> reading) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        D details = reading.apply(body);
        body.end();
        return editing.change(kind, actor, code, version, details);
    }

    private static int version(ObjectNode json) {
        return Body.read(json, Body::requiredVersion);
    }

    private static ApplicationDetails application(Body body) {
        Integer level = body.number("neededLevel");
        return new ApplicationDetails(
                body.localized("name"),
                body.localized("description"),
                choice(QualityKind.values(), "quality", body),
                body.optionalText("domain").flatMap(DomainCode::parse).orElse(null),
                level == null ? null : new SignInLevel(level));
    }

    /** @param present for what the body does not say: who knows nothing of it takes nothing away; null for a new one */
    private static RoleDetails role(Body body, @Nullable Role present) {
        Set<String> excludes = present == null ? Set.of() : present.excludes();
        Set<TargetGroup> groups = present == null ? Set.of() : present.targetGroups();
        return new RoleDetails(
                body.text("application"),
                new LinkedHashSet<>(body.texts("alsoOpens")),
                body.localized("name"),
                body.localized("description"),
                body.number("longestMonths"),
                body.flag("takesContext"),
                body.has("excludes") ? new LinkedHashSet<>(body.texts("excludes")) : excludes,
                choice(OrganisationKind.values(), "onlyFor", body),
                body.has("targetGroups")
                        ? new LinkedHashSet<>(body.list("targetGroups", TargetGroup::valueOf))
                        : groups);
    }

    private static DomainDetails domain(Body body) {
        return new DomainDetails(body.localized("name"));
    }

    /** Null when it is absent. */
    private static <T extends Enum<T>> @Nullable T choice(T[] offered, String field, Body body) {
        return body.optionalText(field)
                .map(code -> Stream.of(offered)
                        .filter(one -> one.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new RejectedException(Rejection.ofField("api.unreadable", field))))
                .orElse(null);
    }

    private ApplicationResource applicationResource(CatalogueEntry<Application> entry) {
        return ApplicationResource.of(entry, texts);
    }

    private RoleResource roleResource(CatalogueEntry<Role> entry) {
        return RoleResource.of(entry, texts);
    }
}
