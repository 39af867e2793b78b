package be.designations.management.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import be.designations.access.QualityId;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.SubdivisionId;
import be.designations.calendar.Days;
import be.designations.directory.Person;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.identifier.NssoNumber;
import be.designations.identifier.PplNumber;
import be.designations.security.SignedIn;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What managers do through the API, with the rules and the database behind it. */
@ExtendWith(OutputCaptureExtension.class)
class ManagementApiIT extends WholeApplication {

    private static final String RELATIONSHIP =
            "'relationship': {'category': 'PERMANENT', 'email': 'x@test.example', 'phone': '+3281000000'}";
    private static final AtomicInteger NUMBERS = new AtomicInteger(700_000);

    @Autowired
    WebApplicationContext context;

    CpasWorld world;
    String entity;
    String quality;

    @BeforeEach
    void newWorld() {
        world = worlds.cpas();
        entity = "/api/v1/entities/" + number(world);
        quality = "/api/v1/qualities/" + world.socialAction.id().value();
    }

    private static String number(CpasWorld world) {
        return world.cpas.enterpriseNumber().value();
    }

    private static Answer expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** A body that names that person and says what ties them to the entity. */
    private static String naming(Person person, String... more) {
        return "{'niss': '" + person.niss().formatted() + "', " + RELATIONSHIP
                + (more.length == 0 ? "" : ", " + String.join(", ", more)) + "}";
    }

    /** The address of another quality of the entity, without a local manager. */
    private String youthCare() {
        return expect(
                        201,
                        api.as(world.principalManager)
                                .post(
                                        entity + "/qualities",
                                        "{'kind': 'YOUTH_CARE', 'identifier': '" + number(world)
                                                + "', 'email': 'jeunesse@test.example'}"))
                .header("Location")
                .orElseThrow();
    }

    private static QualityId id(String address) {
        return new QualityId(UUID.fromString(address.replaceFirst(".*/", "")));
    }

    private List<ResponsibilityKind> held(QualityId where, Person person) {
        return access.responsibilitiesIn(where, person.id(), Instant.now()).stream()
                .map(Responsibility::kind)
                .toList();
    }

    private String subdivision(String name) {
        return expect(201, api.as(world.localManager).post(quality + "/subdivisions", "{'name': '" + name + "'}"))
                .header("Location")
                .orElseThrow();
    }

    private Person added(String firstName, String... more) {
        Person person = world.person(firstName);
        expect(201, api.as(world.localManager).post(quality + "/users", naming(person, more)));
        return person;
    }

    private Answer act(Person actor, String action, String more, Person... people) {
        return api.as(actor).post(quality + "/user-actions", action(action, more, people));
    }

