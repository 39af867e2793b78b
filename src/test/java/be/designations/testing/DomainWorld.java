package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.DomainCode;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A CPAS with federal services and those who look after two domains of them. */
public final class DomainWorld {

    public static final DomainCode FINANCE = new DomainCode("FINANCE");
    public static final DomainCode ECONOMY = new DomainCode("ECONOMY");
    public static final DomainCode MOBILITY = new DomainCode("MOBILITY");

    /** Of finances. */
    public static final String CUSTOMS = "CUSTOMS_REGISTRATION_USER";

    /** Of economy. */
    public static final String ONEGATE = "ONEGATE_ADMIN";

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private final AccessModel access;
    private final BasisId basis;

    public final CpasWorld cpas;
    public final Quality federal;
    public final Person accessManager;
    public final UUID accessManagerId;
    public final Person coAccessManager;
    public final UUID coAccessManagerId;
    public final Person otherAccessManager;
    public final Person blockedCoAccessManager;
    public final UUID blockedCoAccessManagerId;
    /** With a right of each domain. */
    public final Person federalUser;
    /** Works there, and is nothing in any quality. */
    public final Person colleague;

    public DomainWorld(CpasWorld cpas, Directory directory, AccessModel access, Qualities qualities) {
        this.cpas = cpas;
        this.access = access;
        basis = access.save(Basis.of(null, "reference-data", null, LONG_AGO, null, null));
        federal = new Quality(
                new QualityId(UUID.randomUUID()),
                cpas.cpas.id(),
                QualityKind.FEDERAL_VALUE_ADDED_SERVICES,
                cpas.cpas.enterpriseNumber().value(),
                "federal@test.example",
                LONG_AGO);
        qualities.activate(federal, cpas.principalManager.id());
        accessManager = cpas.person("Fanny");
        accessManagerId = give(accessManager, ResponsibilityKind.ACCESS_MANAGER, null, FINANCE);
        coAccessManager = cpas.person("Coline");
        coAccessManagerId = give(coAccessManager, ResponsibilityKind.CO_ACCESS_MANAGER, null, FINANCE);
        otherAccessManager = cpas.person("Édouard");
        give(otherAccessManager, ResponsibilityKind.ACCESS_MANAGER, null, ECONOMY);
        blockedCoAccessManager = cpas.person("Barbara");
        blockedCoAccessManagerId = give(blockedCoAccessManager, ResponsibilityKind.CO_ACCESS_MANAGER, null, FINANCE);
        access.block(List.of(blockedCoAccessManagerId), LONG_AGO, basis);
        federalUser = cpas.person("Ulla");
        directory.relate(
                federalUser.id(), cpas.cpas.id(), RelationshipCategory.OFFICIAL, LONG_AGO, "Travaille au CPAS");
        give(federalUser, ResponsibilityKind.USER, federal.id(), null);
        cpas.giveRight(federalUser, CUSTOMS, federal.id());
        cpas.giveRight(federalUser, ONEGATE, federal.id());
        colleague = cpas.person("Clément");
        directory.relate(colleague.id(), cpas.cpas.id(), RelationshipCategory.OFFICIAL, LONG_AGO, "Travaille au CPAS");
    }

    /** Makes that person something in the CPAS, since long ago. */
    public UUID give(Person person, ResponsibilityKind kind, @Nullable QualityId quality, @Nullable DomainCode domain) {
        UUID id = UUID.randomUUID();
        access.begin(new Responsibility(
                id, kind, cpas.cpas.id(), quality, null, person.id(), LONG_AGO, null, basis, domain, null));
        return id;
    }
}
