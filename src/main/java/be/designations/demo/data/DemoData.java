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
import java.util.Arrays;
import java.util.LinkedHashMap;
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

    /** A number that was replaced by another, and one that was cancelled: nobody of the demonstration has them. */
    private static final List<Object[]> WITHDRAWN =
            List.of(new Object[] {withdrawn(951), withdrawn(955)}, new Object[] {withdrawn(953), null});

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
        Arrays.stream(DemoEnterprise.values()).forEach(rows::addEnterprise);
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
        log.info("Loaded {} invented people in {} ms", people.all().size(), (System.nanoTime() - start) / 1_000_000);
    }

    private static String withdrawn(int serial) {
        return Niss.withCheckDigits(LocalDate.of(1999, 9, 9), serial).value();
    }

    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(Days.BRUSSELS).toInstant();
    }

    /** What goes into each table, gathered so that each is filled in one batch. */
    private static final class Rows {

        private final List<Object[]> persons = new ArrayList<>();
        private final List<Object[]> relationships = new ArrayList<>();
        private final List<Object[]> functions = new ArrayList<>();
        private final List<Object[]> qualities = new ArrayList<>();
        private final List<Object[]> federalQualities = new ArrayList<>();
        private final List<Object[]> bases = new ArrayList<>();
        private final List<Object[]> mandates = new ArrayList<>();
        private final List<Object[]> responsibilities = new ArrayList<>();
        private final List<Object[]> rights = new ArrayList<>();
        private final Map<UUID, Object[]> subdivisions = new LinkedHashMap<>();
        private final List<Object[]> establishmentUnits = new ArrayList<>();
        private final List<Object[]> enterprises = new ArrayList<>();
        private final LocalDate today;

        Rows(LocalDate today) {
            this.today = today;
        }

        void add(DemoPerson person) {
            persons.add(new Object[] {
                person.id().value(),
                person.niss().value(),
                person.lastName(),
                person.firstName(),
                person.niss().birthDate().orElseThrow(),
                person.niss().sex().orElseThrow() == Sex.MALE ? "M" : "F",
                person.language().code(),
                person.email()
            });
            person.holdings().forEach(holding -> add(person, holding));
        }

        private void add(DemoPerson person, Holding holding) {
            OrganisationId organisation = holding.organisation();
            relationships.add(new Object[] {
                id("relationship", person, organisation),
                organisation.value(),
                person.id().value(),
                holding.relationship().name(),
                person.email(),
                sql(EMPLOYED)
            });
            QualityId socialAction = ReferenceData.quality(organisation, QualityKind.SOCIAL_ACTION);
            switch (holding.kind()) {
                case HEAD_OF_DAILY_MANAGEMENT ->
                    addFunction(person, organisation, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, EMPLOYED, "");
                case PRINCIPAL_ACCESS_MANAGER, CO_PRINCIPAL_ACCESS_MANAGER ->
                    addResponsibility(
                            person,
                            organisation,
                            ResponsibilityKind.valueOf(holding.kind().name()),
                            null,
                            MANAGING);
                case ACCESS_MANAGER -> {
                    addFederalQuality(organisation);
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
                    mandates.add(new Object[] {
                        id("mandate", person, organisation),
                        organisation.value(),
                        person.id().value(),
                        holding.hoursPerWeek(),
                        sql(PROTECTING),
                        basis("mandate-basis", person, organisation, PROTECTING)
                    });
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
                    addResponsibility(
                            person,
                            organisation,
                            ResponsibilityKind.SUBDIVISION_MANAGER,
                            socialAction,
                            subdivision(socialAction, holding),
                            "",
                            USING);
                case USER_OF_SUBDIVISION -> {
                    addResponsibility(
                            person,
                            organisation,
                            ResponsibilityKind.USER,
                            socialAction,
                            subdivision(socialAction, holding),
                            "",
                            USING);
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
                case DIRECTOR -> addFunction(person, organisation, LegalFunctionKind.DIRECTOR, EMPLOYED, "");
                case FORMER_DIRECTOR ->
                    addFunction(person, organisation, LegalFunctionKind.DIRECTOR, EMPLOYED, midnight(0));
                case COMING_DIRECTOR ->
                    addFunction(person, organisation, LegalFunctionKind.DIRECTOR, Instant.parse(midnight(1)), "");
                case STAFF -> {}
            }
        }

        /** @param until in ISO notation, or empty while the function has no end */
        private void addFunction(
                DemoPerson person, OrganisationId organisation, LegalFunctionKind kind, Instant from, String until) {
            functions.add(new Object[] {
                id("function", person, organisation),
                organisation.value(),
                person.id().value(),
                kind.name(),
                sql(from),
                until
            });
        }

        private String midnight(int daysFromToday) {
            return today.plusDays(daysFromToday)
                    .atStartOfDay(Days.BRUSSELS)
                    .toInstant()
                    .toString();
        }

        void addEnterprise(DemoEnterprise enterprise) {
            Organisation organisation = enterprise.organisation();
            enterprises.add(new Object[] {
                organisation.id().value(),
                organisation.enterpriseNumber().value(),
                organisation.nameFr(),
                organisation.nameNl(),
                organisation.nameDe(),
                organisation.kind().name(),
                organisation.letterLanguage().code(),
                organisation.email(),
                organisation.street(),
                organisation.postalCode(),
                organisation.locality(),
                sql(organisation.createdAt()),
                enterprise.stoppedOn().map(LocalDate::toString).orElse("")
            });
            addEstablishmentUnits(organisation.id());
        }

        void addEmployerQuality(OrganisationId cpas) {
            qualities.add(new Object[] {
                ReferenceData.quality(cpas, QualityKind.PPL_EMPLOYER).value(),
                cpas.value(),
                QualityKind.PPL_EMPLOYER.name(),
                PplNumber.withCheckDigits(FIRST_PPL_NUMBER + qualities.size()).value(),
                sql(ReferenceData.REGISTERED),
                cpas.value()
            });
        }

        private void addFederalQuality(OrganisationId entity) {
            federalQualities.add(new Object[] {
                ReferenceData.quality(entity, QualityKind.FEDERAL_VALUE_ADDED_SERVICES)
                        .value(),
                QualityKind.FEDERAL_VALUE_ADDED_SERVICES.name(),
                sql(ReferenceData.REGISTERED),
                entity.value()
            });
        }

        /** Two places where the organisation works, so that rights can be limited to one. */
        void addEstablishmentUnits(OrganisationId organisation) {
            for (String name : List.of("1", "2")) {
                establishmentUnits.add(new Object[] {
                    EstablishmentUnitNumber.withCheckDigits(FIRST_ESTABLISHMENT_UNIT + establishmentUnits.size())
                            .value(),
                    name,
                    sql(EMPLOYED),
                    organisation.value()
                });
            }
        }

        private UUID subdivision(QualityId quality, Holding holding) {
            String name = holding.details().get(0);
            UUID id = UUID.nameUUIDFromBytes(
                    ("subdivision " + name + " " + quality.value()).getBytes(StandardCharsets.UTF_8));
            subdivisions.put(id, new Object[] {id, quality.value(), name});
            return id;
        }

        private void addResponsibility(
                DemoPerson person,
                OrganisationId organisation,
                ResponsibilityKind kind,
                @Nullable QualityId quality,
                Instant from) {
            addResponsibility(person, organisation, kind, quality, null, "", from);
        }

        private void addResponsibility(
                DemoPerson person,
                OrganisationId organisation,
                ResponsibilityKind kind,
                @Nullable QualityId quality,
                @Nullable UUID subdivision,
                String domain,
                Instant from) {
            responsibilities.add(new Object[] {
                id(kind.name(), person, organisation),
                kind.name(),
                organisation.value(),
                quality == null ? "" : quality.value().toString(),
                subdivision == null ? "" : subdivision.toString(),
                domain,
                person.id().value(),
                sql(from),
                basis(kind.name() + "-basis", person, organisation, from)
            });
        }

        private void addRight(DemoPerson person, OrganisationId organisation, String role, QualityId quality) {
            rights.add(new Object[] {
                id(role, person, organisation),
                person.id().value(),
                role,
                quality.value(),
                sql(USING),
                basis(role + "-basis", person, organisation, USING)
            });
        }

        private UUID basis(String what, DemoPerson person, OrganisationId organisation, Instant decidedAt) {
            UUID id = id(what, person, organisation);
            bases.add(new Object[] {id, OPERATION, sql(decidedAt)});
            return id;
        }

        void insert(JdbcTemplate jdbc) {
            jdbc.batchUpdate("""
                    insert into organisation (id, enterprise_number, name_fr, name_nl, name_de, kind, letter_language, email,
                                              street, postal_code, locality, created_at, stopped_on)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(nullif(?, '') as date))""", enterprises);
            jdbc.batchUpdate("""
                    insert into person (id, niss, last_name, first_name, birth_date, sex, language, email)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""", persons);
            jdbc.batchUpdate("""
                    insert into working_relationship (id, organisation_id, person_id, category, email, valid_from)
                    values (?, ?, ?, ?, ?, ?)""", relationships);
            jdbc.batchUpdate("""
                    insert into legal_function (id, organisation_id, person_id, kind, valid_from, valid_until)
                    values (?, ?, ?, ?, ?, cast(nullif(?, '') as timestamptz))""", functions);
            jdbc.batchUpdate("""
                    insert into quality (id, organisation_id, kind, identifier, activated_at, email)
                    values (?, ?, ?, ?, ?, (select email from organisation where id = ?))""", qualities);
            jdbc.batchUpdate("""
                    insert into quality (id, organisation_id, kind, identifier, activated_at, email)
                    select ?, id, ?, enterprise_number, ?, email from organisation where id = ?""", federalQualities);
            jdbc.batchUpdate("insert into basis (id, operation, decided_at) values (?, ?, ?)", bases);
            jdbc.batchUpdate("""
                    insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, basis_id)
                    values (?, ?, ?, ?, ?, ?)""", mandates);
            jdbc.batchUpdate(
                    "insert into subdivision (id, quality_id, name) values (?, ?, ?)",
                    List.copyOf(subdivisions.values()));
            jdbc.batchUpdate("""
                    insert into establishment_unit (number, organisation_id, name, street, postal_code, locality, valid_from)
                    select ?, id, locality || ' ' || ?, street, postal_code, locality, ?
                      from organisation where id = ?""", establishmentUnits);
            jdbc.batchUpdate(
                    "insert into withdrawn_niss (niss, replaced_by, since) values (?, ?, current_date)", WITHDRAWN);
            jdbc.batchUpdate("""
                    insert into responsibility
                        (id, kind, organisation_id, quality_id, subdivision_id, domain_code, person_id, valid_from, basis_id)
                    values (?, ?, ?, nullif(?, '')::uuid, nullif(?, '')::uuid, nullif(?, ''), ?, ?, ?)""", responsibilities);
            jdbc.batchUpdate("""
                    insert into role_assignment (id, person_id, role_code, quality_id, valid_from, basis_id)
                    values (?, ?, ?, ?, ?, ?)""", rights);
        }

        private static UUID id(String what, DemoPerson person, OrganisationId organisation) {
            String name = what + " " + person.key() + " " + organisation;
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        }

        private static OffsetDateTime sql(Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
    }
}
