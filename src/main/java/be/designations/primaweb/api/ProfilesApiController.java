package be.designations.primaweb.api;

import be.designations.api.Addresses;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.primaweb.Effects;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileDetails;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileStore;
import be.designations.primaweb.Profiles;
import be.designations.primaweb.api.ProfileResources.ChangeResource;
import be.designations.primaweb.api.ProfileResources.ComparisonResource;
import be.designations.primaweb.api.ProfileResources.EffectResource;
import be.designations.primaweb.api.ProfileResources.FileResource;
import be.designations.primaweb.api.ProfileResources.ImportedResource;
import be.designations.primaweb.api.ProfileResources.ProfileResource;
import be.designations.primaweb.api.ProfileResources.TreeResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The profiles of PrimaWeb of a CPAS, for those who look after them. */
@RestController
@RequestMapping("/api/v1/entities/{number}/primaweb")
@Tag(name = "PrimaWeb")
class ProfilesApiController {

    private final Profiles profiles;
    private final Texts texts;

    ProfilesApiController(Profiles profiles, Texts texts) {
        this.profiles = profiles;
        this.texts = texts;
    }

    @GetMapping("/functions")
    @Operation(
            summary = "Read the tree of functions",
            description = "With the predefined profiles, called as in the region of the CPAS."
                    + ProfileResources.FOR_MANAGERS)
    TreeResource functions(Actor actor, @PathVariable EnterpriseNumber number) {
        Profiles.Sheet sheet = profiles.blank(actor, number);
        return TreeResource.of(sheet.tree(), sheet.predefined(), texts.language());
    }

    @GetMapping("/profiles")
    @Operation(
            summary = "List the profiles",
            description = "By name, “Tous les accès” among them." + ProfileResources.FOR_MANAGERS)
    Items<ProfileResource> profiles(Actor actor, @PathVariable EnterpriseNumber number) {
        Profiles.Listed listed = profiles.list(actor, number, texts.language());
        return new Items<>(
                listed.profiles().stream()
                        .map(ProfileStore.Line::profile)
                        .map(profile -> ProfileResource.of(profile, listed.tree()))
                        .toList(),
                null);
    }

    @GetMapping("/profiles/{id}")
    @Operation(
            summary = "Read a profile",
            description = "With the codes of its functions." + ProfileResources.FOR_MANAGERS)
    ProfileResource profile(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id) {
        Profiles.Opened opened = profiles.open(actor, number, new ProfileId(id));
        return ProfileResource.of(opened.profile(), opened.sheet().tree());
    }

    @PostMapping("/profiles")
    @Operation(
            summary = "Create a profile",
            description =
                    "Functions that need others bring them along. The same request again answers with the same profile."
                            + ProfileResources.FOR_MANAGERS)
    @ApiResponse(responseCode = "201", description = "The profile; Location is its address", useReturnTypeSchema = true)
    ResponseEntity<ProfileResource> create(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestBody @BodySchema("NewProfile") ObjectNode json) {
        Profile made = profiles.create(actor, number, Body.read(json, ProfilesApiController::details));
        return ResponseEntity.created(Addresses.of(
                        "/api/v1/entities/" + number.value() + "/primaweb/profiles/{id}",
                        made.id().value()))
                .body(profile(actor, number, made.id().value()));
    }

    @PutMapping("/profiles/{id}")
    @Operation(
            summary = "Change a profile",
            description =
                    "Whoever has it gains and loses functions at once. 409 when somebody changed or deleted it meanwhile."
                            + ProfileResources.FOR_MANAGERS)
    ProfileResource change(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable UUID id,
            @RequestBody @BodySchema("ProfileChange") ObjectNode json) {
        Change asked = Body.read(json, Change::of);
        profiles.change(actor, number, new ProfileId(id), asked.version(), asked.details());
        return profile(actor, number, id);
    }

    @PostMapping("/profiles/{id}/effects")
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Say what a change would do",
            description = "Changes nothing: who would gain and lose which functions." + ProfileResources.FOR_MANAGERS)
    Items<EffectResource> effects(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable UUID id,
            @RequestBody @BodySchema("ProfileChange") ObjectNode json) {
        Change asked = Body.read(json, Change::of);
        Effects effects = profiles.effects(actor, number, new ProfileId(id), asked.version(), asked.details());
        return new Items<>(EffectResource.of(effects), null);
    }

    @DeleteMapping("/profiles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a profile", description = "Not while a user has it." + ProfileResources.FOR_MANAGERS)
    void delete(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id, @RequestParam int version) {
        profiles.delete(actor, number, new ProfileId(id), version);
    }

    @GetMapping("/profiles/{id}/comparison")
    @Operation(
            summary = "Compare two profiles",
            description = "Codes of what only one of them has, and of what both have." + ProfileResources.FOR_MANAGERS)
    ComparisonResource compare(
            Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id, @RequestParam UUID with) {
        return ComparisonResource.of(
                profiles.compare(actor, number, new ProfileId(id), new ProfileId(with), texts.language()));
    }

    @GetMapping("/profiles/{id}/history")
    @Operation(
            summary = "Read what a profile was",
            description = "After each change, the newest first; of a deleted one too." + ProfileResources.FOR_MANAGERS)
    Items<ChangeResource> history(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID id) {
        return new Items<>(
                profiles.history(actor, number, new ProfileId(id)).changes().stream()
                        .map(ChangeResource::of)
                        .toList(),
                null);
    }

    @GetMapping("/profiles.json")
    @Operation(
            summary = "Export the profiles",
            description = "The CPAS’s own ones, for another CPAS to import." + ProfileResources.FOR_MANAGERS)
    FileResource export(Actor actor, @PathVariable EnterpriseNumber number) {
        return FileResource.of(profiles.export(actor, number));
    }

    @PostMapping("/profiles/import")
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Import profiles",
            description =
                    "What another CPAS has exported. Nothing is replaced: a profile that is called like one of the CPAS is"
                            + " left out, and so are functions that there are no more."
                            + ProfileResources.FOR_MANAGERS)
    ImportedResource bringIn(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestBody @BodySchema("ProfileFile") ObjectNode file) {
        return ImportedResource.of(
                profiles.bringIn(actor, number, file.toString().getBytes(StandardCharsets.UTF_8)), texts);
    }

    /** A change with the version that it is made to. */
    private record Change(int version, ProfileDetails details) {

        static Change of(Body body) {
            return new Change(body.requiredVersion(), ProfilesApiController.details(body));
        }
    }

    private static ProfileDetails details(Body body) {
        return new ProfileDetails(body.localized("name"), new LinkedHashSet<>(body.texts("functions")));
    }
}
