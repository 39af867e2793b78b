package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.SubdivisionId;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.forms.FormValues;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A CPAS with its people, and the desks that decide on it; each call makes other ones. The local manager in office holds
 * the mandate of data protection officer; the candidate is unknown in the quality Social action.
 */
public final class CpasWorld {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final Directory directory;
    private final AccessModel access;
    private final TestPeople people;
    private final BasisId basis;

    public final Organisation cpas;
    public final Quality socialAction;
    public final Person head;
    public final Person principalManager;
    public final Person coPrincipalManager;
    public final Person localManager;
    public final Person candidate;
    public final Person user;
    public final Person reviewer;
    public final Person otherReviewer;
    public final Person approver;

    public CpasWorld(JdbcClient jdbc, Directory directory, AccessModel access) {
        this(jdbc, directory, access, new TestPeople(jdbc, directory));
    }

    CpasWorld(JdbcClient jdbc, Directory directory, AccessModel access, TestPeople people) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.access = access;
        this.people = people;
        this.basis = access.save(Basis.of(null, "reference-data", null, LONG_AGO, null, null));
        cpas = people.cpas("CPAS de Testville");
        socialAction = quality(cpas, QualityKind.SOCIAL_ACTION);
        head = person("Henri");
        people.give(head, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, cpas);
        principalManager = person("Renée");
        give(principalManager, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null);
        coPrincipalManager = person("Coralie");
        give(coPrincipalManager, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);
        localManager = person("Gilles");
        mandate(localManager);
        give(localManager, ResponsibilityKind.LOCAL_MANAGER, socialAction.id());
        candidate = person("Delphine");
        user = person("Ursule");
        give(user, ResponsibilityKind.USER, socialAction.id());
        reviewer = official("Bruno", OrganisationKind.BCSS, "DPD_REVIEWER");
        otherReviewer = official("Béatrice", OrganisationKind.BCSS, "DPD_REVIEWER");
        approver = official("Simone", OrganisationKind.SPP_IS, "DPD_APPROVER");
    }

    /** Acts for the CPAS. */
    public Actor forCpas(Person person) {
        return new Actor(person.id(), cpas.id(), SignInLevel.EID);
    }

    /** Acts for nobody in particular. */
    public static Actor as(Person person) {
        return new Actor(person.id(), null, SignInLevel.EID);
    }

    public Person person(String firstName) {
        Person person = people.person(firstName, Language.FR);
        jdbc.sql("update person set email = :email where id = :id")
                .param(
                        "email",
                        firstName.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")
                                + person.id().value().toString().substring(0, 8) + "@test.example")
                .param("id", person.id().value())
                .update();
        return directory.person(person.id());
    }

    /** Makes that person something in the CPAS, since long ago; whoever uses something there works there. */
    public void give(Person person, ResponsibilityKind kind, @Nullable QualityId quality) {
        if (kind == ResponsibilityKind.USER) {
            directory.relate(person.id(), cpas.id(), RelationshipCategory.OFFICIAL, LONG_AGO, "Travaille au CPAS");
        }
        access.begin(new Responsibility(
                UUID.randomUUID(), kind, cpas.id(), quality, null, person.id(), LONG_AGO, null, basis));
    }

    /** Of the quality Social action. */
    public UUID subdivision(String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into subdivision (id, quality_id, name) values (:id, :quality, :name)")
                .param("id", id)
                .param("quality", socialAction.id().value())
                .param("name", name)
                .update();
        return id;
    }

    /** Somebody who manages that subdivision of the quality Social action. */
    public Person subdivisionManager(UUID subdivision) {
        Person manager = person("Sabine");
        access.begin(new Responsibility(
                UUID.randomUUID(),
                ResponsibilityKind.SUBDIVISION_MANAGER,
                cpas.id(),
                socialAction.id(),
                new SubdivisionId(subdivision),
                manager.id(),
                LONG_AGO,
                null,
                basis));
        return manager;
    }

    /** Ties somebody to the CPAS who is tied no more since yesterday. */
    public void tiedUntilYesterday(Person person, RelationshipCategory category) {
        people.tie(person, cpas, category, Instant.now().minus(1, ChronoUnit.DAYS));
    }

    public void giveRight(Person person, String roleCode, QualityId quality) {
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, basis_id)
                        values (:id, :person, :role, :quality, :from, :basis)""")
                .param("id", UUID.randomUUID())
                .param("person", person.id().value())
                .param("role", roleCode)
                .param("quality", quality.value())
                .param("from", Timestamp.from(LONG_AGO))
                .param("basis", basis.value())
                .update();
    }

    /** A mandate of data protection officer of the CPAS that has run for long. */
    public void mandate(Person person) {
        jdbc.sql("""
                        insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, basis_id)
                        values (:id, :cpas, :person, 8, :from, :basis)""")
                .param("id", UUID.randomUUID())
                .param("cpas", cpas.id().value())
                .param("person", person.id().value())
                .param("from", Timestamp.from(LONG_AGO))
                .param("basis", basis.value())
                .update();
    }

    public Person official(String firstName, OrganisationKind desk, String roleCode) {
        Person official = person(firstName);
        makeOfficial(official, desk(desk), roleCode);
        return official;
    }

    /** Gives somebody that role in the quality Social security of that organisation. */
    public void makeOfficial(Person official, Organisation organisation, String roleCode) {
        makeOfficial(official, socialSecurity(organisation), roleCode);
    }

    private void makeOfficial(Person official, QualityId quality, String roleCode) {
        Quality socialSecurity = access.findQuality(quality).orElseThrow();
        access.begin(new Responsibility(
                UUID.randomUUID(),
                ResponsibilityKind.USER,
                socialSecurity.organisation(),
                socialSecurity.id(),
                null,
                official.id(),
                LONG_AGO,
                null,
                basis));
        giveRight(official, roleCode, socialSecurity.id());
    }

    public Person supportAgent(String firstName) {
        return official(firstName, OrganisationKind.SUPPORT, "SUPPORT_AGENT");
    }

    private QualityId desk(OrganisationKind kind) {
        return socialSecurity(directory.findDesk(kind).orElseGet(() -> makeDesk(kind)));
    }

    private QualityId socialSecurity(Organisation desk) {
        return access.findQuality(desk.id(), QualityKind.SOCIAL_SECURITY)
                .map(Quality::id)
                .orElseGet(() -> quality(desk, QualityKind.SOCIAL_SECURITY).id());
    }

    private Organisation makeDesk(OrganisationKind kind) {
        OrganisationId id = people.enterprise(kind.name()).id();
        jdbc.sql("update organisation set kind = :kind, email = :email where id = :id")
                .param("kind", kind.name())
                .param("email", kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "@test.example")
                .param("id", id.value())
                .update();
        return directory.organisation(id);
    }

    private Quality quality(Organisation organisation, QualityKind kind) {
        QualityId id = new QualityId(UUID.randomUUID());
        jdbc.sql("""
                        insert into quality (id, organisation_id, kind, identifier, email, activated_at)
                        values (:id, :organisation, :kind, :identifier, 'qualite@test.example', :at)""")
                .param("id", id.value())
                .param("organisation", organisation.id().value())
                .param("kind", kind.name())
                .param("identifier", organisation.enterpriseNumber().value())
                .param("at", Timestamp.from(LONG_AGO))
                .update();
        return access.findQuality(id).orElseThrow();
    }

    /** A whole and acceptable set of answers for the candidate. */
    public FormValues answers() {
        return answersFor(candidate);
    }

    public static FormValues answersFor(Person candidate) {
        return FormValues.empty()
                .with("headOfDailyManagementName", "Henri Test")
                .with("contactEmail", "cpas@test.example")
                .with("contactPhone", "+3281000000")
                .with("candidateNiss", candidate.niss().value())
                .with("candidateLastName", candidate.lastName())
                .with("candidateFirstName", candidate.firstName())
                .with("candidateEmail", "candidate@test.example")
                .with("candidatePhone", "+3281000001")
                .with("candidateLanguage", "fr")
                .with("employment", "INTERNAL")
                .with("candidateFunction", "Juriste")
                .with("degree", "Master en droit")
                .with("itKnowledge", "Formation de 40 heures en 2019")
                .with("securityKnowledge", "Certificat ISO 27001 en 2021")
                .with("legalKnowledge", "Dix ans de pratique du droit social")
                .with("hoursPerWeek", "8")
                .with("reportsToHead", "YES")
                .with("isHeadOfDailyManagement", "NO")
                .with("noConflict", "true")
                .with("accessToInformation", "YES")
                .with(
                        "councilDecisionDate",
                        LocalDate.now(Days.BRUSSELS).minus(10, ChronoUnit.DAYS).toString());
    }
}
