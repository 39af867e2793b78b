package be.designations.access;

import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The qualities of the entities and their subdivisions, as they are stored. */
public interface Qualities {

    /** Whether the entity acts in a quality of that kind. */
    boolean isActive(OrganisationId organisation, QualityKind kind);

    /** @return whether it was done; not when another entity acts in a quality of that kind under that number */
    boolean activate(Quality quality, PersonId by);

    void changeEmail(QualityId quality, @Nullable String email);

    Optional<Subdivision> findSubdivision(SubdivisionId id);

    /** Whether the quality has a subdivision of that name, capitals aside. */
    boolean hasSubdivision(QualityId quality, String name);

    void create(Subdivision subdivision);

    void rename(SubdivisionId subdivision, String name);

    /** The subdivisions of that quality that the person manages, unblocked, at that instant. */
    Set<SubdivisionId> managedBy(PersonId person, QualityId quality, Instant at);

    /** Who manages which of these subdivisions at that instant, co-managers too, blocked ones left out. */
    Map<PersonId, Set<SubdivisionId>> managersOf(Collection<SubdivisionId> subdivisions, Instant at);
}
