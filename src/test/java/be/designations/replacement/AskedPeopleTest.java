package be.designations.replacement;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.BasisId;
import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.testing.InMemoryAccessModel;
import be.designations.testing.InMemoryDirectory;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AskedPeopleTest {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant BEFORE = Instant.parse("2020-01-01T00:00:00Z");

    private final OrganisationId entity = new OrganisationId(UUID.randomUUID());
    private final PersonId head = somebody();
    private final PersonId principal = somebody();
    private final PersonId coPrincipal = somebody();
    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final InMemoryAccessModel access = new InMemoryAccessModel();

    @Test
    void the_legal_representatives_replace_the_principal_manager() {
        PersonId former = somebody();
        directory.give(head, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, entity, BEFORE, null);
        directory.give(former, LegalFunctionKind.CHAIR, entity, BEFORE, NOW);
        Responsibility held = give(principal, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER);
        give(coPrincipal, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER);

        assertThat(AskedPeople.of(held, directory, access, NOW)).containsExactly(head);
    }

    @ParameterizedTest
    @EnumSource(
            value = ResponsibilityKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PRINCIPAL_ACCESS_MANAGER", "CO_PRINCIPAL_ACCESS_MANAGER", "USER"})
    void the_principal_and_co_principal_managers_replace_everybody_else(ResponsibilityKind kind) {
        give(principal, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER);
        give(coPrincipal, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER);

        Responsibility held = give(somebody(), kind);

        assertThat(AskedPeople.areRepresentatives(held, access, NOW)).isFalse();
        assertThat(AskedPeople.of(held, directory, access, NOW)).containsExactlyInAnyOrder(principal, coPrincipal);
    }

    @Test
    void whoever_is_to_be_replaced_is_not_asked_while_another_can_be() {
        give(principal, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER);
        Responsibility held = give(coPrincipal, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER);

        assertThat(AskedPeople.of(held, directory, access, NOW)).containsExactly(principal);
    }

    @Test
    void whoever_is_to_be_replaced_is_asked_when_nobody_else_is_there() {
        Responsibility held = give(coPrincipal, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER);

        assertThat(AskedPeople.of(held, directory, access, NOW)).containsExactly(coPrincipal);
    }

    @Test
    void a_blocked_manager_is_not_asked() {
        access.block(give(principal, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER));
        give(coPrincipal, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER);

        assertThat(AskedPeople.of(give(somebody(), ResponsibilityKind.CO_LOCAL_MANAGER), directory, access, NOW))
                .containsExactly(coPrincipal);
    }

    @Test
    void where_nobody_manages_the_entity_its_legal_representatives_are_asked() {
        directory.give(head, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, entity, BEFORE, null);
        access.block(give(principal, ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER));
        Responsibility held = give(somebody(), ResponsibilityKind.CO_LOCAL_MANAGER);

        assertThat(AskedPeople.areRepresentatives(held, access, NOW)).isTrue();
        assertThat(AskedPeople.of(held, directory, access, NOW)).containsExactly(head);
    }

    private Responsibility give(PersonId person, ResponsibilityKind kind) {
        boolean ofEntity = ResponsibilityKind.ENTITY_MANAGERS.contains(kind);
        Responsibility held = new Responsibility(
                UUID.randomUUID(),
                kind,
                entity,
                ofEntity ? null : new QualityId(UUID.randomUUID()),
                null,
                person,
                BEFORE,
                null,
                new BasisId(UUID.randomUUID()));
        access.begin(held);
        return held;
    }

    private static PersonId somebody() {
        return new PersonId(UUID.randomUUID());
    }
}
