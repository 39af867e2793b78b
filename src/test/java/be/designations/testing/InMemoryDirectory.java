package be.designations.testing;

import be.designations.directory.Directory;
import be.designations.directory.EnterpriseRegister;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.NationalRegister;
import be.designations.directory.NewPerson;
import be.designations.directory.NewRelationship;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RegisterSilentException;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.RegisteredFunction;
import be.designations.directory.RegisteredPerson;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.Tie;
import be.designations.directory.Tied;
import be.designations.directory.WithdrawnNiss;
import be.designations.directory.WorkingRelationship;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory without a database, for tests of rules. */
public final class InMemoryDirectory implements Directory, NationalRegister, EnterpriseRegister {

    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<OrganisationId, Organisation> organisations = new HashMap<>();
    private final List<Function> functions = new ArrayList<>();
    private final List<WorkingRelationship> ties = new ArrayList<>();
    private final List<WithdrawnNiss> withdrawn = new ArrayList<>();
    private final Map<OrganisationId, LocalDate> stopped = new HashMap<>();
    private final Map<OrganisationId, Instant> registered = new HashMap<>();
    private boolean silent;

    private record Function(
            PersonId person,
            HeldFunction held,
            Instant from,
            @Nullable Instant until) {

        boolean runs(Instant at) {
            return !from.isAfter(at) && (until == null || until.isAfter(at));
        }
    }

    public void add(Organisation organisation) {
        organisations.put(organisation.id(), organisation);
    }

    /** @param until the first instant at which the function is no longer held, or null */
    public void give(
            PersonId person,
            LegalFunctionKind kind,
            OrganisationId organisation,
            Instant from,
            @Nullable Instant until) {
        functions.add(new Function(person, new HeldFunction(organisation, kind), from, until));
    }

    /** The register of enterprises says that the organisation stopped on that day. */
    public void stop(OrganisationId organisation, LocalDate day) {
        stopped.put(organisation, day);
    }

    /** Whether the register of enterprises answers nothing. */
    public void silent(boolean now) {
        silent = now;
    }

    @Override
    public Optional<RegisteredEnterprise> find(EnterpriseNumber number) {
        answer();
        return findOrganisation(number).map(this::registered);
    }

    @Override
    public List<RegisteredFunction> functions(EnterpriseNumber number, Niss niss) {
        answer();
        OrganisationId organisation =
                findOrganisation(number).map(Organisation::id).orElse(null);
        PersonId person = findPerson(niss).map(Person::id).orElse(null);
        return functions.stream()
                .filter(function -> function.person().equals(person)
                        && function.held().organisation().equals(organisation))
                .map(function -> new RegisteredFunction(function.held().kind(), function.from(), function.until()))
                .toList();
    }

    @Override
    public List<RegisteredEnterprise> representedBy(Niss niss, Instant at) {
        answer();
        return findPerson(niss).stream()
                .flatMap(person -> legalFunctionsOf(person.id(), at).stream())
                .map(held -> registered(organisation(held.organisation())))
                .distinct()
                .toList();
    }

    private void answer() {
        if (silent) {
            throw new RegisterSilentException("switched off");
        }
    }

    private RegisteredEnterprise registered(Organisation organisation) {
        return new RegisteredEnterprise(
                organisation.enterpriseNumber(),
                organisation.nameFr(),
                organisation.nameNl(),
                organisation.nameDe(),
                organisation.street(),
                organisation.postalCode(),
                organisation.locality(),
                stopped.get(organisation.id()));
    }

    @Override
    public Organisation takeIn(RegisteredEnterprise enterprise, String email, Language letterLanguage, Instant at) {
        return findOrganisation(enterprise.number()).orElseGet(() -> {
            var taken = new Organisation(
                    OrganisationId.random(),
                    enterprise.number(),
                    enterprise.nameFr(),
                    enterprise.nameNl(),
                    enterprise.nameDe(),
                    OrganisationKind.ENTERPRISE,
                    null,
                    letterLanguage,
                    List.of(),
                    email,
                    enterprise.street(),
                    enterprise.postalCode(),
                    enterprise.locality(),
                    at);
            add(taken);
            return taken;
        });
    }

