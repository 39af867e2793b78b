package be.designations.directory.persistence;

import be.designations.directory.Directory;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.Language;
import be.designations.directory.NationalRegister;
import be.designations.directory.NewPerson;
import be.designations.directory.NewRelationship;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.RegisteredPerson;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.Tie;
import be.designations.directory.Tied;
import be.designations.directory.WithdrawnNiss;
import be.designations.directory.WorkingRelationship;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.identifier.Niss;
import be.designations.memory.TransactionMemory;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Also stands in for the National Register: it knows the people that we know. */
@Repository
class JdbcDirectory implements Directory, NationalRegister {

    private static final String SELECT_PERSON = """
            select id, niss, last_name, first_name, language, email, phone, disabled_at is not null as disabled
              from person\s""";

    private static final String SELECT_ORGANISATION = """
            select o.*, m.languages
              from organisation o left join municipality m using (nis_code)\s""";

    private static final String SELECT_RELATIONSHIP = """
            select id, person_id as person, organisation_id as organisation, category, email, phone,
                   valid_from as "from", valid_until as until, reason
              from working_relationship\s""";

    private final TransactionMemory<PersonId, Person> people = new TransactionMemory<>();
    private final TransactionMemory<OrganisationId, Organisation> organisations = new TransactionMemory<>();
    private final TransactionMemory<String, List<Seat>> desks = new TransactionMemory<>();
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcDirectory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Who has a desk.
     *
     * @param since null for the first one
     */
    private record Seat(OrganisationKind desk, @Nullable Instant since, Organisation organisation) {

        boolean hadBy(Instant at) {
            return since == null || !since.isAfter(at);
        }
    }

    @Override
    public List<Person> people(Collection<PersonId> ids) {
        return people.recallAll(ids, this::readPeople, Person::id);
    }

    private List<Person> readPeople(Collection<PersonId> ids) {
        return jdbc.sql(SELECT_PERSON + "where id in (:ids)")
                .param("ids", ids.stream().map(PersonId::value).toList())
                .query((row, number) -> person(row))
                .list();
    }

    @Override
    public List<Organisation> organisations(Collection<OrganisationId> ids) {
        return organisations.recallAll(ids, this::readOrganisations, Organisation::id);
    }

    private List<Organisation> readOrganisations(Collection<OrganisationId> ids) {
        return jdbc.sql(SELECT_ORGANISATION + "where o.id in (:ids)")
                .param("ids", ids.stream().map(OrganisationId::value).toList())
                .query((row, number) -> organisation(row))
                .list();
    }

    @Override
    public Optional<Person> findPerson(Niss niss) {
        // A person may be kept under a number that was replaced by this one since. As an "or" no index would serve it.
        return jdbc.sql(SELECT_PERSON + """
                        where niss = coalesce(
                            (select niss from person where niss = :niss),
                            (select niss from withdrawn_niss join person using (niss) where replaced_by = :niss limit 1))""")
                .param("niss", niss.value())
                .query((row, number) -> person(row))
                .optional();
    }

    /** Whoever was only named by others, with a last name that nobody has compared, is not in it. */
    @Override
    public Optional<RegisteredPerson> find(Niss niss) {
        return withdrawal(niss).isPresent()
                ? Optional.empty()
                : findPerson(niss)
                        .filter(known -> !known.firstName().isEmpty())
                        .map(known -> new RegisteredPerson(niss, known.lastName(), known.firstName()));
    }

    @Override
    public Optional<WithdrawnNiss> withdrawal(Niss niss) {
        return jdbc.sql("select replaced_by from withdrawn_niss where niss = :niss")
                .param("niss", niss.value())
                .query((row, number) -> {
                    String replacement = row.getString("replaced_by");
                    return new WithdrawnNiss(niss, replacement == null ? null : Niss.of(replacement));
                })
                .optional();
    }

    @Override
    public Optional<Organisation> findOrganisation(EnterpriseNumber number) {
        return jdbc.sql(SELECT_ORGANISATION + "where o.enterprise_number = :number")
                .param("number", number.value())
                .query((row, n) -> organisation(row))
                .optional();
    }

    @Override
    public Optional<Organisation> findDesk(OrganisationKind kind) {
        return findDesk(kind, clock.instant());
    }

