package be.designations.insight.api;

import be.designations.access.OwnDetails;
import be.designations.api.Body;
import be.designations.api.BodySchema;
import be.designations.api.CodedText;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.OrganisationId;
import be.designations.forms.FormValues;
import be.designations.forms.Forms;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.EntityList;
import be.designations.insight.OwnAccess;
import be.designations.insight.Position.QualityName;
import be.designations.insight.Positions.Manager;
import be.designations.insight.Positions.OwnApplication;
import be.designations.insight.api.MeController.QualityReference;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What callers ask and say about themselves. */
@RestController
@Tag(name = "Me")
class OwnAccessController {

    private final OwnAccess own;
    private final OwnDetails details;
    private final Directory directory;
    private final Forms forms;
    private final Texts texts;

    OwnAccessController(OwnAccess own, OwnDetails details, Directory directory, Forms forms, Texts texts) {
        this.own = own;
        this.details = details;
        this.directory = directory;
        this.forms = forms;
        this.texts = texts;
    }

    @Schema(name = "Contact")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactResource(
            @Nullable @Schema(example = "prenom.nom@exemple.be")
            String email,

            @Nullable @Schema(example = "+32 470 12 34 56") String phone,
            @Schema(example = "fr") String language) {

        static ContactResource of(OwnDetails.Contact contact) {
            return new ContactResource(
                    contact.email(), contact.phone(), contact.language().code());
        }
    }

    @GetMapping("/api/v1/me/contact")
    @Operation(summary = "How you are reached", description = "Your e-mail address, telephone number and language.")
    ContactResource contact(Actor actor) {
        return ContactResource.of(details.of(actor));
    }

    @PutMapping("/api/v1/me/contact")
    @Operation(
            summary = "Say how you are reached",
            description = "Replaces all of it: a telephone number that is left out is removed.")
    ContactResource change(Actor actor, @RequestBody @BodySchema("OwnContact") ObjectNode json) {
        FormValues answers = Body.of(json).answers(forms.get("own-contact"));
        details.change(
                actor,
                new OwnDetails.Contact(
                        answers.text("email"),
                        answers.optionalText("phone").orElse(null),
                        Language.of(answers.text("language"))));
        return contact(actor);
    }

    /** An entity with whom to turn to. */
    @Schema(name = "EntityManagers")
    record EntityManagersResource(
            OrganisationReference organisation,

            @Schema(description = "Of the whole entity, then of the qualities and subdivisions that you are in")
            List<ManagerResource> managers) {}

    @Schema(name = "Manager")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ManagerResource(
            CodedText kind,

            @Nullable @Schema(description = "Absent for who manages the whole entity")
            QualityReference quality,

            @Nullable String subdivision,

            @Nullable @Schema(description = "The domain of an access manager; absent for others")
            CodedText domain,

            String name,

            @Nullable @Schema(description = "Where they work for that entity, else their own")
            String email,

            @Nullable String phone) {}

    @GetMapping("/api/v1/me/managers")
    @Operation(
            summary = "Your managers",
            description = "Whom to turn to in each entity that you are something in, by the entity’s name.")
    Items<EntityManagersResource> managers(
            Actor actor,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "Where the page before ended", schema = @Schema(type = "string"))
                    EnterpriseNumber after) {
        OwnAccess.Managers found = own.managers(actor, "", Language.FR, cursor(after));
        Map<OrganisationId, OrganisationReference> organisations = organisations(found.page());
        return Items.of(
                found.entities().stream()
                        .map(entity -> new EntityManagersResource(
                                Objects.requireNonNull(
                                        organisations.get(entity.entity().id())),
                                Stream.concat(
                                                entity.managers().stream().map(manager -> manager(manager, null)),
                                                entity.qualities().stream().flatMap(part -> part.managers().stream()
                                                        .map(manager -> manager(manager, reference(part.quality())))))
                                        .toList()))
                        .toList(),
                after(found.page()));
    }

    private ManagerResource manager(Manager manager, @Nullable QualityReference quality) {
        return new ManagerResource(
                texts.coded("capacity", manager.kind().name()),
                quality,
                manager.subdivision(),
                texts.coded(manager.domain()),
                manager.person().name(),
                manager.email(),
                manager.phone());
    }

    /** An application that opens now. */
    @Schema(name = "OwnApplication")
    record ApplicationResource(
            @Schema(example = "PRIMA_WEB") String code,
            LocalizedString name,
            OrganisationReference organisation,
            QualityReference quality,

            @Schema(description = "How surely you must be recognised: 500 with an eID, 450 with itsme", example = "500")
            int neededLevel,

            @Schema(description = "Whether you are recognised surely enough now")
            boolean levelSuffices) {}

    @GetMapping("/api/v1/me/applications")
    @Operation(
            summary = "What you can open",
            description = "The applications that you can open now and in which quality. A page holds all of them in a "
                    + "number of entities, by the entity’s name; it may be empty and yet have a next one.")
    Items<ApplicationResource> applications(
            Actor actor,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "Where the page before ended", schema = @Schema(type = "string"))
                    EnterpriseNumber after) {
        OwnAccess.Applications found = own.applications(actor, Language.FR, cursor(after));
        Map<OrganisationId, OrganisationReference> organisations = organisations(found.page());
        return Items.of(
                found.applications().stream()
                        .map(application -> application(application, organisations, actor))
                        .toList(),
                after(found.page()));
    }

    private ApplicationResource application(
            OwnApplication application, Map<OrganisationId, OrganisationReference> organisations, Actor actor) {
        return new ApplicationResource(
                application.code(),
                LocalizedString.of(application.name()),
                Objects.requireNonNull(organisations.get(application.quality().organisation())),
                reference(application.quality()),
                application.neededLevel().value(),
                actor.level().isAtLeast(application.neededLevel()));
    }

    private QualityReference reference(QualityName quality) {
        return QualityReference.of(quality.id(), quality.kind(), texts);
    }

    private Map<OrganisationId, OrganisationReference> organisations(EntityList.Page page) {
        return OrganisationReference.byId(directory.organisations(page.ids()));
    }

    private static EntityList.@Nullable Cursor cursor(@Nullable EnterpriseNumber after) {
        return after == null ? null : new EntityList.Cursor(after, false);
    }

    private static @Nullable String after(EntityList.Page page) {
        EntityList.Cursor next = page.next();
        return next == null ? null : next.number().value();
    }
}