    @Override
    public Optional<Instant> nextRelationship(
            PersonId person, OrganisationId organisation, RelationshipCategory category, Instant at) {
        return ties.stream()
                .filter(tie -> tie.person().equals(person)
                        && tie.organisation().equals(organisation)
                        && tie.category() == category
                        && tie.from().isAfter(at))
                .map(WorkingRelationship::from)
                .min(Comparator.naturalOrder());
    }

    @Override
    public Organisation takeIn(EnterpriseNumber number, String email, Language letterLanguage, Instant at) {
        return takeIn(RegisteredEnterprise.knownByNumber(number), email, letterLanguage, at);
    }

    @Override
    public void registerWithCsam(OrganisationId organisation, Instant at) {
        registered.putIfAbsent(organisation, at);
    }

    @Override
    public Optional<Instant> registeredWithCsam(OrganisationId organisation) {
        return Optional.ofNullable(registered.get(organisation));
    }

    @Override
    public List<PersonId> representatives(OrganisationId organisation, Instant at) {
        return functions.stream()
                .filter(function -> function.held().organisation().equals(organisation) && function.runs(at))
                .map(Function::person)
                .distinct()
                .toList();
    }

    @Override
    public List<Organisation> organisations(Collection<OrganisationId> ids) {
        return ids.stream().map(organisations::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Optional<Person> findPerson(Niss niss) {
        return people.values().stream()
                .filter(person -> person.niss().equals(niss))
                .findFirst();
    }

    @Override
    public Optional<Organisation> findOrganisation(EnterpriseNumber number) {
        return organisations.values().stream()
                .filter(organisation -> organisation.enterpriseNumber().equals(number))
                .findFirst();
    }

    @Override
    public boolean hadDesk(OrganisationId organisation, OrganisationKind kind) {
        return findDesk(kind).filter(desk -> desk.id().equals(organisation)).isPresent();
    }

    @Override
    public boolean everHasDesk(OrganisationId organisation, OrganisationKind kind) {
        return hadDesk(organisation, kind);
    }

    @Override
    public Optional<Organisation> findDesk(OrganisationKind kind, Instant at) {
        return findDesk(kind);
    }

    @Override
    public Optional<Organisation> findDesk(OrganisationKind kind) {
        return organisations.values().stream()
                .filter(organisation -> organisation.kind() == kind)
                .findFirst();
    }

    @Override
    public Person register(NewPerson person) {
        return findPerson(person.niss()).orElseGet(() -> {
            var known = new Person(
                    PersonId.random(),
                    person.niss(),
                    person.lastName(),
                    person.firstName(),
                    person.language(),
                    person.email(),
                    person.phone(),
                    false);
            people.put(known.id(), known);
            return known;
        });
    }

    @Override
    public void changeContact(PersonId person, @Nullable String email, @Nullable String phone, Language language) {
        people.computeIfPresent(
                person,
                (id, known) -> new Person(
                        id,
                        known.niss(),
                        known.lastName(),
                        known.firstName(),
                        language,
                        email,
                        phone,
                        known.disabled()));
    }

    @Override
    public Optional<PersonId> headOfDailyManagement(OrganisationId organisation, Instant at) {
        var head = new HeldFunction(organisation, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT);
        return functions.stream()
                .filter(function -> function.held().equals(head) && function.runs(at))
                .map(Function::person)
                .findFirst();
    }

    @Override
    public List<HeldFunction> legalFunctionsOf(PersonId person, Instant at) {
        return functions.stream()
                .filter(function -> function.person().equals(person) && function.runs(at))
                .map(Function::held)
                .toList();
    }

    @Override
    public Set<OrganisationId> tiesOf(PersonId person, Instant at) {
        return Stream.concat(
                        legalFunctionsOf(person, at).stream().map(HeldFunction::organisation),
                        ties.stream()
                                .filter(tie -> tie.person().equals(person) && tie.runs(at))
                                .map(tie -> tie.organisation()))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<RelationshipCategory> relationships(PersonId person, OrganisationId organisation, Instant at) {
        return ties.stream()
                .filter(tie -> tie.person().equals(person) && tie.organisation().equals(organisation) && tie.runs(at))
                .map(WorkingRelationship::category)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public UUID relate(NewRelationship relationship) {
        UUID id = UUID.randomUUID();
        ties.add(new WorkingRelationship(
                id,
                relationship.person(),
                relationship.organisation(),
                relationship.category(),
                relationship.email(),
                relationship.phone(),
                relationship.from(),
                relationship.until(),
                relationship.reason()));
        return id;
    }

    @Override
    public void changeEnd(UUID relationship, @Nullable Instant until) {
        ties.replaceAll(tie -> !tie.id().equals(relationship)
                ? tie
                : new WorkingRelationship(
                        tie.id(),
                        tie.person(),
                        tie.organisation(),
                        tie.category(),
                        tie.email(),
                        tie.phone(),
                        tie.from(),
                        until,
                        tie.reason()));
    }

    @Override
    public List<WorkingRelationship> relationships(Collection<PersonId> people, OrganisationId organisation) {
        return ties.stream()
                .filter(tie ->
                        people.contains(tie.person()) && tie.organisation().equals(organisation))
                .sorted(Comparator.comparing(WorkingRelationship::from))
                .toList();
    }

    @Override
    public Optional<WorkingRelationship> findRelationship(UUID id) {
        return ties.stream().filter(tie -> tie.id().equals(id)).findFirst();
    }

    @Override
    public Map<PersonId, Tied> ties(Collection<PersonId> people, OrganisationId organisation) {
        return people.stream()
                .distinct()
                .collect(Collectors.toMap(
                        person -> person,
                        person -> new Tied(Stream.concat(
                                        functions.stream()
                                                .filter(function ->
                                                        function.person().equals(person)
                                                                && function.held()
                                                                        .organisation()
                                                                        .equals(organisation))
                                                .map(function -> new Tie(
                                                        UUID.randomUUID(),
                                                        person,
                                                        function.held().kind(),
                                                        null,
                                                        function.from(),
                                                        function.until())),
                                        relationships(List.of(person), organisation).stream()
                                                .map(Tie::of))
                                .toList())));
    }

    /** The National Register does not use that number any more. */
    public void withdraw(WithdrawnNiss number) {
        withdrawn.add(number);
    }

    @Override
    public Optional<RegisteredPerson> find(Niss niss) {
        return withdrawal(niss).isPresent()
                ? Optional.empty()
                : findPerson(niss).map(known -> new RegisteredPerson(niss, known.lastName(), known.firstName()));
    }

    @Override
    public Optional<WithdrawnNiss> withdrawal(Niss niss) {
        return withdrawn.stream().filter(number -> number.niss().equals(niss)).findFirst();
    }

    @Override
    public List<EstablishmentUnit> establishmentUnits(OrganisationId organisation, Instant at) {
        return List.of();
    }

    @Override
    public void changeContact(OrganisationId organisation, Organisation.Contact contact) {
        Organisation known = organisation(organisation);
        organisations.put(
                organisation,
                new Organisation(
                        known.id(),
                        known.enterpriseNumber(),
                        known.nameFr(),
                        known.nameNl(),
                        known.nameDe(),
                        known.kind(),
                        known.nisCode(),
                        contact.letterLanguage(),
                        known.languages(),
                        contact.email(),
                        known.street(),
                        known.postalCode(),
                        known.locality(),
                        known.createdAt(),
                        contact.phone(),
                        contact.person()));
    }

    @Override
    public List<Person> people(Collection<PersonId> ids) {
        return ids.stream().map(people::get).filter(known -> known != null).toList();
    }

    @Override
    public void greet() {
        // It is here.
    }
}
