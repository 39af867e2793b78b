package be.designations.insight.api;

import be.designations.access.AccessModel;
import be.designations.access.AccessReaders;
import be.designations.access.Capacities;
import be.designations.access.Capacities.StandIn;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.access.DomainCode;
import be.designations.access.DomainName;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.api.CodedText;
import be.designations.api.OrganisationReference;
import be.designations.api.Texts;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.insight.OwnAccess;
import be.designations.insight.Position.QualityName;
import be.designations.insight.Positions.Blocked;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Me")
class MeController {

    private final Capacities capacities;
    private final AccessModel access;
    private final AccessReaders readers;
    private final Directory directory;
    private final OwnAccess own;
    private final Texts texts;

    MeController(
            Capacities capacities,
            AccessModel access,
            AccessReaders readers,
            Directory directory,
            OwnAccess own,
            Texts texts) {
        this.capacities = capacities;
        this.access = access;
        this.readers = readers;
        this.directory = directory;
        this.own = own;
        this.texts = texts;
    }

    /** Who sends the request. */
    @Schema(name = "Me")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MeResource(
            UUID id,
            String firstName,
            String lastName,
            @Schema(example = "fr") String language,

            @Schema(
                    description = "How surely the person was recognised: 500 with an eID, 450 with itsme",
                    example = "500")
            int signInLevel,

            @Nullable @Schema(description = "The organisation of the header Acting-For; absent without it")
            OrganisationReference actingFor,

            List<CapacityResource> capacities,

            @Schema(description = "What you are, but blocked: it gives nothing until somebody unblocks it")
            List<BlockedResource> blocked,

            @Schema(description = "What you may do as a deputy, with the header In-Place-Of")
            List<StandInResource> standIns,

            @Nullable @Schema(description = "The person of the header In-Place-Of; absent without it")
            PersonReference inPlaceOf) {}

    /** Something that the person does in the place of another. */
    @Schema(name = "StandIn")
    record StandInResource(CodedText kind, OrganisationReference organisation, PersonReference inPlaceOf) {}

    /** A person, as others name them. */
    @Schema(name = "PersonReference")
    record PersonReference(UUID id, String name) {}

    /** One thing that the person is, but that gives nothing at present. */
    @Schema(name = "BlockedCapacity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BlockedResource(
            CodedText kind,
            OrganisationReference organisation,

            @Nullable
            @Schema(description = "The quality it is limited to; absent when it is for the whole organisation")
            QualityReference quality,

            @Nullable @Schema(description = "The domain that it is for; absent for others than access managers")
            CodedText domain,

            Instant since,

            @Nullable @Schema(description = "Who blocked it; absent when nobody decided it here")
            String by,

            @Nullable @Schema(description = "What they were in the organisation then; absent when it is not known")
            CodedText byCapacity) {}

    /** One thing that the person is now. */
    @Schema(name = "Capacity")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CapacityResource(
            CodedText kind,
            OrganisationReference organisation,

            @Nullable
            @Schema(description = "The quality it is limited to; absent when it is for the whole organisation")
            QualityReference quality,

            @Nullable @Schema(description = "The domain that it is for; absent for others than access managers")
            CodedText domain) {}

    /** A quality, as others name it. */
    @Schema(name = "QualityReference")
    record QualityReference(UUID id, CodedText kind) {

        static QualityReference of(QualityId id, QualityKind kind, Texts texts) {
            return new QualityReference(id.value(), texts.coded("quality", kind.name()));
        }
    }

    @GetMapping("/api/v1/me")
    @Operation(summary = "Who you are", description = "The person who sends the request, and what that person is, now.")
    MeResource me(Actor actor) {
        Person person = directory.person(actor.person());
        Capacities.Held all = capacities.heldBy(actor.person());
        List<Capacity> held = all.own();
        List<Blocked> blocked = own.blocked(actor.person());
        List<StandIn> standIns = all.standIns();
        Map<PersonId, PersonReference> principals =
                directory
                        .people(standIns.stream()
                                .map(StandIn::principal)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Person::id, it -> new PersonReference(it.id().value(), it.displayName())));
        Map<OrganisationId, OrganisationReference> organisations =
                OrganisationReference.byId(directory.organisations(Stream.concat(
                                Stream.concat(
                                        held.stream().map(Capacity::organisation),
                                        standIns.stream()
                                                .map(it -> it.capacity().organisation())),
                                blocked.stream().map(Blocked::organisation))
                        .distinct()
                        .toList()));
        Map<QualityId, Quality> qualities =
                access
                        .qualities(held.stream()
                                .map(Capacity::quality)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toUnmodifiableMap(Quality::id, Function.identity()));
        Map<DomainCode, Translated> names = readers.domainNames(held);
        OrganisationId actingFor = actor.actingFor();
        return new MeResource(
                person.id().value(),
                person.firstName(),
                person.lastName(),
                person.language().code(),
                actor.level().value(),
                actingFor == null ? null : OrganisationReference.of(directory.organisation(actingFor)),
                held.stream()
                        .map(capacity -> new CapacityResource(
                                texts.coded("capacity", capacity.kind().name()),
                                Objects.requireNonNull(organisations.get(capacity.organisation())),
                                quality(capacity.quality(), qualities),
                                domain(capacity.domain(), names)))
                        .toList(),
                blocked.stream()
                        .map(one -> blocked(one, Objects.requireNonNull(organisations.get(one.organisation()))))
                        .toList(),
                standIns.stream()
                        .map(it -> new StandInResource(
                                texts.coded("capacity", it.capacity().kind().name()),
                                Objects.requireNonNull(
                                        organisations.get(it.capacity().organisation())),
                                Objects.requireNonNull(principals.get(it.principal()))))
                        .toList(),
                actor.inPlaceOf() == null ? null : principals.get(actor.inPlaceOf()));
    }

    private BlockedResource blocked(Blocked one, OrganisationReference organisation) {
        QualityName quality = one.quality();
        DomainName domain = one.domain();
        CapacityKind byKind = one.byKind();
        return new BlockedResource(
                texts.coded("capacity", one.kind().name()),
                organisation,
                quality == null ? null : QualityReference.of(quality.id(), quality.kind(), texts),
                domain == null ? null : texts.coded(domain),
                one.since(),
                one.by(),
                byKind == null ? null : texts.coded("capacity", byKind.name()));
    }

    private @Nullable CodedText domain(@Nullable DomainCode code, Map<DomainCode, Translated> names) {
        Translated name = code == null ? null : names.get(code);
        return code == null || name == null ? null : texts.coded(new DomainName(code, name));
    }

    private @Nullable QualityReference quality(@Nullable QualityId id, Map<QualityId, Quality> qualities) {
        return id == null
                ? null
                : QualityReference.of(
                        id, Objects.requireNonNull(qualities.get(id)).kind(), texts);
    }
}
