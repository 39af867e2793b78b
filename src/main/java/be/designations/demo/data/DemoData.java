package be.designations.demo.data;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.calendar.Days;
import be.designations.demo.data.Holding.Kind;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.identifier.Niss;
import be.designations.identifier.PplNumber;
import be.designations.identifier.Sex;
import be.designations.reference.ReferenceData;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;

/** Puts the invented people, with all that they hold, into a database that has none of them yet. */
final class DemoData {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);
    private static final long LOCK = 0x44656d6f44617461L;
    private static final String OPERATION = "reference-data";
    private static final int FIRST_PPL_NUMBER = 990_001;
    private static final int FIRST_ESTABLISHMENT_UNIT = 29_990_000;
    private static final int FIRST_NAMED_UNIT = 29_995_000;

    private static final Instant EMPLOYED = day("2017-04-03");
    private static final Instant MANAGING = day("2018-02-05");
    private static final Instant PROTECTING = day("2020-03-02");
    private static final Instant USING = day("2021-01-11");

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final DemoPeople people;
    private final Clock clock;

    DemoData(JdbcTemplate jdbc, TransactionOperations transaction, DemoPeople people, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.people = people;
        this.clock = clock;
    }

    /** Loads everybody or, when they are there already, nobody; two nodes that start at once take turns. */
    void load() {
        transaction.executeWithoutResult(status -> {
            jdbc.execute("set local lock_timeout = 0");
            jdbc.query("select pg_advisory_xact_lock(?)", row -> {}, LOCK);
            UUID first = people.named().get(0).id().value();
            if (Boolean.FALSE.equals(
                    jdbc.queryForObject("select exists (select 1 from person where id = ?)", Boolean.class, first))) {
                insert();
            }
        });
    }

    private void insert() {
        long start = System.nanoTime();
        var rows = new Rows(Days.of(clock.instant()));
        DemoEnterprise.ALL.forEach(rows::addEnterprise);
        people.all().forEach(rows::add);
        people.named().stream()
                .flatMap(person -> person.holdings().stream())
                .filter(holding -> holding.kind() == Kind.HEAD_OF_DAILY_MANAGEMENT)
                .map(Holding::organisation)
                .forEach(cpas -> {
                    rows.addEmployerQuality(cpas);
                    rows.addEstablishmentUnits(cpas);
                });
        rows.insert(jdbc);
        DemoProfiles.insert(jdbc, USING);
        log.info("Loaded {} invented people in {} ms", people.all().size(), (System.nanoTime() - start) / 1_000_000);
    }

    private static String withdrawn(int serial) {
        return Niss.withCheckDigits(LocalDate.of(1999, 9, 9), serial).value();
    }

    private static Instant day(String date) {
        return Days.startOf(LocalDate.parse(date));
    }

    /** The tables, in the order in which they are filled. */
    private enum Table {
        ORGANISATION(ReferenceData.ORGANISATION),
        PERSON("""
                insert into person (id, niss, last_name, first_name, birth_date, sex, language, email)
                values (?, ?, ?, ?, ?, ?, ?, ?)"""),
        WORKING_RELATIONSHIP("""
                insert into working_relationship (id, organisation_id, person_id, category, email, valid_from, valid_until)
                values (?, ?, ?, ?, ?, ?, ?)"""),
        LEGAL_FUNCTION("""
                insert into legal_function (id, organisation_id, person_id, kind, valid_from, valid_until)
                values (?, ?, ?, ?, ?, ?)"""),
        QUALITY("""
                insert into quality (id, organisation_id, kind, identifier, activated_at, email)
                select ?, id, ?, coalesce(?, enterprise_number), ?, email from organisation where id = ?"""),
        BASIS("insert into basis (id, operation, decided_at) values (?, ?, ?)"),
        DPD_MANDATE("""
                insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, basis_id)
                values (?, ?, ?, ?, ?, ?)"""),
        SUBDIVISION("insert into subdivision (id, quality_id, name) values (?, ?, ?) on conflict (id) do nothing"),
        ESTABLISHMENT_UNIT("""
                insert into establishment_unit (number, organisation_id, name, street, postal_code, locality, valid_from)
                select ?, id, coalesce(?, locality || ' ' || ?), street, coalesce(?, postal_code), coalesce(?, locality), ?
                  from organisation where id = ?"""),
        WITHDRAWN_NISS("insert into withdrawn_niss (niss, replaced_by, since) values (?, ?, current_date)"),
        RESPONSIBILITY("""
                insert into responsibility
                    (id, kind, organisation_id, quality_id, subdivision_id, domain_code, person_id, valid_from, basis_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)"""),
        ROLE_ASSIGNMENT("""
                insert into role_assignment (id, person_id, quality_id, valid_from, valid_until, basis_id, role_code)
                select given.id, given.person, given.quality,
                       case when r.longest_months is null then given.since else given.lately end,
                       case when r.longest_months is not null then (given.lately at time zone 'Europe/Brussels'
                           + make_interval(months => r.longest_months)) at time zone 'Europe/Brussels' end,
                       given.basis, r.code
                  from (values (cast(? as uuid), cast(? as uuid), cast(? as uuid), cast(? as timestamptz),
                           cast(? as timestamptz), cast(? as uuid), ?)) given (id, person, quality, since, lately, basis, role)
                  join role r on r.code = given.role""");

        private final String insert;

        Table(String insert) {
            this.insert = insert;
        }
    }

    /** What goes into each table, gathered so that each is filled in one batch. */
    private static final class Rows {

        private final Map<Table, List<Object[]>> rows = new EnumMap<>(Table.class);
        private final LocalDate today;
        private int employers;
        private int named;

        Rows(LocalDate today) {
            this.today = today;
            // A number that was replaced by another, and one that was cancelled: nobody of the demonstration has them.
            add(Table.WITHDRAWN_NISS, withdrawn(951), withdrawn(955));
            add(Table.WITHDRAWN_NISS, withdrawn(953), null);
        }

        private void add(Table table, @Nullable Object... row) {
            rows(table).add(row);
        }

        private List<Object[]> rows(Table table) {
            return rows.computeIfAbsent(table, none -> new ArrayList<>());
        }

        void insert(JdbcTemplate jdbc) {
            rows.forEach((table, all) -> jdbc.batchUpdate(table.insert, all));
        }

        void add(DemoPerson person) {
            add(
                    Table.PERSON,
                    person.id().value(),
                    person.niss().value(),
                    person.lastName(),
                    person.firstName(),
                    person.niss().birthDate().orElseThrow(),
                    person.niss().sex().orElseThrow() == Sex.MALE ? "M" : "F",
                    person.language().code(),
                    person.email());
            person.holdings().forEach(holding -> add(person, holding));
        }

        private void add(DemoPerson person, Holding holding) {
            OrganisationId organisation = holding.organisation();
            add(
                    Table.WORKING_RELATIONSHIP,
                    id("relationship", person, organisation),
                    organisation.value(),
                    person.id().value(),
                    holding.relationship().name(),
                    person.email(),
                    sql(holding.from().map(Days::startOf).orElse(EMPLOYED)),
                    holding.lastDay().map(Days::endOf).map(Rows::sql).orElse(null));
            QualityId socialAction = ReferenceData.quality(organisation, QualityKind.SOCIAL_ACTION);
            switch (holding.kind()) {
                case HEAD_OF_DAILY_MANAGEMENT ->
                    addFunction(person, organisation, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, EMPLOYED, null);
                case PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER -> {
                    if (DemoEnterprise.find(holding.place()).isPresent()) {
                        addQuality(organisation, QualityKind.FEDERAL_VALUE_ADDED_SERVICES, null);
                    }
                    addResponsibility(
                            person,
                            organisation,
                            ResponsibilityKind.valueOf(holding.kind().name()),
                            null,
                            MANAGING);
                }
                case ACCESS_MANAGER -> {
                    addQuality(organisation, QualityKind.FEDERAL_VALUE_ADDED_SERVICES, null);
                    addResponsibility(
                            person,
                            organisation,
                            ResponsibilityKind.ACCESS_MANAGER,
                            null,
                            null,
                            holding.details().get(0),
                            USING);
                }
                case DPD, EXTERNAL_DPD -> {
                    add(
                            Table.DPD_MANDATE,
                            id("mandate", person, organisation),
                            organisation.value(),
                            person.id().value(),
                            holding.hoursPerWeek(),
                            sql(PROTECTING),
                            basis("mandate", person, organisation, PROTECTING));
                    addResponsibility(person, organisation, ResponsibilityKind.LOCAL_MANAGER, socialAction, PROTECTING);
                }
                case CO_LOCAL_MANAGER, TECHNICAL_USER ->
                    addResponsibility(
                            person,
                            organisation,
                            ResponsibilityKind.valueOf(holding.kind().name()),
                            socialAction,
                            USING);
                case SUBDIVISION_MANAGER ->
                    addInSubdivision(person, ResponsibilityKind.SUBDIVISION_MANAGER, socialAction, holding);
                case USER_OF_SUBDIVISION -> {
                    addInSubdivision(person, ResponsibilityKind.USER, socialAction, holding);
                    holding.details().stream()
                            .skip(1)
                            .forEach(role -> addRight(person, organisation, role, socialAction));
                }
                case USER -> {
                    addResponsibility(person, organisation, ResponsibilityKind.USER, socialAction, USING);
                    holding.details().forEach(role -> addRight(person, organisation, role, socialAction));
                }
                case DPD_REVIEWER, DPD_APPROVER, SUPPORT_AGENT -> {
                    QualityId socialSecurity = ReferenceData.quality(organisation, QualityKind.SOCIAL_SECURITY);
                    addResponsibility(person, organisation, ResponsibilityKind.USER, socialSecurity, USING);
                    addRight(person, organisation, holding.kind().name(), socialSecurity);
                }
                case DIRECTOR -> addFunction(person, organisation, LegalFunctionKind.DIRECTOR, EMPLOYED, null);
                case FORMER_DIRECTOR ->
                    addFunction(person, organisation, LegalFunctionKind.DIRECTOR, EMPLOYED, Days.startOf(today));
                case COMING_DIRECTOR ->
                    addFunction(person, organisation, LegalFunctionKind.DIRECTOR, Days.endOf(today), null);
                case STAFF -> {}
            }
        }

        private void addFunction(
                DemoPerson person,
                OrganisationId organisation,
                LegalFunctionKind kind,
                Instant from,
                @Nullable Instant until) {
            add(
                    Table.LEGAL_FUNCTION,
                    id("function", person, organisation),
                    organisation.value(),
                    person.id().value(),
                    kind.name(),
                    sql(from),
                    until == null ? null : sql(until));
        }

        void addEnterprise(DemoEnterprise enterprise) {
            Organisation organisation = enterprise.organisation();
            boolean managed = !enterprise.places().isEmpty();
            add(
                    Table.ORGANISATION,
                    ReferenceData.row(organisation, managed ? ReferenceData.REGISTERED : null, enterprise.stoppedOn()));
            if (managed) {
                addPlaces(enterprise);
            } else {
                addEstablishmentUnits(organisation.id());
            }
        }

        private void addPlaces(DemoEnterprise enterprise) {
            int serial = FIRST_NAMED_UNIT;
            for (DemoEnterprise.Place place : enterprise.places()) {
                add(
                        Table.ESTABLISHMENT_UNIT,
                        EstablishmentUnitNumber.withCheckDigits(serial).value(),
                        place.name(),
                        null,
                        place.postalCode(),
                        place.name(),
                        sql(EMPLOYED),
                        enterprise.id().value());
                serial++;
                named++;
            }
        }

        void addEmployerQuality(OrganisationId cpas) {
            String number =
                    PplNumber.withCheckDigits(FIRST_PPL_NUMBER + employers).value();
            employers++;
            addQuality(cpas, QualityKind.PPL_EMPLOYER, number);
        }

        /** @param identifier null for the enterprise number */
        private void addQuality(OrganisationId organisation, QualityKind kind, @Nullable String identifier) {
            add(
                    Table.QUALITY,
                    ReferenceData.quality(organisation, kind).value(),
                    kind.name(),
                    identifier,
                    sql(ReferenceData.REGISTERED),
                    organisation.value());
        }

        /** Two places where the organisation works, so that rights can be limited to one. */
        void addEstablishmentUnits(OrganisationId organisation) {
            for (String name : List.of("1", "2")) {
                int serial = FIRST_ESTABLISHMENT_UNIT
                        + rows(Table.ESTABLISHMENT_UNIT).size()
                        - named;
                add(
                        Table.ESTABLISHMENT_UNIT,
                        EstablishmentUnitNumber.withCheckDigits(serial).value(),
                        null,
                        name,
                        null,
                        null,
                        sql(EMPLOYED),
                        organisation.value());
            }
        }

        private void addInSubdivision(DemoPerson person, ResponsibilityKind kind, QualityId quality, Holding holding) {
            String name = holding.details().get(0);
            UUID id = named("subdivision " + name + " " + quality.value());
            add(Table.SUBDIVISION, id, quality.value(), name);
            addResponsibility(person, holding.organisation(), kind, quality, id, null, USING);
        }

        private void addResponsibility(
                DemoPerson person,
                OrganisationId organisation,
                ResponsibilityKind kind,
                @Nullable QualityId quality,
                Instant from) {
            addResponsibility(person, organisation, kind, quality, null, null, from);
        }

        private void addResponsibility(
                DemoPerson person,
                OrganisationId organisation,
                ResponsibilityKind kind,
                @Nullable QualityId quality,
                @Nullable UUID subdivision,
                @Nullable String domain,
                Instant from) {
            add(
                    Table.RESPONSIBILITY,
                    id(kind.name(), person, organisation),
                    kind.name(),
                    organisation.value(),
                    quality == null ? null : quality.value(),
                    subdivision,
                    domain,
                    person.id().value(),
                    sql(from),
                    basis(kind.name(), person, organisation, from));
        }

        private void addRight(DemoPerson person, OrganisationId organisation, String role, QualityId quality) {
            add(
                    Table.ROLE_ASSIGNMENT,
                    id(role, person, organisation),
                    person.id().value(),
                    quality.value(),
                    sql(USING),
                    sql(Days.startOf(today.minusMonths(1))),
                    basis(role, person, organisation, USING),
                    role);
        }

        private UUID basis(String what, DemoPerson person, OrganisationId organisation, Instant decidedAt) {
            UUID id = id(what + "-basis", person, organisation);
            add(Table.BASIS, id, OPERATION, sql(decidedAt));
            return id;
        }

        private static UUID id(String what, DemoPerson person, OrganisationId organisation) {
            return named(what + " " + person.key() + " " + organisation);
        }

        private static UUID named(String name) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }

        private static OffsetDateTime sql(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
    }
}
