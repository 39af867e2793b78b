package be.designations.management.api;

import be.designations.access.Contact;
import be.designations.access.DomainCode;
import be.designations.access.QualityId;
import be.designations.access.SubdivisionId;
import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Issues;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Designation;
import be.designations.management.Managers;
import be.designations.management.Post;
import be.designations.management.PostContacts;
import be.designations.rules.NotFoundException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who manages what. A post of one person is put, so that the new one follows the old one; others are added. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Managers")
class PostsController {

    private static final String LOOKED = "Changes nothing; who looked is written down.";
    private static final String ADDED = "The responsibility; Location is its address";

    private final Managers managers;
    private final PostContacts contacts;
    private final Bodies bodies;
    private final Texts texts;
    private final Issues issues;

    PostsController(Managers managers, PostContacts contacts, Bodies bodies, Texts texts, Issues issues) {
        this.managers = managers;
        this.contacts = contacts;
        this.bodies = bodies;
        this.texts = texts;
        this.issues = issues;
    }

    @PostMapping("/entities/{enterpriseNumber}/co-managers")
    @Operation(
            summary = "Designate a co-principal access manager",
            description = "For the principal and co-principal access managers (RAE / GAP).")
    @ApiResponse(responseCode = "201", description = ADDED, useReturnTypeSchema = true)
    ResponseEntity<ResponsibilityResource> coPrincipalManager(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("Designation") ObjectNode json) {
        return added(actor, Post.coPrincipalManager(enterpriseNumber), json);
    }

    @PutMapping("/entities/{enterpriseNumber}/domains/{domain}/access-manager")
    @Operation(
            summary = "Designate or change the access manager of a domain",
            description = "For the principal and co-principal access managers. Whoever was access manager (GA) of the "
                    + "domain is it no more from the same instant on.")
    ResponsibilityResource accessManager(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @PathVariable @Parameter(example = "FINANCE") String domain,
            @RequestBody @BodySchema("Designation") ObjectNode json) {
        return put(actor, Post.accessManager(enterpriseNumber, code(domain)), json);
    }

    @PostMapping("/entities/{enterpriseNumber}/domains/{domain}/co-access-managers")
    @Operation(
            summary = "Name a co-access manager of a domain",
            description = "For the access manager of the domain and those who manage the entity.")
    @ApiResponse(responseCode = "201", description = ADDED, useReturnTypeSchema = true)
    ResponseEntity<ResponsibilityResource> coAccessManager(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @PathVariable @Parameter(example = "FINANCE") String domain,
            @RequestBody @BodySchema("Designation") ObjectNode json) {
        return added(actor, Post.coAccessManager(enterpriseNumber, code(domain)), json);
    }

    @PostMapping("/entities/{enterpriseNumber}/co-managers/candidates")
    @Operation(summary = "See what designating a co-principal access manager would ask", description = LOOKED)
    CandidateResource candidate(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestBody @BodySchema("CandidateNumber") ObjectNode json) {
        return candidate(actor, Post.coPrincipalManager(enterpriseNumber), json);
    }

    @PostMapping("/entities/{enterpriseNumber}/domains/{domain}/{post}/candidates")
    @Operation(summary = "See what naming or changing a manager of a domain would do", description = LOOKED)
    CandidateResource candidateOfDomain(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @PathVariable @Parameter(example = "FINANCE") String domain,
            @PathVariable @Parameter(schema = @Schema(allowableValues = {"access-manager", "co-access-managers"}))
                    String post,
            @RequestBody @BodySchema("CandidateNumber") ObjectNode json) {
        return candidate(actor, Post.ofDomain(enterpriseNumber, code(domain), post), json);
    }

    @PostMapping("/qualities/{id}/{post}/candidates")
    @Operation(summary = "See what filling a post of a quality would do", description = LOOKED)
    CandidateResource candidateOfQuality(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable
                    @Parameter(schema = @Schema(allowableValues = {"local-manager", "co-managers", "technical-user"}))
                    String post,
            @RequestBody @BodySchema("CandidateNumber") ObjectNode json) {
        return candidate(actor, Post.ofQuality(new QualityId(id), post), json);
    }

    @PostMapping("/subdivisions/{id}/{post}/candidates")
    @Operation(summary = "See what naming a manager of a subdivision would do", description = LOOKED)
    CandidateResource candidateOfSubdivision(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable @Parameter(schema = @Schema(allowableValues = {"manager", "co-managers"})) String post,
            @RequestBody @BodySchema("CandidateNumber") ObjectNode json) {
        return candidate(actor, Post.ofSubdivision(new SubdivisionId(id), post), json);
    }

    /** What no domain can be called is none. */
    private static DomainCode code(String typed) {
        return DomainCode.parse(typed).orElseThrow(() -> new NotFoundException("domain"));
    }

