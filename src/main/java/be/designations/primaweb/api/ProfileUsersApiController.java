package be.designations.primaweb.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.Items;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.primaweb.AdminLogs;
import be.designations.primaweb.OwnProfiles;
import be.designations.primaweb.PrimaWebRole;
import be.designations.primaweb.ProfileId;
import be.designations.primaweb.ProfileUsers;
import be.designations.primaweb.UserSheet;
import be.designations.primaweb.UserStore;
import be.designations.primaweb.UserStore.Asked;
import be.designations.primaweb.api.ProfileResources.LogResource;
import be.designations.primaweb.api.ProfileResources.PeriodResource;
import be.designations.primaweb.api.ProfileResources.ProfileResource;
import be.designations.primaweb.api.ProfileResources.UserResource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who uses PrimaWeb in a CPAS, with which profiles; and what it is to the caller. */
@RestController
@RequestMapping("/api/v1/entities/{number}/primaweb")
@Tag(name = "PrimaWeb")
class ProfileUsersApiController {

    private static final int USERS_A_PAGE = 50;
    private static final int DECISIONS_A_PAGE = 100;

    private final ProfileUsers users;
    private final OwnProfiles own;
    private final AdminLogs logs;
    private final Texts texts;

    ProfileUsersApiController(ProfileUsers users, OwnProfiles own, AdminLogs logs, Texts texts) {
        this.users = users;
        this.own = own;
        this.logs = logs;
        this.texts = texts;
    }

    /** Whether somebody of the CPAS can get profiles. */
    @Schema(name = "ProfileCandidate")
    record CandidateResource(UUID person, String name, boolean hasRole, boolean entered, boolean deactivated) {}

    /** What the caller has in PrimaWeb. */
    @Schema(name = "OwnPrimaWeb")
    record OwnResource(
            @Schema(description = "In what the caller can enter")
            List<PrimaWebRole> roles,

            @Schema(description = "Whether the profiles hold now")
            boolean holds,

            List<ProfileResource> profiles) {}

    @GetMapping("/users")
    @Operation(
            summary = "List the users",
            description =
                    "By name: those who have entered PrimaWeb once as Agent social." + ProfileResources.FOR_MANAGERS)
    Items<UserResource> users(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID profile,
            @RequestParam(required = false) @Nullable String function,
            @RequestParam(defaultValue = "false") boolean inactive,
            @RequestParam(required = false) @Nullable UUID after) {
        UserStore.Page page = users.page(
                actor,
                number,
                new Asked(
                        q,
                        profile == null ? null : new ProfileId(profile),
                        function,
                        inactive,
                        after == null ? null : new PersonId(after),
                        1,
                        USERS_A_PAGE,
                        texts.language()));
        PersonId next = page.next();
        return Items.of(page.users().stream().map(UserResource::of).toList(), next == null ? null : next.value());
    }

    @GetMapping("/candidates")
    @Operation(
            summary = "Say who of the CPAS can get profiles",
            description =
                    "Whoever has such a name: whether they have the role Agent social, and have entered PrimaWeb once."
                            + ProfileResources.FOR_MANAGERS)
    Items<CandidateResource> candidates(Actor actor, @PathVariable EnterpriseNumber number, @RequestParam String q) {
        return new Items<>(
                users.candidates(actor, number, q).stream()
                        .map(one -> new CandidateResource(
                                one.person().value(), one.name(), one.hasRole(), one.entered(), one.deactivated()))
                        .toList(),
                null);
    }

    @GetMapping("/users/{person}")
    @Operation(
            summary = "Read a user",
            description = "With the profiles that they have." + ProfileResources.FOR_MANAGERS)
    UserResource user(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person) {
        return UserResource.of(users.open(actor, number, new PersonId(person), texts.language())
                .user());
    }

    @GetMapping("/users/{person}/history")
    @Operation(
            summary = "Read which profiles a user had",
            description = "The newest first, two hundred at most." + ProfileResources.FOR_MANAGERS)
    Items<PeriodResource> history(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person) {
        return new Items<>(
                users.print(actor, number, new PersonId(person), texts.language()).periods().stream()
                        .map(PeriodResource::of)
                        .toList(),
                null);
    }

    @GetMapping("/logs")
    @Operation(
            summary = "List what was decided",
            description = "About profiles and users of the CPAS, the newest first." + ProfileResources.FOR_MANAGERS)
    Items<LogResource> logs(
            Actor actor, @PathVariable EnterpriseNumber number, @RequestParam(required = false) @Nullable Long after) {
        AdminLogs.Listed listed = logs.page(actor, number, after, DECISIONS_A_PAGE, texts.language());
        return Items.of(
                listed.entries().stream()
                        .map(entry -> LogResource.of(entry, texts))
                        .toList(),
                listed.next());
    }

    @PutMapping("/users/{person}/profiles")
    @Operation(
            summary = "Assign profiles to a user",
            description = "From now on the user has these and no others. Needs the role Agent social, running."
                    + ProfileResources.FOR_MANAGERS)
    UserResource assign(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @PathVariable UUID person,
            @RequestBody @BodySchema("ProfileAssignment") ObjectNode json) {
        Assignment asked = Body.read(
                json,
                body -> new Assignment(
                        body.requiredVersion(),
                        new LinkedHashSet<>(body.list("profiles", text -> new ProfileId(UUID.fromString(text))))));
        users.assign(actor, number, new PersonId(person), asked.version(), asked.profiles());
        return user(actor, number, person);
    }

    private record Assignment(int version, LinkedHashSet<ProfileId> profiles) {}

    @PostMapping("/users/{person}/deactivation")
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Deactivate a user",
            description = "Takes all profiles from them and puts them among the inactive ones."
                    + ProfileResources.FOR_MANAGERS)
    UserResource deactivate(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person) {
        users.deactivate(actor, number, new PersonId(person));
        return user(actor, number, person);
    }

    @PostMapping("/users/{person}/reactivation")
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Reactivate a user",
            description = "Puts them back among the others, without profiles." + ProfileResources.FOR_MANAGERS)
    UserResource reactivate(Actor actor, @PathVariable EnterpriseNumber number, @PathVariable UUID person) {
        users.reactivate(actor, number, new PersonId(person));
        return user(actor, number, person);
    }

    @PostMapping("/entry")
    @ResponseStatus(HttpStatus.OK)
    @Operation(
            summary = "Enter PrimaWeb",
            description =
                    "Who does so for the first time as Agent social is known to the managers from now on, with no function.")
    OwnResource enter(
            Actor actor,
            @PathVariable EnterpriseNumber number,
            @RequestBody @BodySchema("PrimaWebEntry") ObjectNode json) {
        PrimaWebRole role = Body.read(json, body -> body.read("role", PrimaWebRole::valueOf));
        own.enter(actor, number, role);
        return mine(actor, number);
    }

    @GetMapping("/my-access")
    @Operation(summary = "Read one’s own access", description = "The caller’s profiles and their functions.")
    OwnResource mine(Actor actor, @PathVariable EnterpriseNumber number) {
        UserSheet sheet = own.mine(actor, number, texts.language());
        return new OwnResource(
                List.copyOf(sheet.cpas().rolesInOrder()),
                sheet.holds(),
                sheet.profiles().stream()
                        .map(profile -> ProfileResource.of(profile, sheet.tree()))
                        .toList());
    }
}
