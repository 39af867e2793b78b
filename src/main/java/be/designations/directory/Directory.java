package be.designations.directory;

import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people and organisations that are known, and what links them. */
public interface Directory {

    default Optional<Person> findPerson(PersonId id) {
        return people(List.of(id)).stream().findFirst();
    }

    Optional<Person> findPerson(Niss niss);

    default Optional<Organisation> findOrganisation(OrganisationId id) {
        return organisations(List.of(id)).stream().findFirst();
    }

    Optional<Organisation> findOrganisation(EnterpriseNumber number);

    /** The organisation that has that desk now: the one of that kind, or whoever has taken the desk over (D18). */
    Optional<Organisation> findDesk(OrganisationKind kind);

    /** The organisation that had, has or will have that desk at that instant, as far as is known now. */
    Optional<Organisation> findDesk(OrganisationKind kind, Instant at);

    /** Whether that organisation has that desk, or had it before another one took it over (D18). */
    boolean hadDesk(OrganisationId organisation, OrganisationKind kind);

    /** Whether that organisation has that desk, had it, or is announced for it: as where its roles can be granted. */
    boolean everHasDesk(OrganisationId organisation, OrganisationKind kind);

    /** Takes a person in; one whose NISS is known already stays as the directory has them. */
    Person register(NewPerson person);

    /** Changes how a person is reached and in which language. */
    void changeContact(PersonId person, @Nullable String email, @Nullable String phone, Language language);

    /** The head of daily management of that organisation at that instant. */
    Optional<PersonId> headOfDailyManagement(OrganisationId organisation, Instant at);

    default boolean holdsLegalFunction(PersonId person, OrganisationId organisation, Instant at) {
        return legalFunctionsOf(person, at).stream()
                .anyMatch(held -> held.organisation().equals(organisation));
    }

    /** The organisations in which the person holds a legal function at that instant. */
    List<HeldFunction> legalFunctionsOf(PersonId person, Instant at);

    /** The organisations in which the person holds a legal function or for which they work at that instant. */
    Set<OrganisationId> tiesOf(PersonId person, Instant at);

    default boolean hasWorkingRelationship(PersonId person, OrganisationId organisation, Instant at) {
        return !relationships(person, organisation, at).isEmpty();
    }

    /** The categories of the working relationships of that person with that organisation at that instant. */
    Set<RelationshipCategory> relationships(PersonId person, OrganisationId organisation, Instant at);

    /** Every working relationship of these people with that organisation, whether or not it has ended, the first one first. */
    List<WorkingRelationship> relationships(Collection<PersonId> people, OrganisationId organisation);

    /** The working relationship with that id, whether or not it has ended. */
    Optional<WorkingRelationship> findRelationship(UUID id);

    /** What ties each of these people to that organisation; an entry for everybody, in one query. */
    Map<PersonId, Tied> ties(Collection<PersonId> people, OrganisationId organisation);

    /** What ties that person to that organisation. */
    default Tied ties(PersonId person, OrganisationId organisation) {
        return Objects.requireNonNull(ties(List.of(person), organisation).get(person));
    }

    /** When the next working relationship of that category begins, after that instant. */
    Optional<Instant> nextRelationship(
            PersonId person, OrganisationId organisation, RelationshipCategory category, Instant at);

    /** Ties a person to an organisation from that instant on; a tie that runs already stays as it is. */
    default void relate(
            PersonId person, OrganisationId organisation, RelationshipCategory category, Instant from, String reason) {
        if (!hasWorkingRelationship(person, organisation, from)) {
            relate(new NewRelationship(person, organisation, category, null, null, from, null, reason));
        }
    }

    /** Answers with the id of the relationship. */
    UUID relate(NewRelationship relationship);

    /** Lets a working relationship end at that instant; before it begins, it never does. Null when no end is known. */
    void changeEnd(UUID relationship, @Nullable Instant until);

    /** The places where that organisation works at that instant, by name. */
    List<EstablishmentUnit> establishmentUnits(OrganisationId organisation, Instant at);

    /** Changes how the organisation is written to. */
    void changeContact(OrganisationId organisation, Organisation.Contact contact);

    /**
     * Takes in an enterprise that the register knows. One that the directory knows already stays as it is, but for its
     * name and address when only its number was known.
     *
     * @param email          where it is written to
     * @param letterLanguage fr, nl or de
     */
    Organisation takeIn(RegisteredEnterprise enterprise, String email, Language letterLanguage, Instant at);

    /** Takes in an enterprise about which the register has not answered yet: its number stands for its name. */
    Organisation takeIn(EnterpriseNumber number, String email, Language letterLanguage, Instant at);

    /** Notes since when the organisation takes part in CSAM; the first time stays. */
    void registerWithCsam(OrganisationId organisation, Instant at);

    /** Since when the organisation takes part in CSAM; nothing when it does not. */
    Optional<Instant> registeredWithCsam(OrganisationId organisation);

    /** The people with a legal function in that organisation at that instant. */
    List<PersonId> representatives(OrganisationId organisation, Instant at);

    /** The person with that id, who must exist. */
    default Person person(PersonId id) {
        return findPerson(id).orElseThrow(() -> new IllegalStateException("no person " + id));
    }

    /** Those of these people who are known, in one query. */
    List<Person> people(Collection<PersonId> ids);

    /** Those of these organisations that are known, in one query. */
    List<Organisation> organisations(Collection<OrganisationId> ids);

    /** The organisation with that id, which must exist. */
    default Organisation organisation(OrganisationId id) {
        return findOrganisation(id).orElseThrow(() -> new IllegalStateException("no organisation " + id));
    }

    /** A legal function that runs. */
    record HeldFunction(OrganisationId organisation, LegalFunctionKind kind) {}
}
