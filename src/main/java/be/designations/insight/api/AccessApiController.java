package be.designations.insight.api;

import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.api.Items;
import be.designations.api.LocalizedString;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.insight.AccessOverview;
import be.designations.insight.AccessOverview.UserCursor;
import be.designations.insight.AccessPages;
import be.designations.insight.Holding;
import be.designations.insight.NamedPerson;
import be.designations.rules.NotAllowedException;
import be.designations.rules.Rejection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class AccessApiController {

    private final AccessPages access;
    private final Texts texts;

    AccessApiController(AccessPages access, Texts texts) {
        this.access = access;
        this.texts = texts;
    }

    @GetMapping("/api/v1/entities/{enterpriseNumber}")
    @Operation(
            summary = "Read an entity",
            description = "Who manages it, its qualities, and the data protection officer of a CPAS. For those who are "
                    + "something there, and for the desks.")
    EntityResource entity(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber) {
        AccessPages.Entity entity = access.entity(actor, enterpriseNumber);
        Organisation organisation = entity.organisation();
        return new EntityResource(
                organisation.enterpriseNumber().value(),
                new LocalizedString(organisation.nameFr(), organisation.nameNl(), organisation.nameDe()),
                holdings(entity.managers(), holding -> true),
                entity.qualities().stream().map(this::line).toList(),
                entity.runningMandate().map(this::mandate).orElse(null),
                entity.openDossier()
                        .filter(dossier -> entity.sight().seesDossiers(organisation.id()))
                        .orElse(null));
    }

    @GetMapping("/api/v1/entities/{enterpriseNumber}/managers")
    @Operation(
            summary = "List who manages an entity",
            description =
                    "The principal access manager (RAE / GAP), then the co-managers, blocked ones too. For those who "
                            + "are something there, and for the desks.")
    Items<HoldingResource> managers(Actor actor, @PathVariable EnterpriseNumber enterpriseNumber) {
        return Items.of(holdings(access.entity(actor, enterpriseNumber).managers(), holding -> true), null);
    }

    private EntityResource.QualityLine line(AccessOverview.QualityLine line) {
        NamedPerson manager = line.localManager();
        return new EntityResource.QualityLine(
                line.id().value(),
                texts.coded("quality", line.kind().name()),
                line.identifier(),
                manager == null ? null : manager.name());
    }

    private EntityResource.MandateResource mandate(AccessOverview.MandateLine mandate) {
        return new EntityResource.MandateResource(
                HoldingResource.PersonResource.of(mandate.person()),
                mandate.from(),
                mandate.until(),
                mandate.hoursPerWeek(),
                HoldingResource.BasisResource.of(mandate.grounds(), texts));
    }

    @GetMapping("/api/v1/entities/{enterpriseNumber}/users")
    @Operation(
            summary = "Find the people of an entity",
            description =
                    "Whoever is anything in it, by name, with what they are in which quality. For its principal and "
                            + "co-principal access managers and for the desks; 50 a page.")
    Items<EntityUserResource> users(
            Actor actor,
            @PathVariable EnterpriseNumber enterpriseNumber,
            @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    @Parameter(description = "The beginning of words of the name; a NISS is refused")
                    String q,
            @RequestParam(required = false) @Nullable @Parameter(description = "Where the page before ended")
                    UUID after) {
        AccessPages.People found = access.users(
                actor, enterpriseNumber, q, after == null ? null : new UserCursor(new PersonId(after), false));
        UserCursor next = found.next();
        return Items.of(
                found.people().stream()
                        .map(line -> EntityUserResource.of(line, texts))
                        .toList(),
                next == null ? null : next.person());
    }

    @GetMapping("/api/v1/qualities/{id}")
    @Operation(
            summary = "Read a quality",
            description = "Who manages it, since when and by whose decision, and who was its local manager before.")
    QualityResource quality(Actor actor, @PathVariable UUID id) {
        AccessPages.QualityDetail detail = access.quality(actor, new QualityId(id), null);
        Quality quality = detail.quality();
        Predicate<Holding> runs = holding -> holding.runs(detail.at());
        Predicate<Holding> isLocalManager = holding -> holding.kind() == ResponsibilityKind.LOCAL_MANAGER;
        return new QualityResource(
                quality.id().value(),
                texts.coded("quality", quality.kind().name()),
                quality.identifier(),
                OrganisationReference.of(detail.organisation()),
                quality.email(),
                quality.activatedAt(),
                first(holdings(detail.managers(), isLocalManager.and(runs))),
                holdings(detail.managers(), isLocalManager.negate().and(runs)),
                holdings(detail.managers(), isLocalManager.and(runs.negate())),
                detail.withoutOfficer(),
                detail.subdivisions().stream()
                        .map(line -> new QualityResource.SubdivisionLine(line.id(), line.name(), line.users()))
                        .toList());
    }

    @GetMapping("/api/v1/qualities/{id}/users")
    @Operation(
            summary = "List the users of a quality",
            description =
                    "By name, with their rights. For those who manage the quality or the entity and those who speak "
                            + "for it; a manager of subdivisions sees the users of these.")
    Items<UserResource> users(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "")
                    @Size(max = 100)
                    @Parameter(description = "The beginning of words of the name", example = "dup")
                    String q,
            @RequestParam(required = false) @Nullable @Parameter(description = "Only those in this subdivision")
                    UUID subdivision,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "Only those with a right of this role: its code")
                    String role,
            @RequestParam(defaultValue = "ANY")
                    @Parameter(description = "ENDING: with a right that ends within 30 days")
                    AccessOverview.UserState state,
            @RequestParam(required = false)
                    @Nullable
                    @Parameter(description = "The person with whom the page before ended; take it from the link next")
                    UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(AccessOverview.UserFilter.MOST) int size) {
        AccessOverview.UserPage page = access.quality(
                        actor,
                        new QualityId(id),
                        new AccessOverview.UserFilter(
                                q,
                                subdivision,
                                role,
                                state,
                                AccessOverview.UserOrder.NAME,
                                false,
                                size,
                                after == null ? null : new AccessOverview.UserCursor(new PersonId(after), false)))
                .users();
        if (page == null) {
            throw new NotAllowedException(Rejection.of("access.not-your-task"));
        }
        AccessOverview.UserCursor next = page.next();
        return Items.of(
                page.users().stream().map(UserResource::of).toList(),
                next == null ? null : next.person().value());
    }

    private List<HoldingResource> holdings(List<Holding> holdings, Predicate<Holding> wanted) {
        return holdings.stream()
                .filter(wanted)
                .map(holding -> HoldingResource.of(holding, texts))
                .toList();
    }

    private static @Nullable HoldingResource first(List<HoldingResource> holdings) {
        return holdings.isEmpty() ? null : holdings.get(0);
    }
}