    private static String action(String action, String more, Person... people) {
        List<String> ids = new ArrayList<>();
        for (Person person : people) {
            ids.add("'" + person.id() + "'");
        }
        return "{'action': '" + action + "', 'people': [" + String.join(", ", ids) + "]"
                + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    /** Outcome and code of each line. */
    private static List<String> lines(Answer answer) {
        List<String> lines = new ArrayList<>();
        for (JsonNode line : expect(200, answer).at("/people")) {
            lines.add((line.path("outcome").asText() + " "
                            + line.path("why").path("code").asText())
                    .strip());
        }
        return lines;
    }

    private List<String> rights(Person person) {
        return access.rights(world.socialAction.id(), person.id(), Instant.now());
    }

    private static String inYears(int years) {
        return LocalDate.now(ZoneId.of("Europe/Brussels")).plusYears(years).toString();
    }

    @Nested
    class TheEntity {

        @Test
        void is_written_to_as_its_managers_say() {
            Answer changed = expect(
                    200,
                    api.as(world.coPrincipalManager)
                            .put(entity + "/details", "{'email': 'direction@test.example', 'letterLanguage': 'fr'}"));

            assertThat(changed.text("/email")).isEqualTo("direction@test.example");
            assertThat(expect(200, api.as(world.principalManager).get(entity + "/details"))
                            .text("/email"))
                    .isEqualTo("direction@test.example");
        }

        /** D113 */
        @Test
        void is_reached_as_its_managers_say_and_the_log_names_nobody() {
            String said = "{'email': 'direction@test.example', 'letterLanguage': 'fr', 'phone': '+32 81 00 00 00',"
                    + " 'contactPerson': 'Élise Warnier'}";

            Answer changed = expect(200, api.as(world.principalManager).put(entity + "/details", said));
            expect(200, api.as(world.principalManager).put(entity + "/details", said));

            assertThat(changed.text("/phone")).isEqualTo("+32 81 00 00 00");
            assertThat(changed.text("/contactPerson")).isEqualTo("Élise Warnier");
            assertThat(jdbc.sql("select after::text from audit_event where operation = 'management.entity-changed'"
                                    + " and subject_id = :id")
                            .param("id", world.cpas.id().toString())
                            .query(String.class)
                            .single())
                    .contains("\"phone\": true", "\"contactPerson\": true")
                    .doesNotContain("81 00 00", "Warnier");
            assertThat(api.as(world.head).get(entity + "/details").status()).isEqualTo(403);
            assertThat(api.as(worlds.cpas().principalManager)
                            .get(entity + "/details")
                            .status())
                    .isEqualTo(404);
            Answer wrong = api.as(world.principalManager)
                    .put(
                            entity + "/details",
                            "{'email': 'a@b.example', 'letterLanguage': 'fr', 'phone': 'x', 'contactPerson': '"
                                    + "x".repeat(101) + "'}");
            assertThat(expect(400, wrong).issues())
                    .containsExactly(
                            "phone: management.phone-unreadable", "contactPerson: management.contact-person-too-long");
            assertThat(api.as(world.principalManager)
                            .put(
                                    entity + "/details",
                                    "{'email': 'a@b.example', 'letterLanguage': 'fr',"
                                            + " 'contactPerson': '\\u0007\\n Élise\\tWarnier'}")
                            .text("/contactPerson"))
                    .isEqualTo("Élise Warnier");
        }

        @Test
        void is_not_written_to_in_a_language_that_is_not_of_its_region() {
            Answer answer = api.as(world.principalManager)
                    .with("Accept-Language", "nl-BE")
                    .put(entity + "/details", "{'email': 'nobody', 'letterLanguage': 'nl'}");

            assertThat(expect(400, answer).issues())
                    .containsExactly(
                            "email: management.email-unreadable", "letterLanguage: management.language-not-of-region");
            assertThat(answer.header("Content-Language")).contains("nl-BE");
            assertThat(directory.organisation(world.cpas.id()).email()).isEqualTo(world.cpas.email());
        }

        @Test
        void begins_to_act_in_a_quality_once() {
            String address = youthCare();
            assertThat(expect(200, api.as(world.principalManager).get(address)).text("/kind/code"))
                    .isEqualTo("YOUTH_CARE");

            Answer again = api.as(world.coPrincipalManager)
                    .post(
                            entity + "/qualities",
                            "{'kind': 'YOUTH_CARE', 'identifier': '" + number(world)
                                    + "', 'email': 'jeunesse@test.example'}");

            assertThat(expect(409, again).text("/code")).isEqualTo("management.quality-active-already");
            assertThat(expect(200, api.as(world.principalManager).get(entity)).at("/qualities"))
                    .hasSize(2);
        }

        @Test
        void does_not_get_an_onss_number_where_an_orpss_number_is_asked_for() {
            String onss = NssoNumber.withCheckDigits(1_000_000 + NUMBERS.incrementAndGet())
                    .value();
            String orpss = PplNumber.withCheckDigits(NUMBERS.incrementAndGet()).value();
            String body = "{'kind': 'PPL_EMPLOYER', 'identifier': '%s', 'email': 'p@test.example'}";

            Answer refused = api.as(world.principalManager).post(entity + "/qualities", body.formatted(onss));

            assertThat(expect(400, refused).issues())
                    .containsExactly("identifier: management.identifier-of-another-type.PPL_NUMBER");
            assertThat(refused.text("/issues/0/detail")).contains("ORPSS");
            Answer taken = api.as(world.principalManager).post(entity + "/qualities", body.formatted(orpss));
            assertThat(expect(201, taken).text("/identifier")).isEqualTo(orpss);
        }

        @Test
        void tells_its_places_of_work_to_whoever_manages_users_there() {
            String unit = unit("Antenne de Testville");

            assertThat(expect(200, api.as(world.localManager).get(entity + "/establishment-units"))
                            .text("/items/0/number"))
                    .isEqualTo(unit);
            assertThat(expect(200, api.as(world.principalManager).get(entity + "/establishment-units"))
                            .text("/items/0/name"))
                    .isEqualTo("Antenne de Testville");
            expect(403, api.as(world.user).get(entity + "/establishment-units"));
            expect(403, api.as(world.head).get(entity + "/establishment-units"));
            expect(404, api.as(world.candidate).get(entity + "/establishment-units"));
        }
    }

    private String unit(String name) {
        String number = EstablishmentUnitNumber.withCheckDigits(23_000_000 + NUMBERS.incrementAndGet())
                .value();
        jdbc.sql("""
                        insert into establishment_unit (number, organisation_id, name, street, postal_code, locality, valid_from)
                        values (:number, :cpas, :name, '', '5000', '', now() - interval '1 year')""")
                .param("number", number)
                .param("cpas", world.cpas.id().value())
                .param("name", name)
                .update();
        return number;
    }

    @Nested
    class Posts {

        @Test
        void a_co_principal_manager_is_designated_blocked_unblocked_and_removed() {
            Person person = world.person("Corentin");

            Answer added = api.as(world.principalManager).post(entity + "/co-managers", naming(person));

            String address = expect(201, added).header("Location").orElseThrow();
            assertThat(added.text("/kind/code")).isEqualTo("CO_PRINCIPAL_ACCESS_MANAGER");
            assertThat(manager(person).text("/id")).isEqualTo(added.text("/id"));
            expect(204, api.as(world.coPrincipalManager).post(address + "/block", "{'reason': 'Absence'}"));
            assertThat(manager(person).text("/blocked")).isEqualTo("true");
            expect(204, api.as(world.coPrincipalManager).post(address + "/unblock", "{}"));
            expect(204, api.as(world.principalManager).post(address + "/removal", "{}"));
            assertThat(expect(200, api.as(world.principalManager).get(address)).text("/running"))
                    .isEqualTo("false");
            assertThat(expect(200, api.as(world.principalManager).get(entity + "/managers"))
                            .body())
                    .doesNotContain(person.id().toString());
        }

        /** The line of that person among the managers of the entity, as its own answer. */
        private Found manager(Person person) {
            for (JsonNode line : expect(200, api.as(world.principalManager).get(entity + "/managers"))
                    .at("/items")) {
                if (line.at("/person/id").asText().equals(person.id().toString())) {
                    return new Found(line);
                }
            }
            throw new AssertionError("no manager " + person);
        }

        private record Found(JsonNode line) {

            String text(String pointer) {
                return line.at(pointer).asText();
            }
        }

        @Test
        void the_principal_manager_is_neither_blocked_nor_removed() {
            String rae = expect(200, api.as(world.coPrincipalManager).get(entity + "/managers"))
                    .text("/items/0/id");

            for (String what : List.of("block", "unblock", "removal")) {
                Answer answer =
                        api.as(world.coPrincipalManager).post("/api/v1/responsibilities/" + rae + "/" + what, "{}");
                assertThat(expect(400, answer).text("/issues/0/code")).isEqualTo("management.principal-manager-stays");
            }
        }

        @Test
        void a_local_manager_follows_another_at_the_same_instant() {
            String youth = youthCare();
            Person first = world.person("Gaston");
            Person second = world.person("Gisèle");
            expect(200, api.as(world.principalManager).put(youth + "/local-manager", naming(first)));

            Answer asked = api.as(world.principalManager).post(youth + "/local-manager/candidates", number(second));
            Answer changed = api.as(world.principalManager).put(youth + "/local-manager", naming(second));

            assertThat(expect(200, asked).text("/successorOf")).isEqualTo(first.displayName());
            assertThat(asked.text("/related")).isEqualTo("false");
            assertThat(asked.at("/refusals")).isEmpty();
            assertThat(expect(200, changed).text("/name")).isEqualTo(second.displayName());
            Answer read = expect(200, api.as(world.principalManager).get(youth));
            assertThat(read.text("/localManager/id")).isEqualTo(changed.text("/id"));
            assertThat(read.text("/formerLocalManagers/0/until")).isEqualTo(read.text("/localManager/since"));
        }

        private static String number(Person person) {
            return "{'niss': '" + person.niss().value() + "'}";
        }

        @Test
        void in_social_action_only_the_officer_becomes_local_manager() {
            Answer answer = api.as(world.principalManager).put(quality + "/local-manager", naming(world.candidate));

            assertThat(expect(400, answer).issues()).containsExactly("niss: access.local-manager-is-not-dpd");
            assertThat(held(world.socialAction.id(), world.localManager))
                    .containsExactly(ResponsibilityKind.LOCAL_MANAGER);
        }

        @Test
        void a_user_rises_only_when_the_manager_says_that_they_cease_to_be_one() {
            Answer asked = api.as(world.localManager).post(quality + "/co-managers/candidates", number(world.user));
            assertThat(expect(200, asked).text("/needsRemoval")).isEqualTo("true");
            assertThat(asked.text("/inTheWay/0/code")).isEqualTo("USER");
            assertThat(asked.body()).doesNotContain(world.user.niss().value());

            Answer refused = api.as(world.localManager).post(quality + "/co-managers", naming(world.user));
            assertThat(expect(400, refused).issues())
                    .containsExactly("confirmRemoval: management.removal-not-confirmed");
            Answer risen = api.as(world.localManager)
                    .post(quality + "/co-managers", naming(world.user, "'confirmRemoval': true"));

            expect(201, risen);
            assertThat(held(world.socialAction.id(), world.user)).containsExactly(ResponsibilityKind.CO_LOCAL_MANAGER);
        }

        @Test
        void a_technical_user_and_a_mailbox_are_the_local_managers_to_name() {
            Person contact = world.person("Tess");

            Answer named = api.as(world.localManager).put(quality + "/technical-user", naming(contact));
            expect(204, api.as(world.localManager).put(quality + "/email", "{'email': 'aide@test.example'}"));

            assertThat(expect(200, named).text("/kind/code")).isEqualTo("TECHNICAL_USER");
            assertThat(api.as(world.localManager).get(quality).text("/email")).isEqualTo("aide@test.example");
        }

        @Test
        void a_subdivision_has_a_manager_and_co_managers_who_see_its_users_only() {
            String address = subdivision("Aide familiale");
            expect(200, api.as(world.localManager).call("PATCH", address, "{'name': 'Aide aux familles'}"));
            Person manager = world.person("Sam");
            Person coManager = world.person("Sara");
            expect(200, api.as(world.localManager).put(address + "/manager", naming(manager)));
            expect(201, api.as(world.localManager).post(address + "/co-managers", naming(coManager)));
            Person inside = world.person("Ines");
            String body = naming(inside, "'subdivision': '" + address.replaceFirst(".*/", "") + "'");
            expect(201, api.as(coManager).post(quality + "/users", body));

            assertThat(expect(200, api.as(manager).get(quality + "/users")).at("/items"))
                    .hasSize(1)
                    .first()
                    .satisfies(line ->
                            assertThat(line.at("/subdivision/name").asText()).isEqualTo("Aide aux familles"));
            Answer outside = api.as(manager).post(quality + "/users", naming(world.person("Odile")));
            assertThat(expect(400, outside).issues()).containsExactly("subdivision: management.subdivision-not-yours");
            assertThat(lines(act(manager, "BLOCK", "", inside, world.user)))
                    .containsExactly("DONE", "REFUSED management.not-a-user");
            assertThat(expect(200, api.as(world.localManager).get(quality)).text("/subdivisions/0/users"))
                    .isEqualTo("1");
            assertThat(expect(200, api.as(world.localManager).get(quality)).body())
                    .contains("\"subdivision\":\"Aide aux familles\"");
            expect(403, api.as(manager).put(address + "/manager", naming(world.person("Noé"))));
            expect(403, api.as(manager).post(quality + "/subdivisions", "{'name': 'Autre'}"));
        }

        @Test
        void what_ties_a_stranger_to_the_entity_must_be_said() {
            Person stranger = world.person("Étienne");
            String niss = "{'niss': '" + stranger.niss().value() + "'";

            Answer without = api.as(world.principalManager).post(entity + "/co-managers", niss + "}");
            Answer wrong = api.as(world.principalManager)
                    .with("Accept-Language", "nl-BE")
                    .post(
                            entity + "/co-managers",
                            niss + ", 'relationship': {'category': 'EXTERNAL', 'email': 'x', 'phone': '1',"
                                    + " 'lastDay': '2020-01-01'}}");

            assertThat(expect(400, without).issues())
                    .containsExactly("relationship: management.no-working-relationship");
            assertThat(expect(400, wrong).issues())
                    .containsExactly(
                            "relationship.category: management.not-of-the-staff",
                            "relationship.email: management.email-unreadable",
                            "relationship.phone: management.phone-unreadable",
                            "relationship.lastDay: management.ends-in-the-past");
        }

        @Test
        void nobody_designates_themselves() {
            Answer answer =
                    api.as(world.principalManager).put(youthCare() + "/local-manager", naming(world.principalManager));

            assertThat(expect(400, answer).text("/issues/0/code")).isEqualTo("management.not-for-oneself");
        }

        @Test
        void a_number_that_is_no_longer_used_is_refused_without_being_repeated() {
            Person replaced = world.person("René");
            Person cancelled = world.person("Annie");
            withdraw(replaced, world.candidate);
            withdraw(cancelled, null);

            for (String path : List.of(quality + "/candidates", quality + "/users", quality + "/co-managers")) {
                assertRefused(path, replaced, "management.niss-replaced");
                assertRefused(path, cancelled, "management.niss-cancelled");
            }
        }

        private void withdraw(Person person, Person by) {
            jdbc.sql("insert into withdrawn_niss (niss, replaced_by, since) values (:niss, :by, now())")
                    .param("niss", person.niss().value())
                    .param("by", by == null ? null : by.niss().value())
                    .update();
        }

        private void assertRefused(String path, Person person, String code) {
            Answer answer = api.as(world.localManager).post(path, number(person));
            assertThat(expect(400, answer).issues()).containsExactly("niss: " + code);
            assertThat(answer.body())
                    .doesNotContain(
                            person.niss().value(), world.candidate.niss().value());
        }
    }

    @Nested
    class TheUsers {

        @Test
        void are_added_listed_given_applications_and_deleted() {
            Person person = added("Ugo", "'lastDay': '" + inYears(2) + "'");
            Answer roles = expect(200, api.as(world.localManager).get(quality + "/grantable-roles"));
            assertThat(roles.body()).contains("\"SOCIAL_WORKER\"");

            Answer preview = act(
                    world.localManager,
                    "ADD_APPLICATIONS",
                    "'roles': ['SOCIAL_WORKER'], 'lastDay': '" + inYears(1) + "', 'preview': true",
                    person);
            assertThat(lines(preview)).containsExactly("DONE");
            assertThat(preview.text("/preview")).isEqualTo("true");
            assertThat(rights(person)).isEmpty();
            Answer given = act(
                    world.localManager,
                    "ADD_APPLICATIONS",
                    "'roles': ['SOCIAL_WORKER'], 'lastDay': '" + inYears(1) + "'",
                    person);
            assertThat(lines(given)).containsExactly("DONE");
            assertThat(given.text("/people/0/roles/0")).isEqualTo("SOCIAL_WORKER");
            assertThat(rights(person)).containsExactly("SOCIAL_WORKER");

            Answer list = expect(200, api.as(world.localManager).get(quality + "/users?q=ugo"));
            assertThat(list.text("/items/0/person/id")).isEqualTo(person.id().toString());
            assertThat(list.text("/items/0/rights/0/role")).isEqualTo("SOCIAL_WORKER");
            assertThat(lines(act(world.localManager, "DELETE", "'reason': 'Départ'", person)))
                    .containsExactly("DONE");
            assertThat(rights(person)).isEmpty();
            assertThat(held(world.socialAction.id(), person)).isEmpty();
        }

        @Test
        void come_page_by_page() {
            added("Anne");
            added("Aude");

            Answer first = expect(200, api.as(world.localManager).get(quality + "/users?size=2"));
            Answer second = expect(200, api.as(world.localManager).get(first.text("/next")));

            assertThat(first.at("/items")).hasSize(2);
            assertThat(second.at("/items")).hasSize(1);
            assertThat(second.at("/next").isMissingNode()).isTrue();
        }

        @Test
        void of_whom_one_is_refused_do_not_keep_back_the_others() {
            Person one = added("Ugo");
            Person blocked = added("Bea");
            act(world.localManager, "BLOCK", "", blocked);
            String there = subdivision("Antenne Nord").replaceFirst(".*/", "");

            Answer answer = api.as(world.localManager)
                    .with("Accept-Language", "nl-BE")
                    .post(
                            quality + "/user-actions",
                            action("MOVE", "'subdivision': '" + there + "'", one, blocked, world.head));

            assertThat(lines(answer))
                    .containsExactly(
                            "DONE", "REFUSED management.blocked-is-not-moved", "REFUSED management.not-a-user");
            assertThat(answer.text("/people/0/name")).isEqualTo(one.displayName());
            assertThat(answer.at("/people/2/name").isMissingNode()).isTrue();
            assertThat(answer.text("/people/1/why/text")).isNotBlank().isNotEqualTo("management.blocked-is-not-moved");
            assertThat(access.responsibilitiesIn(world.socialAction.id(), one.id(), Instant.now()))
                    .extracting(Responsibility::subdivision)
                    .containsExactly(new SubdivisionId(UUID.fromString(there)));
        }

        /** D28 */
        @Test
        void are_given_nothing_while_they_are_blocked_unless_it_is_said() {
            Person one = added("Una");
            Person blocked = added("Bo");
            act(world.localManager, "BLOCK", "", blocked);
            String granting = "'roles': ['E_BOX_USER'], 'lastDay': '" + inYears(1) + "'";

            assertThat(lines(act(world.localManager, "ADD_APPLICATIONS", granting, one, blocked)))
                    .containsExactly("DONE", "REFUSED management.user-blocked");
            assertThat(lines(act(
                            world.localManager, "ADD_APPLICATIONS", granting + ", 'althoughBlocked': true", blocked)))
                    .containsExactly("DONE");

            assertThat(jdbc.sql("select count(*) from audit_event where subject_id = :person"
                                    + " and operation = 'management.applications-added'"
                                    + " and (after ->> 'althoughBlocked')::boolean")
                            .param("person", blocked.id().toString())
                            .query(Integer.class)
                            .single())
                    .isOne();
            assertThat(act(world.localManager, "UNBLOCK", "'althoughBlocked': true", blocked)
                            .issues())
                    .as("belongs to another action")
                    .isNotEmpty();
        }

        @Test
        void are_refused_applications_that_are_not_of_the_quality_or_not_in_a_place_of_it() {
            Person person = added("Ugo");
            String foreign = EstablishmentUnitNumber.withCheckDigits(23_000_000 + NUMBERS.incrementAndGet())
                    .value();

            assertThat(act(world.localManager, "ADD_APPLICATIONS", "'roles': ['DPD_REVIEWER']", person)
                            .issues())
                    .contains("roles: management.role-not-of-quality");
            assertThat(act(
                                    world.localManager,
                                    "ADD_APPLICATIONS",
                                    "'roles': ['SOCIAL_WORKER'], 'firstDay': '2020-01-01', 'context': ['" + foreign
                                            + "']",
                                    person)
                            .issues())
                    .contains("firstDay: management.begins-in-the-past", "context: management.unit-of-another-entity");
            assertThat(rights(person)).isEmpty();
        }

        @Test
        void keep_their_niss_from_those_whom_it_does_not_concern() {
            Person manager = world.person("Sam");
            String address = subdivision("Aide familiale");
            expect(200, api.as(world.localManager).put(address + "/manager", naming(manager)));
            Person inside = added("Ines", "'subdivision': '" + address.replaceFirst(".*/", "") + "'");

            assertThat(expect(200, api.as(world.localManager).get(quality + "/users"))
                            .body())
                    .contains(inside.niss().value());
            assertThat(expect(200, api.as(manager).get(quality + "/users")).body())
                    .contains(inside.displayName())
                    .doesNotContain(inside.niss().value());
            assertThat(expect(200, api.as(world.head).get(quality + "/users")).body())
                    .doesNotContain(inside.niss().value());
            expect(403, api.as(world.user).get(quality + "/users"));
        }
    }

    @Nested
    class WhoMayNot {

        /** A plus: may, and it is done; else the status. The manager is blocked, the co-local manager is not. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                # method | path                                    | body                                             | foreign | head | blocked | co-GL | user | desk
                PUT      | $entity/details                         | {'email': 'a@b.example', 'letterLanguage': 'fr'} | 404     | 403  | 404     | 403   | 403  | 403
                GET      | $entity/details                         |                                                  | 404     | 403  | 404     | 403   | 403  | 403
                GET      | $entity/managers                        |                                                  | 404     | 200  | 404     | 200   | 200  | 200
                GET      | $entity/establishment-units             |                                                  | 404     | 403  | 404     | 200   | 403  | 403
                POST     | $entity/qualities                       | {'kind': 'YOUTH_CARE', 'identifier': '1', 'email': 'a'} | 404 | 403 | 404  | 403   | 403  | 403
                POST     | $entity/co-managers                     | $new                                             | 404     | 403  | 404     | 403   | 403  | 403
                POST     | $entity/co-managers/candidates          | $niss                                            | 404     | 403  | 404     | 403   | 403  | 403
                PUT      | $quality/local-manager                  | $new                                             | 404     | 403  | 404     | 403   | 403  | 403
                POST     | $quality/local-manager/candidates       | $niss                                            | 404     | 403  | 404     | 403   | 403  | 403
                POST     | $quality/co-managers                    | $new                                             | 404     | 403  | 404     | 403   | 403  | 403
                POST     | $quality/co-managers/candidates         | $niss                                            | 404     | 403  | 404     | 403   | 403  | 403
                PUT      | $quality/technical-user                 | $new                                             | 404     | 403  | 404     | -     | 403  | 403
                POST     | $quality/technical-user/candidates      | $niss                                            | 404     | 403  | 404     | 200   | 403  | 403
                PUT      | $quality/email                          | {'email': 'a@b.example'}                         | 404     | 403  | 404     | -     | 403  | 403
                POST     | $quality/subdivisions                   | {'name': 'Nord'}                                 | 404     | 403  | 404     | -     | 403  | 403
                GET      | $subdivision                            |                                                  | 404     | 403  | 404     | 200   | 403  | 403
                PATCH    | $subdivision                            | {'name': 'Sud'}                                  | 404     | 403  | 404     | -     | 403  | 403
                PUT      | $subdivision/manager                    | $new                                             | 404     | 403  | 404     | -     | 403  | 403
                POST     | $subdivision/manager/candidates         | $niss                                            | 404     | 403  | 404     | 200   | 403  | 403
                POST     | $subdivision/co-managers                | $new                                             | 404     | 403  | 404     | -     | 403  | 403
                POST     | $subdivision/co-managers/candidates     | $niss                                            | 404     | 403  | 404     | 200   | 403  | 403
                GET      | $co-manager                             |                                                  | 404     | 403  | 404     | 403   | 403  | 403
                POST     | $co-manager/block                       | {}                                               | 404     | 403  | 404     | 403   | 403  | 403
                POST     | $co-manager/unblock                     | {}                                               | 404     | 403  | 404     | 403   | 403  | 403
                POST     | $co-manager/removal                     | {}                                               | 404     | 403  | 404     | 403   | 403  | 403
                POST     | $quality/candidates                     | $niss                                            | 404     | 403  | 404     | 200   | 403  | 403
                POST     | $quality/users                          | $new                                             | 404     | 403  | 404     | -     | 403  | 403
                GET      | $quality/users                          |                                                  | 404     | 200  | 404     | 200   | 403  | 200
                POST     | $quality/user-actions                   | {'action': 'BLOCK', 'people': ['$user']}         | 404     | 403  | 404     | -     | 403  | 403
                POST     | $quality/user-actions                   | {'action': 'BLOCK', 'people': ['$user'], 'preview': true} | 404 | 403 | 404 | 200  | 403  | 403
                GET      | $quality/grantable-roles                |                                                  | 404     | 403  | 404     | 200   | 403  | 403
                """)
        void is_told_so_and_changes_nothing(
                String method,
                String path,
                String body,
                int foreign,
                int head,
                int blocked,
                String coManager,
                int user,
                int desk) {
            var other = worlds.cpas();
            String subdivision = subdivision("Ouest");
            Person co = world.person("Colin");
            String coId = expect(201, api.as(world.localManager).post(quality + "/co-managers", naming(co)))
                    .text("/id");
            Person absent = world.person("Absil");
            String absentId = expect(201, api.as(world.principalManager).post(entity + "/co-managers", naming(absent)))
                    .text("/id");
            expect(204, api.as(world.principalManager).post("/api/v1/responsibilities/" + absentId + "/block", "{}"));
            String address = filled(path, subdivision, coId);
            String sent = body == null ? "" : filled(body, subdivision, coId);
            List<Object> before = state();

            expect(401, api.call(method, address, sent));
            assertStatus(foreign, other.principalManager, method, address, sent);
            assertStatus(foreign, other.localManager, method, address, sent);
            assertStatus(head, world.head, method, address, sent);
            assertStatus(blocked, absent, method, address, sent);
            assertStatus(user, world.user, method, address, sent);
            assertStatus(desk, world.reviewer, method, address, sent);
            assertStatus(desk, world.supportAgent("Désiré"), method, address, sent);
            assertTooWeak(method, address, sent);
            if (!coManager.equals("-")) {
                assertStatus(Integer.parseInt(coManager), co, method, address, sent);
            }

            assertThat(state()).isEqualTo(before);
        }

        private void assertStatus(int status, Person person, String method, String path, String body) {
            Answer answer = api.as(person).call(method, path, body);
            assertThat(answer.status())
                    .as(person.firstName() + " " + answer.body())
                    .isEqualTo(status);
            if (status >= 400) {
                assertThat(answer.header("Content-Type")).contains("application/problem+json");
            }
        }

        /** A principal access manager who came with a code by mail or less. */
        private void assertTooWeak(String method, String path, String body) {
            if (path.endsWith("/managers") || (path.endsWith("/users") && method.equals("GET"))) {
                return;
            }
            MockMvc http = MockMvcBuilders.webAppContextSetup(context)
                    .apply(springSecurity())
                    .build();
            var person = world.principalManager;
            var weak = UsernamePasswordAuthenticationToken.authenticated(
                    new SignedIn(person.id().value(), 300, person.displayName()), null, List.of());
            try {
                http.perform(request(HttpMethod.valueOf(method), path)
                                .with(authentication(weak))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(body.replace('\'', '"')))
                        .andExpect(status().isForbidden())
                        .andExpect(jsonPath("$.code").value("access.sign-in-too-weak"));
            } catch (Exception e) {
                throw new AssertionError(method + " " + path, e);
            }
        }

        private String filled(String template, String subdivision, String coManager) {
            return template.replace("$entity", entity)
                    .replace("$quality", quality)
                    .replace("$subdivision", subdivision.replaceFirst(".*(/api/)", "$1"))
                    .replace("$co-manager", "/api/v1/responsibilities/" + coManager)
                    .replace("$user", world.user.id().toString())
                    .replace("$niss", "{'niss': '" + world.candidate.niss().value() + "'}")
                    .replace("$new", naming(world.candidate));
        }

        private List<Object> state() {
            return List.of(
                    count("responsibility where organisation_id = :cpas and valid_until is null"),
                    count("responsibility_block b join responsibility r on r.id = b.responsibility_id"
                            + " where r.organisation_id = :cpas"),
                    count("quality where organisation_id = :cpas"),
                    count("subdivision s join quality q on q.id = s.quality_id where q.organisation_id = :cpas"),
                    count("working_relationship where organisation_id = :cpas"),
                    directory.organisation(world.cpas.id()));
        }

        private long count(String what) {
            return jdbc.sql("select count(*) from " + what)
                    .param("cpas", world.cpas.id().value())
                    .query(Long.class)
                    .single();
        }

        @Test
        void acts_only_for_what_the_header_names() {
            var other = worlds.cpas();
            other.give(world.principalManager, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);
            String body = "{'email': 'b@test.example', 'letterLanguage': 'fr'}";

            Answer refused = api.as(world.principalManager)
                    .with("Acting-For", number(other))
                    .put(entity + "/details", body);
            assertThat(expect(403, refused).text("/code")).isEqualTo("access.acting-for-another");
            expect(
                    200,
                    api.as(world.principalManager)
                            .with("Acting-For", number(world))
                            .put(entity + "/details", body));
        }

        @Test
        void manages_no_other_quality_than_their_own() {
            String youth = youthCare();

            expect(403, api.as(world.localManager).put(youth + "/email", "{'email': 'b@test.example'}"));
            expect(403, api.as(world.localManager).post(youth + "/users", naming(world.candidate)));
            expect(403, api.as(world.localManager).get(youth + "/grantable-roles"));
        }

        @Test
        void unblocks_themselves() {
            String own =
                    api.as(world.principalManager).get(entity + "/managers").text("/items/1/id");

            expect(204, api.as(world.coPrincipalManager).post("/api/v1/responsibilities/" + own + "/block", "{}"));
            expect(404, api.as(world.coPrincipalManager).post("/api/v1/responsibilities/" + own + "/unblock", "{}"));
        }
    }

    @Nested
    class Twice {

        @Test
        void a_designation_is_told_who_made_it_and_when() {
            Person person = world.person("Corentin");
            expect(201, api.as(world.principalManager).post(entity + "/co-managers", naming(person)));

            Answer again = api.as(world.principalManager)
                    .with("Accept-Language", "fr-BE")
                    .post(entity + "/co-managers", naming(person));
            Answer byOther = api.as(world.coPrincipalManager)
                    .with("Accept-Language", "nl-BE")
                    .post(entity + "/co-managers", naming(person));

            assertThat(expect(409, again).text("/type")).isEqualTo("urn:problem-type:designations:already-handled");
            assertThat(again.text("/detail")).startsWith("Vous avez déjà traité");
            assertThat(expect(409, byOther).text("/handledBy")).isEqualTo(world.principalManager.displayName());
            assertThat(byOther.at("/handledAt").isTextual()).isTrue();
            assertThat(byOther.text("/detail")).contains("heeft deze stap al behandeld");
        }

        @Test
        void a_post_that_the_register_began_with_is_nobodys_step() {
            Answer answer = api.as(world.principalManager).put(quality + "/local-manager", naming(world.localManager));

            assertThat(expect(400, answer).issues()).containsExactly("niss: management.is-already.LOCAL_MANAGER");
        }

        @Test
        void a_user_is_added_once() {
            Person person = added("Ugo");

            Answer again = api.as(world.principalManager).post(quality + "/users", naming(person));

            assertThat(expect(409, again).text("/handledBy")).isEqualTo(world.localManager.displayName());
            assertThat(held(world.socialAction.id(), person)).containsExactly(ResponsibilityKind.USER);
            Answer known = api.as(world.localManager).post(quality + "/users", naming(world.user));
            assertThat(expect(400, known).issues()).containsExactly("niss: management.is-already.USER");
        }

        @Test
        void blocking_unblocking_and_removing_happen_once() {
            Person person = world.person("Colin");
            String address = expect(201, api.as(world.localManager).post(quality + "/co-managers", naming(person)))
                    .header("Location")
                    .orElseThrow();

            for (String what : List.of("block", "unblock", "removal")) {
                expect(204, api.as(world.localManager).post(address + "/" + what, "{}"));
                Answer again = api.as(world.principalManager).post(address + "/" + what, "{}");
                assertThat(expect(409, again).text("/handledBy")).isEqualTo(world.localManager.displayName());
            }
        }

        @Test
        void an_action_on_users_is_needless() {
            Person person = added("Ugo");
            String roles = "'roles': ['SOCIAL_WORKER']";
            String lastDay = ", 'lastDay': '" + inYears(1) + "'";

            for (String action : List.of("BLOCK", "UNBLOCK")) {
                assertThat(lines(act(world.localManager, action, "", person))).containsExactly("DONE");
                assertThat(lines(act(world.localManager, action, "", person)))
                        .singleElement()
                        .asString()
                        .startsWith("NEEDLESS management.");
            }
            for (String action : List.of("ADD_APPLICATIONS", "REMOVE_APPLICATIONS")) {
                String which = action.startsWith("ADD") ? roles + lastDay : roles;
                assertThat(lines(act(world.localManager, action, which, person)))
                        .containsExactly("DONE");
                Answer again = act(world.localManager, action, which, person);
                assertThat(lines(again)).singleElement().asString().startsWith("NEEDLESS management.");
                assertThat(again.at("/people/0/roles")).isEmpty();
            }
        }

        @Test
        void a_subdivision_is_made_once() {
            subdivision("Nord");

            Answer again = api.as(world.localManager).post(quality + "/subdivisions", "{'name': ' nord '}");

            assertThat(expect(409, again).text("/code")).isEqualTo("management.subdivision-name-taken");
        }

        @Test
        void what_is_put_as_it_is_changes_nothing() {
            String body = "{'email': 'aide@test.example'}";
            expect(204, api.as(world.localManager).put(quality + "/email", body));
            long before = events();

            expect(204, api.as(world.localManager).put(quality + "/email", body));

            assertThat(events()).isEqualTo(before);
        }

        private long events() {
            return jdbc.sql("select count(*) from audit_event where operation = 'management.quality-email-changed'")
                    .query(Long.class)
                    .single();
        }

        @Test
        void of_two_managers_who_designate_the_same_local_manager_at_once_one_is_told_who_was_faster()
                throws Exception {
            String youth = youthCare();
            Person person = world.person("Gaston");

            List<Answer> answers = atOnce(
                    () -> api.as(world.principalManager).put(youth + "/local-manager", naming(person)),
                    () -> api.as(world.coPrincipalManager).put(youth + "/local-manager", naming(person)));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .singleElement()
                    .satisfies(late -> assertThat(late.text("/handledBy"))
                            .isIn(world.principalManager.displayName(), world.coPrincipalManager.displayName()));
            assertThat(localManagers(youth)).hasSize(1);
        }

        @Test
        void two_managers_who_designate_different_local_managers_at_once_are_heard_one_after_the_other()
                throws Exception {
            String youth = youthCare();
            Person one = world.person("Gaston");
            Person other = world.person("Gisèle");

            List<Answer> answers = atOnce(
                    () -> api.as(world.principalManager).put(youth + "/local-manager", naming(one)),
                    () -> api.as(world.coPrincipalManager).put(youth + "/local-manager", naming(other)));

            assertThat(answers).extracting(Answer::status).containsExactly(200, 200);
            assertThat(localManagers(youth)).hasSize(2);
            assertThat(access.localManager(id(youth), Instant.now())).isPresent();
        }

        @Test
        void nobody_is_replaced_unseen_by_a_manager_who_says_whom_they_saw() {
            String youth = youthCare();
            Person one = world.person("Gaston");
            Person other = world.person("Gisèle");
            String asked = "{'niss': '" + other.niss().value() + "'}";
            Answer before = api.as(world.principalManager).post(youth + "/local-manager/candidates", asked);
            assertThat(expect(200, before).at("/replaces").isMissingNode()).isTrue();
            Answer first =
                    api.as(world.coPrincipalManager).put(youth + "/local-manager", naming(one, "'replaces': null"));
            expect(200, first);

            Answer late =
                    api.as(world.principalManager).put(youth + "/local-manager", naming(other, "'replaces': null"));

            assertThat(expect(409, late).text("/handledBy")).isEqualTo(world.coPrincipalManager.displayName());
            Answer now = api.as(world.principalManager).post(youth + "/local-manager/candidates", asked);
            assertThat(now.text("/replaces")).isEqualTo(first.text("/id"));
            expect(
                    200,
                    api.as(world.principalManager)
                            .put(
                                    youth + "/local-manager",
                                    naming(other, "'replaces': '" + now.text("/replaces") + "'")));
        }

        /** Whoever was or is local manager there. */
        private List<UUID> localManagers(String where) {
            return jdbc.sql("select person_id from responsibility where quality_id = :id and kind = 'LOCAL_MANAGER'")
                    .param("id", id(where).value())
                    .query(UUID.class)
                    .list();
        }

        @SafeVarargs
        private static List<Answer> atOnce(Callable<Answer>... calls) throws Exception {
            var barrier = new CyclicBarrier(calls.length);
            ExecutorService threads = Executors.newFixedThreadPool(calls.length);
            try {
                List<Callable<Answer>> started = new ArrayList<>();
                for (Callable<Answer> call : calls) {
                    started.add(() -> {
                        barrier.await();
                        return call.call();
                    });
                }
                List<Answer> answers = new ArrayList<>();
                for (var answer : threads.invokeAll(started)) {
                    answers.add(answer.get());
                }
                return answers;
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Nested
    class BadBodies {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                PUT   | $entity/details       | {'email': 'a@b.example'}                                | letterLanguage: api.unreadable
                PUT   | $entity/details       | {'email': 'a@b.example', 'letterLanguage': 'pt'}        | letterLanguage: api.unreadable
                PUT   | $entity/details       | {'email': 'a@b.example', 'letterLanguage': 'fr', 'x': 1} | x: api.unknown-field
                POST  | $entity/qualities     | {'kind': 'BAKERY', 'identifier': '1', 'email': 'a'}     | kind: api.unreadable
                POST  | $entity/co-managers   | {}                                                      | niss: api.unreadable
                POST  | $entity/co-managers   | {'niss': 85073003328}                                   | niss: api.unreadable
                POST  | $entity/co-managers   | {'niss': '85073003329'}                                 | niss: api.niss
                POST  | $entity/co-managers   | {'niss': '85073003328', 'relationship': []}             | relationship: api.unreadable
                POST  | $entity/co-managers   | {'niss': '85073003328', 'relationship': {'category': 'FRIEND'}} | relationship.category: api.unreadable
                POST  | $entity/co-managers   | {'niss': '85073003328', 'relationship': {'category': 'PERMANENT', 'email': 'a', 'phone': '1', 'fax': ''}} | relationship.fax: api.unknown-field
                POST  | $entity/co-managers   | {'niss': '85073003328', 'relationship': {'category': 'PERMANENT', 'email': 'a', 'phone': '1', 'lastDay': '31/12/2030'}} | relationship.lastDay: api.unreadable
                POST  | $entity/co-managers   | {'niss': '85073003328', 'confirmRemoval': 'yes'}        | confirmRemoval: api.unreadable
                POST  | $entity/co-managers   | {'niss': '98472899765'}                                 | niss: management.niss-unknown
                POST  | $quality/candidates   | {'niss': '85073003328', 'reason': 'x'}                  | reason: api.unknown-field
                POST  | $quality/users        | {'niss': '85073003328', 'subdivision': 'Nord'}          | subdivision: api.unreadable
                PUT   | $quality/email        | {'email': 'nobody'}                                     | email: management.email-unreadable
                PUT   | $quality/email        | {'email': '\\ud800@test.example'}                       | email: management.email-unreadable
                POST  | $quality/subdivisions | {'name': '   '}                                         | name: management.subdivision-name-length
                POST  | $quality/subdivisions | {'name': '\\ud800'}                                    | name: management.subdivision-name-length
                POST  | $quality/subdivisions | {'name': 'a\\u0000b'}                                  | name: api.unreadable
                POST  | $quality/subdivisions | {'name': '$long'}                                       | name: management.subdivision-name-length
                POST  | $quality/user-actions | {'action': 'PROMOTE', 'people': ['$user']}              | action: api.unreadable
                POST  | $quality/user-actions | {'action': 'DELETE', 'people': '$user'}                 | people: api.unreadable
                POST  | $quality/user-actions | {'action': 'DELETE', 'people': [null]}                  | people: api.unreadable
                POST  | $quality/user-actions | {'action': 'DELETE', 'people': ['Ursule']}              | people: api.unreadable
                POST  | $quality/user-actions | {'action': 'DELETE', 'people': []}                      | people: management.nobody-ticked
                POST  | $quality/user-actions | {'action': 'DELETE'}                                    | people: management.nobody-ticked
                POST  | $quality/user-actions | {'action': 'DELETE', 'people': ['$user'], 'roles': []}  | roles: api.unknown-field
                POST  | $quality/user-actions | {'action': 'BLOCK', 'people': ['$user'], 'reason': '$long'} | reason: management.reason-too-long
                POST  | $quality/user-actions | {'action': 'ADD_APPLICATIONS', 'people': ['$user']}     | roles: management.no-application-ticked
                POST  | $quality/user-actions | {'action': 'ADD_APPLICATIONS', 'people': ['$user'], 'roles': ['SOCIAL_WORKER'], 'context': ['1']} | context: api.unreadable
                POST  | $quality/user-actions | {'action': 'ADD_APPLICATIONS', 'people': ['$user'], 'roles': ['MATCH_IT_READER'], 'lastDay': '$soon'} | context: management.context-needed
                POST  | $quality/user-actions | {'action': 'MOVE', 'people': ['$user'], 'subdivision': '4b4ee7c5-2f0a-4a4f-8a5b-0d5f3a7b8c90'} | subdivision: management.subdivision-unknown
                """)
        void are_refused_with_the_field_that_is_wrong(String method, String path, String body, String issue) {
            Answer answer = api.as(world.principalManager)
                    .with("Accept-Language", "nl-BE")
                    .call(
                            method,
                            path.replace("$entity", entity).replace("$quality", quality),
                            body.replace("$user", world.user.id().toString())
                                    .replace(
                                            "$soon",
                                            LocalDate.now(Days.BRUSSELS)
                                                    .plusDays(20)
                                                    .toString())
                                    .replace("$long", "x".repeat(1001)));

            assertThat(expect(400, answer).issues()).containsExactly(issue);
            assertThat(answer.text("/issues/0/detail")).isNotBlank();
            assertThat(answer.body()).doesNotContain("8507300332", "98472899765");
        }

        @Test
        void words_that_no_database_takes_are_kept_without_them() {
            Person person = added("Ugo", "'reason': 'Renfort \\ud800\\u0007\\uffff bienvenu'");

            assertThat(lines(act(world.localManager, "BLOCK", "'reason': '\\udfff'", person)))
                    .containsExactly("DONE");
        }

        @Test
        void more_than_a_hundred_people_are_too_many() {
            String ids = "'" + world.user.id() + "'";
            StringBuilder people = new StringBuilder(ids);
            for (int i = 0; i < 100; i++) {
                people.append(", '").append(UUID.randomUUID()).append("'");
            }

            Answer answer = api.as(world.localManager)
                    .post(quality + "/user-actions", "{'action': 'BLOCK', 'people': [" + people + "]}");

            assertThat(expect(400, answer).issues()).containsExactly("people: management.too-many-ticked");
        }

        @ParameterizedTest
        @CsvSource({
            "/api/v1/responsibilities/x/block",
            "/api/v1/responsibilities/4b4ee7c5-2f0a-4a4f-8a5b-0d5f3a7b8c90/block",
            "/api/v1/qualities/4b4ee7c5-2f0a-4a4f-8a5b-0d5f3a7b8c90/subdivisions",
            "/api/v1/subdivisions/4b4ee7c5-2f0a-4a4f-8a5b-0d5f3a7b8c90/co-managers",
            "/api/v1/entities/0403019261/co-managers"
        })
        void for_what_is_not_there_are_answered_as_for_what_is_foreign(String path) {
            String body = path.endsWith("block")
                    ? "{}"
                    : path.endsWith("subdivisions") ? "{'name': 'Nord'}" : naming(world.candidate);

            expect(404, api.as(world.principalManager).post(path, body));
        }

        @ParameterizedTest
        @CsvSource({
            "size=0, size",
            "size=101, size",
            "after=x, after",
            "state=GONE, state",
            "subdivision=x, subdivision"
        })
        void and_queries_too(String query, String name) {
            Answer answer = api.as(world.localManager).get(quality + "/users?" + query);

            assertThat(expect(400, answer).issues()).containsExactly(name + ": unreadable");
        }
    }

    @Test
    void no_niss_is_written_to_the_log(CapturedOutput output) {
        Person person = world.person("Ugo");
        expect(
                200,
                api.as(world.localManager)
                        .post(quality + "/candidates", naming(person).replaceAll(", 'rel.*", "}")));
        expect(201, api.as(world.localManager).post(quality + "/users", naming(person)));
        expect(409, api.as(world.localManager).post(quality + "/users", naming(person)));
        expect(200, api.as(world.principalManager).get(quality + "/users"));

        assertThat(output.toString())
                .doesNotContain(person.niss().value(), person.niss().formatted());
    }

    @Test
    void a_decision_stands_in_the_log_with_who_took_it_and_in_the_mail_of_whom_it_concerns() {
        Person person = added("Ugo");

        assertThat(jdbc.sql(
                                "select count(*) from audit_event where operation = 'management.user-added' and actor_person = :actor")
                        .param("actor", world.localManager.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from notification where to_address = :email")
                        .param("email", person.email())
                        .query(Long.class)
                        .single())
                .isPositive();
    }
}
