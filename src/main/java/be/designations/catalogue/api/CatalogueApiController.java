package be.designations.catalogue.api;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.api.Texts;
import be.designations.catalogue.ApplicationDetails;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.CatalogueStore;
import be.designations.catalogue.RoleDetails;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
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
                        .map(entry -> ApplicationResource.of(entry, texts))
                        .toList(),
                null);
    }

    @GetMapping("/applications/{code}")
    @Operation(summary = "Read an application", description = "Everybody who is signed in may ask.")
    ApplicationResource application(Actor actor, @PathVariable String code) {
        return ApplicationResource.of(
                store.findApplication(code).orElseThrow(() -> new NotFoundException("application")), texts);
    }

    @PostMapping("/applications")
    @Operation(summary = "Add an application", description = "It is available at once." + ONCE + FOR_AGENTS)
    @ApiResponse(responseCode = "200", description = "It was added before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "The new one; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<ApplicationResource> addApplication(
            Actor actor, @RequestBody @BodySchema("NewCatalogueApplication") ObjectNode json) {
        Body body = Body.of(json);
        String code = body.text("code");
        ApplicationDetails details = applicationDetails(body);
        body.end();
        boolean isNew = store.findApplication(code).isEmpty();
        return added(
                "applications",
                code,
                isNew,
                ApplicationResource.of(editing.addApplication(actor, code, details), texts));
    }

    @PutMapping("/applications/{code}")
    @Operation(
            summary = "Change an application",
            description = "Replaces all that is said of it. While roles open it, it stays in its quality." + FOR_AGENTS)
    ApplicationResource changeApplication(
            Actor actor,
            @PathVariable String code,
            @RequestBody @BodySchema("CatalogueApplicationChange") ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        ApplicationDetails details = applicationDetails(body);
        body.end();
        return ApplicationResource.of(editing.changeApplication(actor, code, version, details), texts);
    }

    @PostMapping("/applications/{code}/retirement")
    @Operation(summary = "Retire an application", description = "Its roles are granted no more." + STAYS)
    ApplicationResource retireApplication(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return ApplicationResource.of(editing.retireApplication(actor, code, version(json)), texts);
    }

    @PostMapping("/applications/{code}/return")
    @Operation(summary = "Bring an application back", description = "Its roles may be granted again." + FOR_AGENTS)
    ApplicationResource bringBackApplication(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return ApplicationResource.of(editing.bringBackApplication(actor, code, version(json)), texts);
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
                store.roles("", quality).stream()
                        .map(entry -> RoleResource.of(entry, texts))
                        .toList(),
                null);
    }

    @GetMapping("/roles/{code}")
    @Operation(summary = "Read a role", description = "Everybody who is signed in may ask.")
    RoleResource role(Actor actor, @PathVariable String code) {
        return RoleResource.of(store.findRole(code).orElseThrow(() -> new NotFoundException("role")), texts);
    }

    @PostMapping("/roles")
    @Operation(summary = "Add a role", description = "It may be granted at once." + ONCE + FOR_AGENTS)
    @ApiResponse(responseCode = "200", description = "It was added before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "The new one; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<RoleResource> addRole(Actor actor, @RequestBody @BodySchema("NewCatalogueRole") ObjectNode json) {
        Body body = Body.of(json);
        String code = body.text("code");
        RoleDetails details = roleDetails(body);
        body.end();
        boolean isNew = store.findRole(code).isEmpty();
        return added("roles", code, isNew, RoleResource.of(editing.addRole(actor, code, details), texts));
    }

    @PutMapping("/roles/{code}")
    @Operation(
            summary = "Change a role",
            description = "Replaces all that is said of it. It stays in its quality." + FOR_AGENTS)
    RoleResource changeRole(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueRoleChange") ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        RoleDetails details = roleDetails(body);
        body.end();
        return RoleResource.of(editing.changeRole(actor, code, version, details), texts);
    }

    @PostMapping("/roles/{code}/retirement")
    @Operation(summary = "Retire a role", description = "It is granted no more." + STAYS)
    RoleResource retireRole(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return RoleResource.of(editing.retireRole(actor, code, version(json)), texts);
    }

    @PostMapping("/roles/{code}/return")
    @Operation(summary = "Bring a role back", description = "It may be granted again." + FOR_AGENTS)
    RoleResource bringBackRole(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return RoleResource.of(editing.bringBackRole(actor, code, version(json)), texts);
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
        Body body = Body.of(json);
        String code = body.text("code");
        Translated name = translated(body.localized("name"));
        body.end();
        boolean isNew = DomainCode.parse(code).flatMap(store::findDomain).isEmpty();
        return added("domains", code, isNew, DomainResource.of(editing.addDomain(actor, code, name)));
    }

    @PutMapping("/domains/{code}")
    @Operation(summary = "Rename a domain", description = "In all languages at once." + FOR_AGENTS)
    DomainResource renameDomain(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueDomainChange") ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        Translated name = translated(body.localized("name"));
        body.end();
        return DomainResource.of(editing.renameDomain(actor, code, version, name));
    }

    @PostMapping("/domains/{code}/retirement")
    @Operation(
            summary = "Retire a domain",
            description =
                    "Nobody is named for it any more; whoever was, stays. Not while it holds applications that are "
                            + "not retired." + FOR_AGENTS)
    DomainResource retireDomain(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return DomainResource.of(editing.retireDomain(actor, code, version(json)));
    }

    @PostMapping("/domains/{code}/return")
    @Operation(summary = "Bring a domain back", description = "Access managers may be named again." + FOR_AGENTS)
    DomainResource bringBackDomain(
            Actor actor, @PathVariable String code, @RequestBody @BodySchema("CatalogueVersion") ObjectNode json) {
        return DomainResource.of(editing.bringBackDomain(actor, code, version(json)));
    }

    private static int version(ObjectNode json) {
        Body body = Body.of(json);
        int version = body.requiredVersion();
        body.end();
        return version;
    }

    private static ApplicationDetails applicationDetails(Body body) {
        Integer level = body.number("neededLevel");
        return new ApplicationDetails(
                translated(body.localized("name")),
                translated(body.localized("description")),
                choice(QualityKind.values(), "quality", body),
                body.optionalText("domain").flatMap(DomainCode::parse).orElse(null),
                level == null ? null : new SignInLevel(level));
    }

    private static RoleDetails roleDetails(Body body) {
        return new RoleDetails(
                body.text("application"),
                new LinkedHashSet<>(body.texts("alsoOpens")),
                translated(body.localized("name")),
                translated(body.localized("description")),
                body.number("longestMonths"),
                body.flag("takesContext"),
                choice(OrganisationKind.values(), "onlyFor", body));
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

    private static Translated translated(LocalizedString text) {
        return new Translated(text.fr(), text.nl(), text.de());
    }

    private static <T> ResponseEntity<T> added(String list, String code, boolean isNew, T resource) {
        URI address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/catalogue/{list}/{code}")
                .buildAndExpand(list, code)
                .toUri();
        return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                .location(address)
                .body(resource);
    }
}
