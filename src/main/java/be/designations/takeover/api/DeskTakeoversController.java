package be.designations.takeover.api;

import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.BodySchemas;
import be.designations.api.Items;
import be.designations.api.OrganisationReference;
import be.designations.api.Schemas;
import be.designations.casework.Desk;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.InEachLanguage;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.forms.Forms;
import be.designations.takeover.NewTakeover;
import be.designations.takeover.Takeover;
import be.designations.takeover.Takeovers;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/desk-takeovers")
@Tag(name = "Desks")
class DeskTakeoversController {

    private static final String FORM = "desk-takeover";

    private final Takeovers takeovers;
    private final Directory directory;
    private final Forms forms;
    private final Clock clock;

    DeskTakeoversController(Takeovers takeovers, Directory directory, Forms forms, Clock clock) {
        this.takeovers = takeovers;
        this.directory = directory;
        this.forms = forms;
        this.clock = clock;
    }

    /** That another organisation takes a desk over. */
    @Schema(name = "DeskTakeover")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TakeoverResource(
            UUID id,
            Desk desk,
            OrganisationReference organisation,

            @Schema(description = "The first instant at which it has the desk")
            Instant from,

            @Schema(description = "What people call it, with its article")
            InEachLanguage names,

            String reason,

            @Schema(allowableValues = {"TO_COME", "BEGUN", "DONE", "WITHDRAWN"})
            String state,

            UUID announcedBy,
            Instant announcedAt) {}

    /** What a takeover would change. */
    @Schema(name = "DeskTakeoverPreview")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PreviewResource(
            OrganisationReference former,
            OrganisationReference organisation,
            Instant from,

            @Schema(description = "Open dossiers in which the desk has or will have something to do")
            int dossiers,

            @Schema(description = "Pieces of work that wait at the desk")
            int work,

            @Schema(description = "Of these, how many somebody has taken")
            int taken,

            @Schema(description = "Who would still be deputy of somebody there on the first day")
            int deputies,

            @Schema(description = "Who works at the desk now, and will not any more")
            List<UUID> leaving,

            @Schema(description = "Who works at the desk now and then")
            List<UUID> staying,

            @Schema(description = "Who will work at the desk, as the rights are now")
            List<UUID> arriving,

            @Nullable @Schema(description = "Who answers for the desk now and will not any more; absent when nobody is")
            UUID head) {}

    @GetMapping
    @Operation(
            summary = "List which organisations take desks over, or did",
            description = "The latest first, the withdrawn ones among them. For support staff.")
    Items<TakeoverResource> list(Actor actor) {
        List<Takeover> all = takeovers.all(actor);
        Map<OrganisationId, OrganisationReference> organisations = OrganisationReference.byId(directory.organisations(
                all.stream().map(Takeover::organisation).distinct().toList()));
        Instant now = clock.instant();
        return Items.of(
                all.stream()
                        .map(one -> resource(one, Objects.requireNonNull(organisations.get(one.organisation())), now))
                        .toList(),
                null);
    }

    @PostMapping("/preview")
    @Operation(
            summary = "Look at what a takeover would change",
            description = "Changes nothing; refuses what could not be announced. For support staff.")
    PreviewResource preview(Actor actor, @RequestBody @BodySchema("NewDeskTakeover") ObjectNode json) {
        Takeovers.Preview preview = takeovers.preview(actor, wanted(json));
        PersonId head = preview.head();
        return new PreviewResource(
                OrganisationReference.of(preview.former()),
                OrganisationReference.of(preview.organisation()),
                preview.from(),
                preview.found().running(),
                preview.found().open(),
                preview.found().taken(),
                preview.found().deputies(),
                ids(preview.leaving()),
                ids(preview.staying()),
                ids(preview.arriving()),
                head == null ? null : head.value());
    }

    @PostMapping
    @Operation(
            summary = "Announce that another organisation takes a desk over",
            description =
                    "Both organisations, their people at the desk and support are told. From today is from now on. The "
                            + "same once more changes nothing. For support staff in their own name.")
    TakeoverResource announce(Actor actor, @RequestBody @BodySchema("NewDeskTakeover") ObjectNode json) {
        Takeover announced = takeovers.announce(actor, wanted(json));
        return resource(
                announced, OrganisationReference.of(directory.organisation(announced.organisation())), clock.instant());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Withdraw an announced takeover",
            description =
                    "Until it begins; once more changes nothing. It stays in the list. For support staff in their own name.")
    void withdraw(Actor actor, @PathVariable UUID id) {
        takeovers.withdraw(actor, id);
    }

    private NewTakeover wanted(ObjectNode json) {
        return NewTakeover.of(Body.of(json).answers(forms.get(FORM)));
    }

    private static List<UUID> ids(List<PersonId> people) {
        return people.stream().map(PersonId::value).toList();
    }

    private static TakeoverResource resource(Takeover takeover, OrganisationReference organisation, Instant now) {
        return new TakeoverResource(
                takeover.id(),
                takeover.desk(),
                organisation,
                takeover.from(),
                takeover.names(),
                takeover.reason(),
                takeover.state(now).toUpperCase(Locale.ROOT).replace('-', '_'),
                takeover.announcedBy().value(),
                takeover.announcedAt());
    }

    @Bean
    static BodySchemas takeoverSchemas(Schemas schemas) {
        return () -> Map.of("NewDeskTakeover", schemas.ofForm(FORM));
    }
}