    @PutMapping("/qualities/{id}/local-manager")
    @Operation(
            summary = "Designate or change the local manager",
            description = "For the principal and co-principal access managers. Whoever was local manager (GL) is it no "
                    + "more from the same instant on. In Social action only the data protection officer is taken, and "
                    + "as long as a dossier waits for the change it is made there.")
    ResponsibilityResource localManager(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("Designation") ObjectNode json) {
        return put(actor, Post.localManager(new QualityId(id)), json);
    }

    @PostMapping("/qualities/{id}/co-managers")
    @Operation(
            summary = "Name a co-local manager",
            description =
                    "For the local manager and those who manage the entity. A user who rises ceases to be a user, "
                            + "when that is confirmed.")
    @ApiResponse(responseCode = "201", description = ADDED, useReturnTypeSchema = true)
    ResponseEntity<ResponsibilityResource> coLocalManager(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("Designation") ObjectNode json) {
        return added(actor, Post.coLocalManager(new QualityId(id)), json);
    }

    @PutMapping("/qualities/{id}/technical-user")
    @Operation(
            summary = "Name the technical user",
            description = "The contact for structured messages. For those who manage the quality or the entity.")
    ResponsibilityResource technicalUser(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("Designation") ObjectNode json) {
        return put(actor, Post.technicalUser(new QualityId(id)), json);
    }

    @PutMapping("/subdivisions/{id}/manager")
    @Operation(
            summary = "Name or change the manager of a subdivision",
            description = "For those who manage the quality or the entity.")
    ResponsibilityResource subdivisionManager(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("Designation") ObjectNode json) {
        return put(actor, Post.subdivisionManager(new SubdivisionId(id)), json);
    }

    @PostMapping("/subdivisions/{id}/co-managers")
    @Operation(
            summary = "Name a co-manager of a subdivision",
            description = "For those who manage the quality or the entity.")
    @ApiResponse(responseCode = "201", description = ADDED, useReturnTypeSchema = true)
    ResponseEntity<ResponsibilityResource> coSubdivisionManager(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("Designation") ObjectNode json) {
        return added(actor, Post.coSubdivisionManager(new SubdivisionId(id)), json);
    }

    @GetMapping("/responsibilities/{id}")
    @Operation(
            summary = "Read a responsibility",
            description = "For those who may block and remove it. Users are read with their quality.")
    ResponsibilityResource responsibility(Actor actor, @PathVariable UUID id) {
        return ResponsibilityResource.of(id, managers.managed(actor, id), texts);
    }

    /** How the holder of a post is reached for it. */
    @Schema(name = "PostContact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PostContactResource(
            @Nullable String email, @Nullable String phone) {}

    @GetMapping("/responsibilities/{id}/contact")
    @Operation(
            summary = "Read how the holder of a post is reached for it",
            description =
                    "For the holder and for those who may change the post. Empty as long as nothing was said: then "
                            + "the person’s own address shows.")
    PostContactResource contact(Actor actor, @PathVariable UUID id) {
        Contact known = contacts.of(actor, id).contact();
        return known == null
                ? new PostContactResource(null, null)
                : new PostContactResource(known.email(), known.phone());
    }

    @PutMapping("/responsibilities/{id}/contact")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Change how the holder of a post is reached for it",
            description =
                    "For the holder and for those who may change the post; a holder who did not do it is told. The "
                            + "designation itself does not change.")
    void changeContact(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("PostContactChange") ObjectNode json) {
        contacts.correct(actor, id, Body.read(json, body -> new Contact(body.text("email"), body.text("phone"))));
    }

    @PostMapping("/responsibilities/{id}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Block a responsibility",
            description = "It stays on record and gives nothing until it is unblocked. Whoever designates may block.")
    void block(Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("ManagerDecision") ObjectNode json) {
        managers.block(actor, id, Bodies.reason(json));
    }

    @PostMapping("/responsibilities/{id}/unblock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Unblock a responsibility", description = "It gives again what it gave. Not one’s own.")
    void unblock(Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("ManagerDecision") ObjectNode json) {
        managers.unblock(actor, id, Bodies.reason(json));
    }

    @PostMapping("/responsibilities/{id}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a responsibility",
            description = "It ends now and stays on record. The principal access manager is not removed: the legal "
                    + "representative designates another one.")
    void remove(Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("ManagerDecision") ObjectNode json) {
        managers.remove(actor, id, Bodies.reason(json));
    }

    private CandidateResource candidate(Actor actor, Post post, ObjectNode json) {
        return CandidateResource.of(managers.candidate(actor, post, bodies.niss(json)), texts, issues);
    }

    private ResponseEntity<ResponsibilityResource> added(Actor actor, Post post, ObjectNode json) {
        ResponsibilityResource added = put(actor, post, json);
        return ResponseEntity.created(Addresses.of("/api/v1/responsibilities/{id}", added.id()))
                .body(added);
    }

    private ResponsibilityResource put(Actor actor, Post post, ObjectNode json) {
        Designation designation = bodies.designation(json);
        UUID id = Bodies.placing(() -> managers.designate(actor, post, designation));
        return responsibility(actor, id);
    }
}