    @Override
    public Optional<Organisation> findDesk(OrganisationKind kind, Instant at) {
        // Whoever asks for one of the three asks for the others next.
        return desks.recall("all", all -> readDesks()).stream()
                .filter(seat -> seat.desk() == kind && seat.hadBy(at))
                .reduce((earlier, later) -> later)
                .map(Seat::organisation);
    }

    @Override
    public boolean hadDesk(OrganisationId organisation, OrganisationKind kind) {
        Instant now = clock.instant();
        return desks.recall("all", all -> readDesks()).stream()
                .anyMatch(seat -> seat.desk() == kind
                        && seat.hadBy(now)
                        && seat.organisation().id().equals(organisation));
    }

    @Override
    public boolean everHasDesk(OrganisationId organisation, OrganisationKind kind) {
        return desks.recall("all", all -> readDesks()).stream()
                .anyMatch(
                        seat -> seat.desk() == kind && seat.organisation().id().equals(organisation));
    }

    /** As the function {@code desk_holder} says it, for any instant. */
    private List<Seat> readDesks() {
        return jdbc.sql("""
                        select o.*, m.languages, seat.desk, seat.since
                          from (select f.kind as desk, f.id as holder, cast(null as timestamptz) as since from organisation f
                                 where f.kind in ('BCSS', 'SPP_IS', 'SUPPORT')
                                union all
                                select t.desk, t.organisation_id, t.valid_from from desk_takeover t
                                 where t.withdrawn_at is null) seat
                          join organisation o on o.id = seat.holder left join municipality m using (nis_code)
                         order by seat.since nulls first""")
                .query((row, number) -> {
                    Timestamp since = row.getTimestamp("since");
                    return new Seat(
                            OrganisationKind.valueOf(row.getString("desk")),
                            since == null ? null : since.toInstant(),
                            organisation(row));
                })
                .list();
    }

    @Override
    public Person register(NewPerson person) {
        jdbc.sql("""
                        insert into person (id, niss, last_name, first_name, birth_date, sex, language, email, phone)
                        values (:id, :niss, :lastName, :firstName, :birthDate, :sex, :language, :email, :phone)
                        on conflict (niss) do nothing""")
                .param("id", UUID.randomUUID())
                .param("niss", person.niss().value())
                .param("lastName", person.lastName())
                .param("firstName", person.firstName())
                .param("birthDate", person.niss().birthDate().orElse(null))
                .param(
                        "sex",
                        person.niss()
                                .sex()
                                .map(sex -> sex.name().substring(0, 1))
                                .orElse(null))
                .param("language", person.language().code())
                .param("email", person.email())
                .param("phone", person.phone())
                .update();
        return findPerson(person.niss()).orElseThrow();
    }

    @Override
    public void changeContact(PersonId person, @Nullable String email, @Nullable String phone, Language language) {
        jdbc.sql("update person set email = :email, phone = :phone, language = :language where id = :id")
                .param("id", person.value())
                .param("email", email)
                .param("phone", phone)
                .param("language", language.code())
                .update();
        TransactionMemory.forgetAll();
    }

    @Override
    public Optional<PersonId> headOfDailyManagement(OrganisationId organisation, Instant at) {
        return jdbc.sql("""
                        select person_id as value from legal_function
                         where organisation_id = :organisation and kind = 'HEAD_OF_DAILY_MANAGEMENT'
                           and tstzrange(valid_from, valid_until) @> cast(:at as timestamptz)""")
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .query(PersonId.class)
                .optional();
    }

    @Override
    public List<HeldFunction> legalFunctionsOf(PersonId person, Instant at) {
        return jdbc.sql("""
                        select organisation_id as organisation, kind from legal_function
                         where person_id = :person and tstzrange(valid_from, valid_until) @> cast(:at as timestamptz)
                         order by organisation_id""")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(HeldFunction.class)
                .list();
    }

    @Override
    public Set<OrganisationId> tiesOf(PersonId person, Instant at) {
        return jdbc.sql("""
                        select organisation_id as value from legal_function
                         where person_id = :person and valid_from <= cast(:at as timestamptz)
                           and (valid_until is null or valid_until > cast(:at as timestamptz))
                        union
                        select organisation_id from working_relationship
                         where person_id = :person and valid_from <= cast(:at as timestamptz)
                           and (valid_until is null or valid_until > cast(:at as timestamptz))""")
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .query(OrganisationId.class)
                .set();
    }

