package be.designations.management.api;

import be.designations.access.QualityId;
import be.designations.api.BodySchema;
import be.designations.api.CodedText;
import be.designations.api.Issues;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.api.Texts;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.management.NewUser;
import be.designations.management.Users;
import be.designations.management.Verdict;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users of a quality and their applications. */
@RestController
@RequestMapping("/api/v1/qualities/{id}")
@Tag(name = "Users")
class UsersController {

    private final Users users;
    private final Bodies bodies;
    private final Texts texts;
    private final Issues issues;

    UsersController(Users users, Bodies bodies, Texts texts, Issues issues) {
        this.users = users;
        this.bodies = bodies;
        this.texts = texts;
        this.issues = issues;
    }

    /** A user who was added. */
    @Schema(name = "AddedUser")
    record AddedUser(
            @Schema(description = "Names the person in user-actions")
            UUID person) {}

    /** What an action came to, or would come to. */
    @Schema(name = "UserActionResult")
    record UserActionResult(
            @Schema(description = "Whether nothing was done: these lines say what would be")
            boolean preview,

            @Schema(description = "One for each person, in the order in which they were sent")
            List<Line> people) {

        static UserActionResult of(boolean preview, List<Verdict> verdicts, Texts texts) {
            return new UserActionResult(
                    preview,
                    verdicts.stream().map(verdict -> Line.of(verdict, texts)).toList());
        }

        /** What it came to for one person: all of it or nothing. */
        @Schema(name = "UserActionLine")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Line(
                UUID person,

                @Nullable @Schema(description = "Absent when the person is none of those whom you manage there")
                String name,

                @Schema(description = "NEEDLESS: the person is as the action would make them")
                Verdict.Outcome outcome,

                @Schema(description = "The codes of the roles that are added or end with it")
                List<String> roles,

                @Nullable @Schema(description = "Why it is refused or needless; absent when it is done")
                CodedText why) {

            private static Line of(Verdict verdict, Texts texts) {
                Rejection why = verdict.why();
                return new Line(
                        verdict.person().value(),
                        verdict.name(),
                        verdict.outcome(),
                        verdict.roles(),
                        why == null ? null : texts.coded(why.code(), why.messageKey(), why.arguments()));
            }
        }
    }

    /** A role that can be granted. */
    @Schema(name = "GrantableRole")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoleResource(
            @Schema(example = "SOCIAL_WORKER") String code,
            LocalizedString name,
            @Nullable LocalizedString description,

            @Schema(description = "The code of its application")
            String application,

            @Schema(description = "How surely a user must be recognised", example = "400")
            int neededSignInLevel,

            @Nullable @Schema(description = "How many months a right of it may last; absent when it may stay open")
            Integer longestMonths,

            @Schema(description = "Whether a right of it can be limited to establishment units")
            boolean takesContext,

            @Schema(description = "Codes of the roles that nobody has together with it")
            List<String> excludes) {

        static RoleResource of(Role role) {
            return new RoleResource(
                    role.code(),
                    LocalizedString.of(role.name()),
                    LocalizedString.unlessEmpty(role.description()),
                    role.application(),
                    role.neededLevel().value(),
                    role.longestMonths(),
                    role.takesContext(),
                    role.excludes().stream().sorted().toList());
        }
    }

    @PostMapping("/candidates")
    @Operation(
            summary = "See what adding a user would ask",
            description = "Changes nothing; who looked is written down.")
    CandidateResource candidate(
            Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("CandidateNumber") ObjectNode json) {
        return CandidateResource.of(users.candidate(actor, new QualityId(id), bodies.niss(json)), texts, issues);
    }

    @PostMapping("/users")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Add a user",
            description =
                    "Without any application yet, or with the roles that are named. For those who manage the quality "
                            + "or the entity, in a subdivision for its managers, and with roles of a domain for its access "
                            + "managers.")
    AddedUser add(Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("NewUser") ObjectNode json) {
        NewUser user = bodies.newUser(json);
        PersonId person = Bodies.placing(() -> users.add(actor, new QualityId(id), user));
        return new AddedUser(person.value());
    }

    @PostMapping("/user-actions")
    @Operation(
            summary = "Do something with one or many users",
            description =
                    "Delete, block, unblock, add or remove applications, move to another subdivision. Each person has "
                            + "a line in the answer, and one who is refused does not keep back the others. What is wrong "
                            + "with the action itself is a problem, and then nothing is done for anybody.")
    UserActionResult act(Actor actor, @PathVariable UUID id, @RequestBody @BodySchema("UserAction") ObjectNode json) {
        Bodies.UserInstruction wanted = bodies.userInstruction(json);
        QualityId quality = new QualityId(id);
        List<Verdict> verdicts = wanted.preview()
                ? users.preview(actor, quality, wanted.action(), wanted.people())
                : users.carryOut(actor, quality, wanted.action(), wanted.people());
        return UserActionResult.of(wanted.preview(), verdicts, texts);
    }

    @GetMapping("/grantable-roles")
    @Operation(
            summary = "List the roles that can be granted in a quality",
            description =
                    "In the order of their French names. For those who manage its users, and those of their domain for the access managers of a domain.")
    Items<RoleResource> grantableRoles(Actor actor, @PathVariable UUID id) {
        return Items.of(
                users.grantableRoles(actor, new QualityId(id)).stream()
                        .map(RoleResource::of)
                        .toList(),
                null);
    }
}
