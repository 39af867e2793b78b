package be.designations.decisions;

import be.designations.access.QualityId;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.testing.ApiCaller;
import be.designations.testing.ManagedWorld;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applications that ask about a CPAS and its people. */
final class AskingWorld {

    private static final AtomicInteger UNITS = new AtomicInteger(21_000_000);
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    final ManagedWorld managed;
    final Actor agent;
    private final Registrations registrations;
    private final JdbcClient jdbc;
    private final UUID basis = UUID.randomUUID();

    AskingWorld(ManagedWorld managed, Registrations registrations, JdbcClient jdbc) {
        this.managed = managed;
        this.registrations = registrations;
        this.jdbc = jdbc;
        this.agent = ManagedWorld.as(managed.supportAgent);
        jdbc.sql("""
                        insert into basis (id, operation, decided_by, decided_at, legal_basis)
                        values (:id, 'grant-rights', :by, :at, 'Art. 6')""")
                .param("id", basis)
                .param("by", managed.cpas.localManager.id().value())
                .param("at", Timestamp.from(Instant.parse("2024-05-06T07:08:09Z")))
                .update();
    }

    String basis() {
        return basis.toString();
    }

    /** @return its client id */
    String application(boolean seesBasis, String... roles) {
        String id = "app-" + UUID.randomUUID().toString().substring(0, 12);
        registrations.register(agent, id, new ApplicationDetails("Application " + id, seesBasis, false, Set.of(roles)));
        return id;
    }

    String key(String clientId) {
        return registrations.makeKey(
                agent, clientId, registrations.find(agent, clientId).keys().size());
    }

    /** An application with a key, ready to ask. */
    ApiCaller asker(ApiCaller api, boolean seesBasis, String... roles) {
        String id = application(seesBasis, roles);
        return by(api, id, key(id));
    }

    static ApiCaller by(ApiCaller api, String clientId, String key) {
        return api.with("Authorization", basic(clientId, key)).with("Accept-Language", "en");
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ':' + password).getBytes(StandardCharsets.UTF_8));
    }

    UUID right(Person person, String role) {
        return right(person, role, managed.cpas.socialAction.id(), Instant.parse(LONG_AGO), null);
    }

    UUID right(Person person, String role, QualityId quality, Instant from, @Nullable Instant until, String... units) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into role_assignment (id, person_id, role_code, quality_id, valid_from, valid_until, basis_id,
                                                     establishment_units)
                        values (:id, :person, :role, :quality, :from, :until, :basis, cast(:units as char(10)[]))""")
                .param("id", id)
                .param("person", person.id().value())
                .param("role", role)
                .param("quality", quality.value())
                .param("from", Timestamp.from(from))
                .param("until", until == null ? null : Timestamp.from(until))
                .param("basis", basis)
                .param("units", '{' + String.join(",", units) + '}')
                .update();
        return id;
    }

    /** A place of work of that entity. */
    String unit(Organisation organisation) {
        String number =
                EstablishmentUnitNumber.withCheckDigits(UNITS.incrementAndGet()).value();
        jdbc.sql("""
                        insert into establishment_unit (number, organisation_id, name, street, postal_code, locality, valid_from)
                        values (:number, :organisation, 'Maison', 'Rue 1', '5000', 'Namur', :from)""")
                .param("number", number)
                .param("organisation", organisation.id().value())
                .param("from", Timestamp.from(Instant.parse(LONG_AGO)))
                .update();
        return number;
    }

    String entity() {
        return managed.cpas.cpas.enterpriseNumber().value();
    }
}