    @Override
    public Set<RelationshipCategory> relationships(PersonId person, OrganisationId organisation, Instant at) {
        return jdbc.sql("""
                        select category from working_relationship
                         where person_id = :person and organisation_id = :organisation
                           and tstzrange(valid_from, valid_until) @> cast(:at as timestamptz)""")
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .query(RelationshipCategory.class)
                .set();
    }

    @Override
    public List<WorkingRelationship> relationships(Collection<PersonId> people, OrganisationId organisation) {
        return jdbc.sql(SELECT_RELATIONSHIP + """
                        where organisation_id = :organisation and person_id = any(:people)
                        order by valid_from, valid_until nulls last, id""")
                .param("organisation", organisation.value())
                .param("people", ids(people))
                .query(WorkingRelationship.class)
                .list();
    }

    @Override
    public Optional<WorkingRelationship> findRelationship(UUID id) {
        return jdbc.sql(SELECT_RELATIONSHIP + "where id = :id")
                .param("id", id)
                .query(WorkingRelationship.class)
                .optional();
    }

    @Override
    public Map<PersonId, Tied> ties(Collection<PersonId> people, OrganisationId organisation) {
        Map<PersonId, List<Tie>> found = jdbc
                .sql("""
                        select id, person_id as person, kind as function, cast(null as text) as relationship,
                               valid_from as "from", valid_until as until
                          from legal_function
                         where organisation_id = :organisation and person_id = any(:people)
                        union all
                        select id, person_id, null, category, valid_from, valid_until
                          from working_relationship
                         where organisation_id = :organisation and person_id = any(:people)
                         order by 5, 6 nulls last, 1""")
                .param("organisation", organisation.value())
                .param("people", ids(people))
                .query(Tie.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Tie::person));
        return people.stream()
                .distinct()
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), person -> new Tied(found.getOrDefault(person, List.of()))));
    }

    @Override
    public Optional<Instant> nextRelationship(
            PersonId person, OrganisationId organisation, RelationshipCategory category, Instant at) {
        return jdbc.sql("""
                        select min(valid_from) from working_relationship
                         where person_id = :person and organisation_id = :organisation and category = :category
                           and valid_from > :at and (valid_until is null or valid_until > valid_from) having min(valid_from) is not null""")
                .param("person", person.value())
                .param("organisation", organisation.value())
                .param("category", category.name())
                .param("at", Timestamp.from(at))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public UUID relate(NewRelationship relationship) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into working_relationship
                            (id, organisation_id, person_id, category, email, phone, reason, valid_from, valid_until)
                        values (:id, :organisation, :person, :category, :email, :phone, :reason, :from, :until)""")
                .param("id", id)
                .param("organisation", relationship.organisation().value())
                .param("person", relationship.person().value())
                .param("category", relationship.category().name())
                .param("email", relationship.email())
                .param("phone", relationship.phone())
                .param("reason", relationship.reason())
                .param("from", Timestamp.from(relationship.from()))
                .param("until", relationship.until() == null ? null : Timestamp.from(relationship.until()))
                .update();
        TransactionMemory.forgetAll();
        return id;
    }

    @Override
    public void changeEnd(UUID relationship, @Nullable Instant until) {
        jdbc.sql("""
                        update working_relationship
                           set valid_until = case when cast(:until as timestamptz) is not null
                                                  then greatest(valid_from, cast(:until as timestamptz)) end
                         where id = :id""")
                .param("until", until == null ? null : Timestamp.from(until))
                .param("id", relationship)
                .update();
        TransactionMemory.forgetAll();
    }

    @Override
    public List<EstablishmentUnit> establishmentUnits(OrganisationId organisation, Instant at) {
        return jdbc.sql("""
                        select number, name, postal_code, locality from establishment_unit
                         where organisation_id = :organisation
                           and tstzrange(valid_from, valid_until) @> cast(:at as timestamptz)
                         order by name, number""")
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .query((row, number) -> new EstablishmentUnit(
                        EstablishmentUnitNumber.of(row.getString("number")),
                        row.getString("name"),
                        row.getString("postal_code"),
                        row.getString("locality")))
                .list();
    }

    @Override
    public void changeContact(OrganisationId organisation, Organisation.Contact contact) {
        jdbc.sql("""
                        update organisation set email = :email, letter_language = :language, phone = :phone, contact_person = :person
                         where id = :id""")
                .param("email", contact.email())
                .param("language", contact.letterLanguage().code())
                .param("phone", contact.phone())
                .param("person", contact.person())
                .param("id", organisation.value())
                .update();
        TransactionMemory.forgetAll();
    }

    @Override
    public Organisation takeIn(RegisteredEnterprise enterprise, String email, Language letterLanguage, Instant at) {
        takeIn(enterprise, false, email, letterLanguage, at);
        return findOrganisation(enterprise.number()).orElseThrow();
    }

    @Override
    public Organisation takeIn(EnterpriseNumber number, String email, Language letterLanguage, Instant at) {
        takeIn(RegisteredEnterprise.knownByNumber(number), true, email, letterLanguage, at);
        return findOrganisation(number).orElseThrow();
    }

    private void takeIn(
            RegisteredEnterprise enterprise, boolean provisional, String email, Language letterLanguage, Instant at) {
        jdbc.sql("""
                        insert into organisation (id, enterprise_number, name_fr, name_nl, name_de, kind, letter_language,
                                                  email, street, postal_code, locality, created_at, provisional)
                        values (:id, :number, :nameFr, :nameNl, :nameDe, 'ENTERPRISE', :language, :email, :street,
                                :postalCode, :locality, :at, :provisional)
                        on conflict (enterprise_number) do update
                            set name_fr = excluded.name_fr, name_nl = excluded.name_nl, name_de = excluded.name_de,
                                street = excluded.street, postal_code = excluded.postal_code,
                                locality = excluded.locality, provisional = false
                          where organisation.provisional and not excluded.provisional""")
                .param("provisional", provisional)
                .param("id", UUID.randomUUID())
                .param("number", enterprise.number().value())
                .param("nameFr", enterprise.nameFr())
                .param("nameNl", enterprise.nameNl())
                .param("nameDe", enterprise.nameDe())
                .param("language", letterLanguage.code())
                .param("email", email)
                .param("street", enterprise.street())
                .param("postalCode", enterprise.postalCode())
                .param("locality", enterprise.locality())
                .param("at", Timestamp.from(at))
                .update();
        TransactionMemory.forgetAll();
    }

    @Override
    public void registerWithCsam(OrganisationId organisation, Instant at) {
        jdbc.sql("""
                        update organisation set registered_with_csam_at = :at
                         where id = :id and registered_with_csam_at is null""")
                .param("at", Timestamp.from(at))
                .param("id", organisation.value())
                .update();
    }

    @Override
    public Optional<Instant> registeredWithCsam(OrganisationId organisation) {
        return jdbc.sql("""
                        select registered_with_csam_at from organisation
                         where id = :id and registered_with_csam_at is not null""")
                .param("id", organisation.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public List<PersonId> representatives(OrganisationId organisation, Instant at) {
        return jdbc.sql("""
                        select distinct person_id as value from legal_function
                         where organisation_id = :organisation
                           and tstzrange(valid_from, valid_until) @> cast(:at as timestamptz)
                         order by person_id""")
                .param("organisation", organisation.value())
                .param("at", Timestamp.from(at))
                .query(PersonId.class)
                .list();
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                Niss.of(row.getString("niss")),
                row.getString("last_name"),
                row.getString("first_name"),
                Language.of(row.getString("language")),
                row.getString("email"),
                row.getString("phone"),
                row.getBoolean("disabled"));
    }

    private static Organisation organisation(ResultSet row) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                EnterpriseNumber.of(row.getString("enterprise_number")),
                row.getString("name_fr"),
                row.getString("name_nl"),
                row.getString("name_de"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("nis_code"),
                Language.of(row.getString("letter_language")),
                languages(row.getArray("languages")),
                row.getString("email"),
                row.getString("street"),
                row.getString("postal_code"),
                row.getString("locality"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("phone"),
                row.getString("contact_person"));
    }

    private static List<Language> languages(@Nullable Array codes) throws SQLException {
        return codes == null
                ? List.of()
                : Stream.of((String[]) codes.getArray()).map(Language::of).toList();
    }
}
