package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.identifier.NssoNumber;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A CPAS with everybody that A2 names: managers of each level, some blocked, users in two subdivisions, a second quality. */
public final class ManagedWorld {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LAST_YEAR = Instant.parse("2025-06-01T00:00:00Z");
    private static final AtomicInteger EMPLOYERS = new AtomicInteger(1_000_000);

    private final AccessModel access;
    private final Directory directory;
    private final BasisId basis;

    public final CpasWorld cpas;
    public final Quality employer;
    public final SubdivisionId subdivision;
    public final SubdivisionId otherSubdivision;

    public final UUID principalManagerId;
    public final UUID coPrincipalManagerId;
    public final UUID localManagerId;
    public final Person otherCoPrincipal;
    public final UUID otherCoPrincipalId;
    public final Person blockedCoPrincipal;
    public final UUID blockedCoPrincipalId;
    public final Person coLocalManager;
    public final UUID coLocalManagerId;
    public final Person secondCoLocalManager;
    public final UUID secondCoLocalManagerId;
    public final Person blockedCoLocalManager;
    public final UUID blockedCoLocalManagerId;
    public final Person formerCoLocalManager;
    public final Person otherLocalManager;
    public final UUID otherLocalManagerId;
    public final Person technicalUser;
    public final UUID technicalUserId;
    public final Person subdivisionManager;
    public final UUID subdivisionManagerId;
    public final Person coSubdivisionManager;
    public final UUID coSubdivisionManagerId;
    public final Person userOfSubdivision;
    public final Person blockedUserOfSubdivision;
    public final Person userOfOtherSubdivision;
    public final Person supportAgent;
    /** Works there, and is nothing in any quality. */
    public final Person colleague;
    /** Nothing ties them to the CPAS. */
    public final Person stranger;

    public ManagedWorld(JdbcClient jdbc, Directory directory, AccessModel access, Qualities qualities) {
        this(new CpasWorld(jdbc, directory, access), directory, access, qualities);
    }

    ManagedWorld(CpasWorld cpas, Directory directory, AccessModel access, Qualities qualities) {
        this.cpas = cpas;
        this.access = access;
        this.directory = directory;
        this.basis = access.save(Basis.of(null, "reference-data", null, LONG_AGO, null, null));
        QualityId social = cpas.socialAction.id();
        employer = new Quality(
                new QualityId(UUID.randomUUID()),
                cpas.cpas.id(),
                QualityKind.NSSO_EMPLOYER,
                NssoNumber.withCheckDigits(EMPLOYERS.incrementAndGet()).value(),
                "employeur@test.example",
                LONG_AGO);
        qualities.activate(employer, cpas.principalManager.id());
        subdivision = subdivision(qualities, "Aide sociale");
        otherSubdivision = subdivision(qualities, "Insertion");
        principalManagerId = idOf(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, null, cpas.principalManager);
        coPrincipalManagerId = idOf(ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null, cpas.coPrincipalManager);
        localManagerId = idOf(ResponsibilityKind.LOCAL_MANAGER, social, cpas.localManager);
        otherCoPrincipal = cpas.person("Corinne");
        otherCoPrincipalId = give(otherCoPrincipal, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null, null);
        blockedCoPrincipal = cpas.person("Basile");
        blockedCoPrincipalId =
                blocked(give(blockedCoPrincipal, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null, null));
        coLocalManager = cpas.person("Colette");
        coLocalManagerId = give(coLocalManager, ResponsibilityKind.CO_LOCAL_MANAGER, social, null);
        secondCoLocalManager = cpas.person("Conrad");
        secondCoLocalManagerId = give(secondCoLocalManager, ResponsibilityKind.CO_LOCAL_MANAGER, social, null);
        blockedCoLocalManager = cpas.person("Blanche");
        blockedCoLocalManagerId =
                blocked(give(blockedCoLocalManager, ResponsibilityKind.CO_LOCAL_MANAGER, social, null));
        formerCoLocalManager = cpas.person("Fabien");
        access.end(
                List.of(give(formerCoLocalManager, ResponsibilityKind.CO_LOCAL_MANAGER, social, null)),
                LAST_YEAR,
                basis);
        otherLocalManager = cpas.person("Olga");
        otherLocalManagerId = give(otherLocalManager, ResponsibilityKind.LOCAL_MANAGER, employer.id(), null);
        technicalUser = cpas.person("Théo");
        technicalUserId = give(technicalUser, ResponsibilityKind.TECHNICAL_USER, social, null);
        subdivisionManager = cpas.person("Suzanne");
        subdivisionManagerId = give(subdivisionManager, ResponsibilityKind.SUBDIVISION_MANAGER, social, subdivision);
        coSubdivisionManager = cpas.person("Serge");
        coSubdivisionManagerId =
                give(coSubdivisionManager, ResponsibilityKind.CO_SUBDIVISION_MANAGER, social, subdivision);
        userOfSubdivision = cpas.person("Ulysse");
        give(userOfSubdivision, ResponsibilityKind.USER, social, subdivision);
        cpas.giveRight(userOfSubdivision, "E_BOX_USER", social);
        blockedUserOfSubdivision = cpas.person("Urbain");
        blocked(give(blockedUserOfSubdivision, ResponsibilityKind.USER, social, subdivision));
        userOfOtherSubdivision = cpas.person("Uma");
        give(userOfOtherSubdivision, ResponsibilityKind.USER, social, otherSubdivision);
        supportAgent = cpas.supportAgent("Sophie");
        colleague = cpas.person("Claude");
        directory.relate(colleague.id(), cpas.cpas.id(), RelationshipCategory.OFFICIAL, LONG_AGO, "Travaille au CPAS");
        stranger = cpas.person("Étienne");
    }

    /** Acts for nobody in particular. */
    public static Actor as(Person person) {
        return new Actor(person.id(), null, SignInLevel.EID);
    }

    /** Makes that person something in the CPAS, since long ago; whoever uses something there works there. */
    public UUID give(
            Person person, ResponsibilityKind kind, @Nullable QualityId quality, @Nullable SubdivisionId subdivision) {
        if (kind == ResponsibilityKind.USER) {
            directory.relate(person.id(), cpas.cpas.id(), RelationshipCategory.OFFICIAL, LONG_AGO, "Travaille au CPAS");
        }
        UUID id = UUID.randomUUID();
        access.begin(
                new Responsibility(id, kind, cpas.cpas.id(), quality, subdivision, person.id(), LONG_AGO, null, basis));
        return id;
    }

    /** Blocks that responsibility since last year. */
    public UUID blocked(UUID responsibility) {
        access.block(List.of(responsibility), LAST_YEAR, basis);
        return responsibility;
    }

    private SubdivisionId subdivision(Qualities qualities, String name) {
        SubdivisionId id = new SubdivisionId(UUID.randomUUID());
        qualities.create(new Subdivision(id, cpas.socialAction.id(), name));
        return id;
    }

    private UUID idOf(ResponsibilityKind kind, @Nullable QualityId quality, Person person) {
        return access.incumbents(kind, cpas.cpas.id(), quality, null, Instant.now()).stream()
                .filter(held -> held.person().equals(person.id()))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
