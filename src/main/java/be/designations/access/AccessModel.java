package be.designations.access;

import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The access model as it is stored; periods end, rows stay. */
public interface AccessModel {

    /** Writes the decision down, unless it is already, and answers with its id. */
    BasisId save(Basis basis);

    default Optional<Quality> findQuality(QualityId id) {
        return qualities(List.of(id)).stream().findFirst();
    }

    Optional<Quality> findQuality(OrganisationId organisation, QualityKind kind);

    /** Those of these qualities that there are, in one query. */
    List<Quality> qualities(Collection<QualityId> ids);

    /** Holds other changes of that quality back until this transaction ends. */
    void lock(QualityId quality);

    /** Holds other changes of who manages that entity back until this transaction ends. */
    void lock(OrganisationId organisation);

    /** The responsibility with that id, whether or not it has ended. */
    Optional<Standing> findResponsibility(UUID id, Instant at);

    /** Changes how the person is reached for that responsibility. */
    void changeContact(UUID responsibility, Contact contact);

    /** The decision with that id. */
    Optional<Basis> findDecision(BasisId id);

    /** The latest decision that gave, blocked, unblocked or ended that responsibility. */
    Optional<Basis> lastDecisionOn(UUID responsibility);

    /** What these people are in that quality at that instant, blocked or not. */
    List<Standing> standings(QualityId quality, Collection<PersonId> people, Instant at);

    /** Who is that at that instant in the entity, its quality or its subdivision, blocked or not. */
    default List<Responsibility> incumbents(
            ResponsibilityKind kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            @Nullable SubdivisionId subdivision,
            Instant at) {
        return incumbents(kind, organisation, quality, subdivision, null, at);
    }

    /** The same, of a domain of the entity. */
    List<Responsibility> incumbents(
            ResponsibilityKind kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            @Nullable SubdivisionId subdivision,
            @Nullable DomainCode domain,
            Instant at);

    /** The kinds of quality to which each domain has applications, retired ones too: their rights can be taken back. */
    Map<DomainCode, Set<QualityKind>> domainKinds();

    /** What the domains are called, retired ones too. */
    Map<DomainCode, Translated> domainNames();

    /** The qualities of these entities, in one query. */
    List<Quality> qualitiesOf(Collection<OrganisationId> organisations);

    /** Whoever is local manager of that quality at that instant. */
    Optional<Responsibility> localManager(QualityId quality, Instant at);

    /** The local managers of these qualities at that instant, the blocked ones left out. */
    Map<QualityId, PersonId> localManagers(Collection<QualityId> qualities, Instant at);

    /** What the person is in that quality at that instant. */
    List<Responsibility> responsibilitiesIn(QualityId quality, PersonId person, Instant at);

    /**
     * By which of these people are, or will be, known in these qualities: as local manager, co-local manager or user. What has
     * ended is left out.
     */
    List<Responsibility> memberships(Collection<QualityId> qualities, Collection<PersonId> people, Instant at);

    /** What the person is in that quality at that instant, and as what user they will be known there. */
    List<Responsibility> lastingIn(QualityId quality, PersonId person, Instant at);

    /** The people with one of these responsibilities for the entity at that instant, the blocked ones left out. */
    List<PersonId> holders(OrganisationId organisation, Collection<ResponsibilityKind> kinds, Instant at);

    /** The same for one quality of the entity. */
    List<PersonId> holders(QualityId quality, Collection<ResponsibilityKind> kinds, Instant at);

    /** The organisations in which the person holds a responsibility at that instant, blocked or not. */
    Set<OrganisationId> organisationsOf(PersonId person, Instant at);

    /** Whether the person holds any responsibility in the entity or its qualities at that instant, blocked or not. */
    default boolean holdsAny(PersonId person, OrganisationId organisation, Instant at) {
        return organisationsOf(person, at).contains(organisation);
    }

    /** The people who hold one of these roles in a quality of that entity at that instant, those blocked there left out. */
    List<PersonId> roleHolders(OrganisationId organisation, Collection<String> roleCodes, Instant at);

    /**
     * What the person is at that instant, read at once, for it is asked in every transaction: legal functions, unblocked
     * responsibilities, which of these roles they hold; and those that others hold in whose place the person works (D81, D82).
     * Nothing once they were disabled.
     */
    List<Post> postsOf(PersonId person, Collection<String> roleCodes, Instant at);

    /** Who works in the place of that person at that instant, in one of these roles (D81). */
    List<PersonId> deputiesOf(PersonId principal, Collection<String> roleCodes, Instant at);

    void begin(Collection<Responsibility> responsibilities);

    default void begin(Responsibility responsibility) {
        begin(List.of(responsibility));
    }

    default void end(Responsibility responsibility, Instant at, BasisId basis) {
        end(List.of(responsibility.id()), at, basis);
    }

    /** Ends all of these at once; what has not begun by then never does. */
    void end(Collection<UUID> responsibilities, Instant at, BasisId basis);

    /** What that person is in that entity and its qualities and has not ceased to be at that instant, what begins later included. */
    List<Responsibility> lastingIn(OrganisationId organisation, PersonId person, Instant at);

    /** As {@link Rights#shorten}. */
    void shorten(Collection<EarlierEnd> ends, Instant decidedAt, BasisId basis);

    /** As {@link Rights#extend}. */
    void extend(Collection<UUID> responsibilities, Instant until, BasisId basis);

    /** Switches off what these give, until they are unblocked (D6). */
    void block(Collection<UUID> responsibilities, Instant at, BasisId basis);

    void unblock(Collection<UUID> responsibilities, Instant at, BasisId basis);

    /** Ends every right of the person in that quality, those to come included; answers with the role codes. */
    List<String> endRights(QualityId quality, PersonId person, Instant at, BasisId basis);

    /** The role codes of the rights of the person that run in that quality at that instant. */
    List<String> rights(QualityId quality, PersonId person, Instant at);

    /** Adds a later decision to what a responsibility rests on. */
    void confirm(Responsibility responsibility, BasisId basis);

    /**
     * One thing that somebody is.
     *
     * @param kind      a legal function, a responsibility or a role, by its code
     * @param office    the desk at which it is done, where it is a role and the organisation has that desk then (D18); else null
     * @param inPlaceOf whose it is, where the person asked for is their deputy; else null
     */
    record Post(
            String kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            @Nullable DomainCode domain,
            @Nullable OrganisationKind office,
            @Nullable PersonId inPlaceOf) {}
}
