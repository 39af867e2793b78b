package be.designations.requests;

import be.designations.access.AccessModel;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.casework.QualityDesk;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.limits.Limit;
import be.designations.limits.Limits;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.TooManyException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where somebody may ask for what. Of an entity that is not theirs they learn no more than the public register and the catalogue
 * say: whether it has a quality and who manages it, only as “nobody there can answer”. <i>Source: B4 (self-registration), D44.</i>
 */
@Component
public class RightRequestPlaces {

    private final AccessModel access;
    private final Catalogue catalogue;
    private final Directory directory;
    private final QualityDesk desk;
    private final Limits limits;
    private final Clock clock;

    RightRequestPlaces(
            AccessModel access,
            Catalogue catalogue,
            Directory directory,
            QualityDesk desk,
            Limits limits,
            Clock clock) {
        this.access = access;
        this.catalogue = catalogue;
        this.directory = directory;
        this.desk = desk;
        this.limits = limits;
        this.clock = clock;
    }

    /** A role that can be asked for in a quality where somebody can answer. */
    public record Place(Organisation entity, Quality quality, Role role) {}

    /** The entities to which the person is tied or in which they are something. */
    public Set<OrganisationId> own(PersonId person) {
        Instant now = clock.instant();
        Set<OrganisationId> own = new HashSet<>(directory.tiesOf(person, now));
        own.addAll(access.organisationsOf(person, now));
        return own;
    }

    /**
     * The entity with that number, for somebody who may have typed any. To be asked outside a transaction.
     *
     * @throws TooManyException  when many that are not theirs were tried
     * @throws RejectedException when there is none
     */
    public Organisation entity(Actor actor, String number) {
        Optional<Organisation> found = EnterpriseNumber.parse(number).flatMap(directory::findOrganisation);
        if (found.isEmpty() || !own(actor.person()).contains(found.get().id())) {
            limits.take(Limit.ENTITIES, actor.person().value().toString()).ifPresent(wait -> {
                throw new TooManyException(
                        Rejection.ofField("requests.too-many-entities", "entity")
                                .ofState(),
                        wait);
            });
        }
        return found.orElseThrow(() -> new RejectedException(Rejection.ofField("requests.entity-unknown", "entity")));
    }

    /** The roles that one may ask for in that entity: in its own qualities for whoever belongs to it, else what its kind may have. */
    public List<Role> roles(PersonId person, Organisation entity) {
        Set<QualityKind> kinds = own(person).contains(entity.id())
                ? access.qualitiesOf(List.of(entity.id())).stream()
                        .map(Quality::kind)
                        .collect(Collectors.toUnmodifiableSet())
                : EnumSet.allOf(QualityKind.class);
        return catalogue.rolesFor(kinds, entity);
    }

    /**
     * Where that role can be asked for.
     *
     * @throws RejectedException when the role is not granted there, or nobody there can answer
     */
    public Place place(PersonId person, Organisation entity, String code) {
        Role role = roles(person, entity).stream()
                .filter(offered -> offered.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new RejectedException(Rejection.ofField("requests.role-not-offered", "role")));
        Quality quality = access.findQuality(entity.id(), role.quality())
                .filter(found ->
                        !desk.recipients(entity.id(), found.id(), person).isEmpty())
                .orElseThrow(() -> new RejectedException(Rejection.of("requests.nobody-there")));
        return new Place(entity, quality, role);
    }

    /** The role as the catalogue has it now, retired or not. */
    public Role role(String code) {
        return catalogue.roles(Set.of(code)).get(0);
    }

    public Quality quality(QualityId id) {
        return access.findQuality(id).orElseThrow();
    }

    /**
     * What was ticked of establishment units.
     *
     * @throws RejectedException for what cannot be the number of one
     */
    public static Set<EstablishmentUnitNumber> units(@Nullable Collection<String> numbers) {
        if (numbers == null) {
            return Set.of();
        }
        if (!numbers.stream().allMatch(EstablishmentUnitNumber::isValid)) {
            throw new RejectedException(Rejection.ofField("management.unit-of-another-entity", "context"));
        }
        return numbers.stream().map(EstablishmentUnitNumber::of).collect(Collectors.toUnmodifiableSet());
    }
}
