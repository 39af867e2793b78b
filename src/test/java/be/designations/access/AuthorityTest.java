package be.designations.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotAllowedException;
import be.designations.testing.InMemoryAccessModel;
import be.designations.testing.InMemoryDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far the authority of the access manager of a domain reaches. */
class AuthorityTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DomainCode FINANCE = new DomainCode("FINANCE");
    private static final DomainCode MOBILITY = new DomainCode("MOBILITY");
    private static final DomainCode SOCIAL = new DomainCode("SOCIAL_SECURITY");

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryAccessModel access = new InMemoryAccessModel(directory);
    private final Capacities capacities = new Capacities(access, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Authority authority = new Authority(
            capacities,
            new AccessReaders(capacities, access),
            access,
            access,
            directory,
            Clock.fixed(NOW, ZoneOffset.UTC));

    private final Organisation entity = organisation();
    private final PersonId person = new PersonId(UUID.randomUUID());
    private final Actor actor = new Actor(person, entity.id(), SignInLevel.ITSME);
    private final Quality federal = quality(QualityKind.FEDERAL_VALUE_ADDED_SERVICES);
    private final Quality social = quality(QualityKind.SOCIAL_SECURITY);

    AuthorityTest() {
        access.addDomain(FINANCE, Set.of(QualityKind.FEDERAL_VALUE_ADDED_SERVICES));
        access.addDomain(SOCIAL, Set.of(QualityKind.SOCIAL_SECURITY));
    }

    @Test
    void an_access_manager_reaches_roles_of_the_own_domain_where_it_has_applications() {
        holds(ResponsibilityKind.ACCESS_MANAGER, null, null, FINANCE);

        var reach = authority.requireInQuality(actor, federal.id(), ManagementTask.RIGHTS);

        assertThat(reach.isOfDomainsOnly()).isTrue();
        assertThat(reach.covers(null)).isTrue();
        assertThat(reach.coversWholly(null)).isFalse();
        assertThat(reach.coversEverywhere(Set.of(FINANCE))).isTrue();
        assertThat(reach.coversEverywhere(Set.of(FINANCE, SOCIAL))).isFalse();
        assertThat(reach.coversEverywhere(Set.of(MOBILITY))).isFalse();
        assertThat(authority.tasks(actor, entity.id(), federal.id())).contains(ManagementTask.RIGHTS);
    }

    @Test
    void an_access_manager_does_nothing_else() {
        holds(ResponsibilityKind.ACCESS_MANAGER, null, null, FINANCE);

        assertThat(authority.tasks(actor, entity.id(), (QualityId) null)).isEmpty();
        assertThat(authority.tasks(actor, entity.id(), social.id())).isEmpty();
        assertThat(authority.tasks(actor, entity.id(), federal.id()))
                .containsExactlyInAnyOrder(ManagementTask.RIGHTS, ManagementTask.CO_DOMAIN_MANAGERS);
        assertThatThrownBy(() -> authority.requireInQuality(actor, federal.id(), ManagementTask.USERS))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> authority.requireInQuality(actor, social.id(), ManagementTask.RIGHTS))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void an_access_manager_names_co_managers_of_the_own_domain_and_a_co_manager_none() {
        holds(ResponsibilityKind.ACCESS_MANAGER, null, null, FINANCE);
        holds(ResponsibilityKind.CO_ACCESS_MANAGER, null, null, SOCIAL);

        var tasks = authority.tasksByDomain(actor, entity.id(), List.of(FINANCE, MOBILITY, SOCIAL));

        assertThat(tasks.get(FINANCE)).contains(ManagementTask.CO_DOMAIN_MANAGERS);
        assertThat(tasks.get(FINANCE)).doesNotContain(ManagementTask.DOMAIN_MANAGERS);
        assertThat(tasks.get(MOBILITY)).isEmpty();
        assertThat(tasks.get(SOCIAL)).doesNotContain(ManagementTask.CO_DOMAIN_MANAGERS);
    }

    @Test
    void the_principal_manager_and_the_local_manager_keep_all() {
        holds(ResponsibilityKind.ACCESS_MANAGER, null, null, FINANCE);
        holds(ResponsibilityKind.LOCAL_MANAGER, federal.id(), null, null);

        var reach = authority.requireInQuality(actor, federal.id(), ManagementTask.RIGHTS);

        assertThat(reach.coversWholly(null)).isTrue();
        assertThat(reach.coversEverywhere(Set.of(SOCIAL))).isTrue();
        assertThat(reach.domains()).isNull();
    }

    @Test
    void a_subdivision_and_a_domain_give_each_their_own_and_not_one_for_the_other() {
        var subdivision = new SubdivisionId(UUID.randomUUID());
        holds(ResponsibilityKind.ACCESS_MANAGER, null, null, FINANCE);
        holds(ResponsibilityKind.SUBDIVISION_MANAGER, federal.id(), subdivision, null);

        var rights = authority.requireInQuality(actor, federal.id(), ManagementTask.RIGHTS);
        var users = authority.requireInQuality(actor, federal.id(), ManagementTask.USERS);

        assertThat(rights.coversWholly(subdivision)).isTrue();
        assertThat(rights.coversWholly(null)).isFalse();
        assertThat(rights.covers(null)).isTrue();
        assertThat(rights.coversEverywhere(Set.of(SOCIAL))).isFalse();
        assertThat(users.covers(subdivision)).isTrue();
        assertThat(users.covers(null)).isFalse();
    }

    private void holds(
            ResponsibilityKind kind,
            @Nullable QualityId quality,
            @Nullable SubdivisionId subdivision,
            @Nullable DomainCode domain) {
        access.begin(new Responsibility(
                UUID.randomUUID(),
                kind,
                entity.id(),
                quality,
                subdivision,
                person,
                NOW,
                null,
                new BasisId(UUID.randomUUID()),
                domain,
                null));
    }

    private Quality quality(QualityKind kind) {
        Quality quality = new Quality(new QualityId(UUID.randomUUID()), entity.id(), kind, "0999000030", null, NOW);
        access.add(quality);
        return quality;
    }

    private Organisation organisation() {
        Organisation organisation = new Organisation(
                OrganisationId.random(),
                EnterpriseNumber.of("0999000030"),
                "Entité",
                "Entiteit",
                "Einheit",
                OrganisationKind.ENTERPRISE,
                null,
                Language.FR,
                List.of(),
                "entite@test.example",
                "Rue",
                "1000",
                "Bruxelles",
                NOW);
        directory.add(organisation);
        return organisation;
    }
}
