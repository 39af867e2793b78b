package be.designations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.dpd.DpdApplicationForm;
import be.designations.forms.FieldType;
import be.designations.forms.FormValues;
import be.designations.testing.ApiCaller;
import be.designations.testing.ApiCaller.Answer;
import be.designations.testing.Clamd;
import be.designations.testing.CpasWorld;
import be.designations.testing.SampleFiles;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The API over HTTP, with the process engine, its jobs and the database behind it. */
class ApiIT extends WholeApplication {

    private static final String APPLICATIONS = "/api/v1/dpd-applications";
    private static final String OPINION = "{'opinion': 'FAVOURABLE', 'reasons': 'Qualifiée'}";
    private static final String APPROVAL = "{'decision': 'APPROVED'}";

    @Autowired
    DpdApplicationForm form;

    CpasWorld world;

    @BeforeEach
    void newWorld() {
        world = worlds.cpas();
    }

    private Answer start() {
        return api.as(world.principalManager).post(APPLICATIONS, "{'cpas': '" + number() + "'}");
    }

    private String number() {
        return world.cpas.enterpriseNumber().value();
    }

    private String draft() {
        String draft = APPLICATIONS + "/" + start().text("/id");
        Answer saved = api.as(world.principalManager).put(draft, answers(0, world.answers()));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.issues()).isEmpty();
        return draft;
    }

    private String answers(int version, FormValues values) {
        ObjectNode body = new ObjectMapper().createObjectNode().put("version", version);
        ObjectNode answers = body.putObject("answers");
        form.definition().fields().stream()
                .filter(field -> values.has(field.key()))
                .forEach(field -> {
                    if (field.type() == FieldType.CHECKBOX) {
                        answers.put(field.key(), values.isChecked(field.key()));
                    } else if (field.type() == FieldType.NUMBER) {
                        answers.put(field.key(), values.number(field.key()).orElseThrow());
                    } else {
                        answers.put(field.key(), values.text(field.key()));
                    }
                });
        return body.toString();
    }

    /** The address of the dossier. */
    private String submitted() {
        Answer sent = api.as(world.principalManager).post(draft() + "/submission", "{'version': 1}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        return "/api/v1/dossiers/" + sent.text("/number");
    }

    private String awaitingCompletion() {
        String dossier = submitted();
        ok(api.as(world.reviewer).post(dossier + "/completion-requests", "{'questions': 'Quel diplôme ?'}"));
        return dossier;
    }

    private String advised() {
        String dossier = submitted();
        ok(api.as(world.reviewer).post(dossier + "/opinion", OPINION));
        return dossier;
    }

    private String approved() {
        String dossier = advised();
        ok(api.as(world.approver).post(dossier + "/decision", APPROVAL));
        return dossier;
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    @Nested
    class TheWholeWay {

        @Test
        void leads_from_the_draft_to_the_new_local_manager() {
            var filer = api.as(world.principalManager);
            Answer started = start();
            assertThat(started.status()).isEqualTo(201);
            String draft = started.header("Location").orElseThrow();
            assertThat(started.text("/status/code")).isEqualTo("DRAFT");
            assertThat(started.issues()).contains("candidateNiss: required");

            assertThat(filer.put(draft, answers(0, world.answers())).issues()).isEmpty();
            Answer document = filer.upload(draft + "/documents", "diplome.pdf", SampleFiles.pdf());
            assertThat(document.status()).as(document.body()).isEqualTo(201);
            assertThat(filer.get(document.header("Location").orElseThrow()).header("Content-Disposition"))
                    .get()
                    .asString()
                    .contains("attachment", "diplome.pdf");

            Answer sent = filer.post(draft + "/submission", "{'version': 1}");
            assertThat(sent.status()).as(sent.body()).isEqualTo(201);
            String dossier = sent.header("Location").orElseThrow();
            assertThat(sent.text("/status/code")).isEqualTo("AWAITING_OPINION");
            assertThat(sent.text("/documents/0/fileName")).isEqualTo("diplome.pdf");
            assertThat(sent.text("/allowedActions/0")).isEqualTo("WITHDRAW");

            String number = sent.text("/number");
            assertThat(api.as(world.reviewer)
                            .get("/api/v1/work-items?sort=-created")
                            .body())
                    .contains(number);
            Answer taken = ok(api.as(world.reviewer).put(dossier + "/assignment", "{}"));
            assertThat(taken.text("/openWork/assignee")).isEqualTo(world.reviewer.displayName());
            assertThat(api.as(world.reviewer)
                            .get("/api/v1/work-items?assignee=me")
                            .body())
                    .contains(number);
            Answer asked = ok(
                    api.as(world.reviewer).post(dossier + "/completion-requests", "{'questions': 'Quel diplôme ?'}"));
            assertThat(asked.text("/status/code")).isEqualTo("AWAITING_COMPLETION");
            ok(filer.post(dossier + "/completion", "{'answer': 'Master en droit'}"));
            Answer advised = ok(api.as(world.reviewer).post(dossier + "/opinion", OPINION));
            assertThat(advised.text("/opinion/opinion")).isEqualTo("FAVOURABLE");
            assertThat(advised.text("/completionRequests/0/answer")).isEqualTo("Master en droit");

            Answer decided = ok(api.as(world.approver).post(dossier + "/decision", APPROVAL));
            assertThat(decided.text("/status/code")).isEqualTo("APPROVED");
            assertThat(decided.at("/mandate/hoursPerWeek").asInt()).isEqualTo(8);

            Answer preview = ok(filer.get(dossier + "/local-manager-change"));
            assertThat(preview.text("/localManager")).isEqualTo(world.localManager.displayName());
            assertThat(preview.text("/newManager/niss"))
                    .isEqualTo(world.candidate.niss().masked());
            Answer changed = ok(filer.post(
                    dossier + "/local-manager-change",
                    "{'niss': '" + world.candidate.niss().value() + "'}"));
            assertThat(changed.text("/status/code")).isEqualTo("COMPLETED");

            assertThat(access.localManager(world.socialAction.id(), Instant.now()))
                    .get()
                    .satisfies(manager -> assertThat(manager.person()).isEqualTo(world.candidate.id()));
            assertThat(ok(filer.get(dossier)).text("/status/code")).isEqualTo("COMPLETED");
            Answer quality =
                    ok(filer.get("/api/v1/qualities/" + world.socialAction.id().value()));
            assertThat(quality.text("/localManager/person/name")).isEqualTo(world.candidate.displayName());
            assertThat(quality.text("/localManager/basis/dossier")).isEqualTo(number);
            assertThat(quality.text("/formerLocalManagers/0/person/name")).isEqualTo(world.localManager.displayName());
            assertThat(ok(filer.get("/api/v1/entities/" + number())).text("/dataProtectionOfficer/person/name"))
                    .isEqualTo(world.candidate.displayName());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(filer.get(dossier).at("/mails"))
                            .isNotEmpty()
                            .allSatisfy(mail -> assertThat(mail.has("sentAt")).isTrue()));
        }

        /** <i>Source: D112.</i> */
        @Test
        void is_gone_without_reading_the_dossier_when_that_is_preferred() {
            String draft = draft();
            Answer sent =
                    preferring("return=minimal", world.principalManager).post(draft + "/submission", "{'version': 1}");
            assertThat(sent.status()).isEqualTo(201);
            assertThat(sent.body()).isEmpty();
            assertThat(sent.header("Preference-Applied")).hasValue("return=minimal");
            String dossier = sent.header("Location").orElseThrow();

            Answer taken = preferring("handling=lenient, Return=Minimal", world.reviewer)
                    .put(dossier + "/assignment", "{}");
            assertThat(taken.status()).isEqualTo(200);
            assertThat(taken.body()).isEmpty();
            Answer advised = preferring("return=representation", world.reviewer).post(dossier + "/opinion", OPINION);
            assertThat(ok(advised).text("/opinion/opinion")).isEqualTo("FAVOURABLE");
            assertThat(advised.header("Preference-Applied")).isEmpty();

            Answer foreign = preferring("return=minimal", world.reviewer).post(dossier + "/decision", APPROVAL);
            assertThat(foreign.status()).isEqualTo(403);
            assertThat(foreign.body()).contains("urn:problem-type");
            assertThat(preferring("return=minimal", world.approver)
                            .post(dossier + "/decision", APPROVAL)
                            .body())
                    .isEmpty();
            assertThat(ok(api.as(world.approver).get(dossier)).text("/status/code"))
                    .isEqualTo("APPROVED");
        }

        private ApiCaller preferring(String preferences, Person person) {
            return api.as(person).with("Prefer", preferences);
        }

        @Test
        void removal_of_what_is_in_the_way_must_be_confirmed() {
            world.give(world.candidate, ResponsibilityKind.USER, world.socialAction.id());
            String change = approved() + "/local-manager-change";
            var manager = api.as(world.principalManager);
            String niss = world.candidate.niss().formatted();

            assertThat(manager.get(change).at("/needsRemoval").asBoolean()).isTrue();
            assertThat(manager.get(change).text("/inTheWay/0/code")).isEqualTo("USER");
            assertThat(manager.post(change, "{'niss': '" + niss + "'}").issues())
                    .containsExactly("confirmRemoval: localmanager.removal-not-confirmed");
            ok(manager.post(change, "{'niss': '" + niss + "', 'confirmRemoval': true}"));
            assertThat(access.responsibilitiesIn(world.socialAction.id(), world.candidate.id(), Instant.now()))
                    .extracting(held -> held.kind())
                    .containsExactly(ResponsibilityKind.LOCAL_MANAGER);
        }

        @Test
        void somebody_other_than_the_officer_does_not_become_local_manager() {
            String change = approved() + "/local-manager-change";

            Answer answer = api.as(world.principalManager)
                    .post(change, "{'niss': '" + world.user.niss().value() + "'}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.issues()).containsExactly("niss: access.local-manager-is-not-dpd");
        }

        @Test
        void a_withdrawn_application_is_over() {
            String dossier = submitted();

            Answer withdrawn = ok(api.as(world.head).post(dossier + "/withdrawal", "{'reason': 'Erreur'}"));

            assertThat(withdrawn.text("/status/code")).isEqualTo("WITHDRAWN");
            assertThat(api.as(world.reviewer)
                            .post(dossier + "/opinion", OPINION)
                            .status())
                    .isEqualTo(409);
        }

        @Test
        void a_refusal_needs_its_reason_and_leads_to_a_draft_that_is_filled_in() {
            String dossier = advised();

            Answer groundless = api.as(world.approver).post(dossier + "/decision", "{'decision': 'REFUSED'}");
            assertThat(groundless.status()).isEqualTo(400);
            assertThat(groundless.issues()).containsExactly("ground: required", "reason: required");
            Answer without =
                    api.as(world.approver).post(dossier + "/decision", "{'decision': 'REFUSED', 'ground': 'TIME'}");
            assertThat(without.status()).isEqualTo(400);
            assertThat(without.issues()).hasSize(1).first().asString().startsWith("reason: ");
            ok(api.as(world.approver)
                    .post(dossier + "/decision", "{'decision': 'REFUSED', 'ground': 'TIME', 'reason': 'Trop peu'}"));
            assertThat(api.as(world.head).get(dossier).body()).contains("\"ground\":\"TIME\"");
            Answer again = start();

            assertThat(again.status()).isEqualTo(201);
            assertThat(again.text("/answers/candidateLastName")).isEqualTo(world.candidate.lastName());
            assertThat(again.issues()).isEmpty();
        }
    }

    @Nested
    class WhoMayNot {

        CpasWorld other;

        @BeforeEach
        void another() {
            other = worlds.cpas();
        }

        /** How far the application of the CPAS has come. */
        enum State {
            NOTHING,
            DRAFT,
            SUBMITTED,
            AWAITING_COMPLETION,
            ADVISED,
            APPROVED
        }

        /** A minus: that person may, or the table would change what is tried next. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                # state              | method | path                                | body                                  | other | user | reviewer | approver
                NOTHING             | POST   | /api/v1/dpd-applications            | {'cpas': '$cpas'}                     | 404   | 403  | 404      | 404
                NOTHING             | GET    | /api/v1/entities/$cpas              |                                       | 404   | 200  | 200      | 200
                NOTHING             | GET    | /api/v1/qualities/$quality          |                                       | 404   | 200  | 200      | 200
                DRAFT               | GET    | $at                                 |                                       | 404   | 404  | 404      | 404
                DRAFT               | PUT    | $at                                 | {'version': 1, 'answers': {}}         | 404   | 404  | 404      | 404
                DRAFT               | DELETE | $at?version=1                       |                                       | 404   | 404  | 404      | 404
                DRAFT               | GET    | $at/documents                       |                                       | 404   | 404  | 404      | 404
                DRAFT               | DELETE | $at/documents/$quality              |                                       | 404   | 404  | 404      | 404
                DRAFT               | POST   | $at/submission                      | {'version': 1}                        | 404   | 404  | 404      | 404
                SUBMITTED           | GET    | $at                                 |                                       | 404   | 404  | 200      | 200
                SUBMITTED           | PUT    | $at/assignment                      | {}                                    | 404   | 404  | -        | 403
                SUBMITTED           | DELETE | $at/assignment                      |                                       | 404   | 404  | -        | 403
                SUBMITTED           | POST   | $at/completion-requests             | {'questions': 'x'}                    | 404   | 404  | -        | 403
                SUBMITTED           | POST   | $at/opinion                         | {'opinion': 'FAVOURABLE', 'reasons': 'x'} | 404 | 404 | -        | 403
                SUBMITTED           | POST   | $at/withdrawal                      | {'reason': 'x'}                       | 404   | 404  | 403      | 403
                AWAITING_COMPLETION | POST   | $at/completion                      | {'answer': 'x'}                       | 404   | 404  | 403      | 403
                ADVISED             | PUT    | $at/assignment                      | {}                                    | 404   | 404  | 403      | -
                ADVISED             | POST   | $at/decision                        | {'decision': 'APPROVED'}              | 404   | 404  | 403      | -
                APPROVED            | GET    | $at/local-manager-change            |                                       | 404   | 404  | 403      | 403
                APPROVED            | POST   | $at/local-manager-change            | {'niss': '$niss'}                     | 404   | 404  | 403      | 403
                """)
        void is_told_so_and_changes_nothing(
                State state,
                String method,
                String path,
                String body,
                String otherStatus,
                String userStatus,
                String reviewerStatus,
                String approverStatus) {
            String at = reach(state);
            String address = filled(path, at);
            String sent = body == null ? "" : filled(body, at);
            List<String> before = state == State.NOTHING ? List.of() : standing(at);

            assertThat(api.call(method, address, sent).status()).isEqualTo(401);
            assertStatus(other.principalManager, method, address, sent, otherStatus);
            assertStatus(other.head, method, address, sent, otherStatus);
            assertStatus(world.user, method, address, sent, userStatus);
            assertStatus(world.reviewer, method, address, sent, reviewerStatus);
            assertStatus(world.approver, method, address, sent, approverStatus);

            if (state != State.NOTHING) {
                assertThat(standing(at)).isEqualTo(before);
            }
        }

        private List<String> standing(String at) {
            Answer answer = ok(api.as(world.principalManager).get(at));
            return List.of(
                    answer.text("/version"),
                    answer.text("/status/code"),
                    answer.at("/timeline").toString());
        }

        private void assertStatus(Person person, String method, String path, String body, String status) {
            if (status.equals("-")) {
                return;
            }
            Answer answer = api.as(person).call(method, path, body);
            assertThat(answer.status())
                    .as(person.firstName() + " " + answer.body())
                    .isEqualTo(Integer.parseInt(status));
            if (answer.status() >= 400) {
                assertThat(answer.header("Content-Type")).contains("application/problem+json");
            }
        }

        private String reach(State state) {
            return switch (state) {
                case NOTHING -> "";
                case DRAFT -> draft();
                case SUBMITTED -> submitted();
                case AWAITING_COMPLETION -> awaitingCompletion();
                case ADVISED -> advised();
                case APPROVED -> approved();
            };
        }

        private String filled(String template, String at) {
            return template.replace("$at", at)
                    .replace("$cpas", number())
                    .replace("$quality", world.socialAction.id().value().toString())
                    .replace("$niss", world.candidate.niss().value());
        }

        @Test
        void adds_no_document() {
            String documents = draft() + "/documents";

            for (Person person : List.of(other.principalManager, world.user, world.reviewer, world.approver)) {
                assertThat(api.as(person)
                                .upload(documents, "a.pdf", SampleFiles.pdf())
                                .status())
                        .isEqualTo(404);
            }
            assertThat(api.as(world.head).get(documents).at("/items")).isEmpty();
        }

        @Test
        void sees_no_dossier_of_others_in_lists() {
            String number = submitted().replaceFirst(".*/", "");

            assertThat(api.as(other.principalManager)
                            .get("/api/v1/dossiers?size=100")
                            .body())
                    .doesNotContain(number);
            assertThat(api.as(world.user).get("/api/v1/dossiers?size=100").at("/items"))
                    .isEmpty();
            assertThat(api.as(other.principalManager)
                            .get("/api/v1/work-items?size=100")
                            .body())
                    .doesNotContain(number);
            assertThat(api.as(world.approver)
                            .get("/api/v1/dossiers?status=AWAITING_OPINION&q=" + number)
                            .text("/items/0/number"))
                    .isEqualTo(number);
            assertThat(api.as(world.approver)
                            .get("/api/v1/dossiers?status=APPROVED&q=" + number)
                            .at("/items"))
                    .isEmpty();
        }

        @Test
        void dossiers_are_listed_by_kind_and_in_the_order_asked_for() {
            ApiCaller head = api.as(world.head);
            String withdrawn = submitted();
            assertThat(head.post(withdrawn + "/withdraw", "{'reason': 'Erreur'}")
                            .status())
                    .isEqualTo(200);
            String first = withdrawn.replaceFirst(".*/", "");
            String second = submitted().replaceFirst(".*/", "");

            assertThat(numbers(head, "kind=DPD_DESIGNATION")).containsExactly(second, first);
            assertThat(numbers(head, "kind=PRINCIPAL_MANAGER")).isEmpty();
            assertThat(numbers(head, "sort=opened")).containsExactly(first, second);
            assertThat(numbers(head, "sort=-since")).containsExactly(second, first);
            Answer page = head.get("/api/v1/dossiers?sort=since&size=1");
            assertThat(page.at("/items").findValuesAsText("number")).containsExactly(first);
            assertThat(head.get(page.text("/next")).at("/items").findValuesAsText("number"))
                    .containsExactly(second);
        }

        private static List<String> numbers(ApiCaller caller, String query) {
            return caller.get("/api/v1/dossiers?" + query).at("/items").findValuesAsText("number");
        }

        @Test
        void an_official_who_is_tied_to_the_cpas_keeps_off() {
            Person tied = world.official("Tina", OrganisationKind.BCSS, "DPD_REVIEWER");
            world.give(tied, ResponsibilityKind.USER, world.socialAction.id());
            String dossier = submitted();

            Answer answer = api.as(tied).post(dossier + "/opinion", OPINION);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("/code")).isEqualTo("dpd.official-is-tied-to-cpas");
            assertThat(api.as(tied).get(dossier).at("/allowedActions")).isEmpty();
        }

        @Test
        void an_official_who_worked_on_it_for_the_cpas_keeps_off_later_too() {
            Person drafter = world.official("Dora", OrganisationKind.BCSS, "DPD_REVIEWER");
            Person completer = world.official("Cora", OrganisationKind.BCSS, "DPD_REVIEWER");
            String dossier = awaitingCompletion();
            ok(api.as(world.head).post(dossier + "/completion", "{'answer': 'Un master'}"));
            jdbc.sql("update dpd_application set drafted_by = :drafter where organisation_id = :cpas")
                    .param("drafter", drafter.id().value())
                    .param("cpas", world.cpas.id().value())
                    .update();
            jdbc.sql("update case_wait set resolved_by = :completer where resolved_by = :head")
                    .param("completer", completer.id().value())
                    .param("head", world.head.id().value())
                    .update();

            assertThat(api.as(drafter).post(dossier + "/opinion", OPINION).text("/code"))
                    .isEqualTo("dpd.official-worked-for-cpas");
            assertThat(api.as(completer).post(dossier + "/opinion", OPINION).text("/code"))
                    .isEqualTo("dpd.official-worked-for-cpas");
        }

        @Test
        void the_officer_in_office_keeps_off_without_any_other_responsibility() {
            Person officer = world.official("Otto", OrganisationKind.BCSS, "DPD_REVIEWER");
            jdbc.sql("delete from responsibility where person_id = :manager")
                    .param("manager", world.localManager.id().value())
                    .update();
            jdbc.sql("update dpd_mandate set person_id = :officer where organisation_id = :cpas")
                    .param("officer", officer.id().value())
                    .param("cpas", world.cpas.id().value())
                    .update();
            String dossier = submitted();

            assertThat(api.as(officer).post(dossier + "/opinion", OPINION).text("/code"))
                    .isEqualTo("dpd.official-is-tied-to-cpas");
        }

        @Test
        void the_local_manager_of_another_quality_sees_no_dossier() {
            Person manager = world.person("Emma");
            UUID employer = UUID.randomUUID();
            jdbc.sql("""
                            insert into quality (id, organisation_id, kind, identifier, email, activated_at)
                            values (:id, :cpas, 'YOUTH_CARE', :number, 'q@test.example', now())""")
                    .param("id", employer)
                    .param("cpas", world.cpas.id().value())
                    .param("number", number())
                    .update();
            world.give(manager, ResponsibilityKind.LOCAL_MANAGER, new QualityId(employer));
            String dossier = submitted();

            assertThat(api.as(manager).get(dossier).status()).isEqualTo(404);
            assertThat(api.as(manager).get("/api/v1/dossiers").at("/items")).isEmpty();
            ok(api.as(world.localManager).get(dossier));
        }

        @Test
        void a_role_of_a_desk_that_was_given_in_a_cpas_opens_nothing() {
            Person impostor = world.person("Igor");
            world.giveRight(impostor, "DPD_REVIEWER", world.socialAction.id());
            String dossier = submitted();

            assertThat(api.as(impostor).get(dossier).status()).isEqualTo(404);
            assertThat(api.as(impostor).get("/api/v1/dossiers").at("/items")).isEmpty();
            assertThat(api.as(impostor).get("/api/v1/entities/" + number()).status())
                    .isEqualTo(404);
        }

        @Test
        void an_official_who_is_blocked_at_the_desk_is_nothing_there() {
            QualityId desk = access.findQuality(
                            directory
                                    .findDesk(OrganisationKind.BCSS)
                                    .orElseThrow()
                                    .id(),
                            QualityKind.SOCIAL_SECURITY)
                    .orElseThrow()
                    .id();
            UUID known = access.responsibilitiesIn(desk, world.reviewer.id(), Instant.now())
                    .get(0)
                    .id();
            String dossier = submitted();
            ok(api.as(world.reviewer).get(dossier));

            jdbc.sql("""
                            insert into responsibility_block (id, responsibility_id, blocked_from, basis_id)
                            select gen_random_uuid(), :id, now() - interval '1 minute', b.id
                              from (select id from basis limit 1) b""").param("id", known).update();

            assertThat(api.as(world.reviewer).get(dossier).status()).isEqualTo(404);
        }

        @Test
        void reads_no_words_of_decisions_nor_the_open_dossier_without_seeing_dossiers() {
            jdbc.sql("update basis set reason = 'Mots secrets' where id in (select basis_id from responsibility"
                            + " where organisation_id = :cpas)")
                    .param("cpas", world.cpas.id().value())
                    .update();
            submitted();
            String entity = "/api/v1/entities/" + number();
            String quality = "/api/v1/qualities/" + world.socialAction.id().value();

            assertThat(ok(api.as(world.head).get(entity)).body()).contains("Mots secrets", "openDossier");
            assertThat(ok(api.as(world.head).get(quality)).body()).contains("Mots secrets");
            assertThat(ok(api.as(world.user).get(entity)).body()).doesNotContain("Mots secrets", "openDossier");
            assertThat(ok(api.as(world.user).get(quality)).body()).doesNotContain("Mots secrets");
        }

        @Test
        void a_candidate_does_not_decide_on_their_own_application() {
            Person candidate = world.official("Carl", OrganisationKind.SPP_IS, "DPD_APPROVER");
            String draft = APPLICATIONS + "/" + start().text("/id");
            api.as(world.head).put(draft, answers(0, CpasWorld.answersFor(candidate)));
            String dossier = api.as(world.head)
                    .post(draft + "/submission", "{'version': 1}")
                    .header("Location")
                    .orElseThrow();
            ok(api.as(world.reviewer).post(dossier + "/opinion", OPINION));

            Answer answer = api.as(candidate).post(dossier + "/decision", APPROVAL);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("/code")).isEqualTo("dpd.official-is-candidate");
        }

        @Test
        void work_of_a_colleague_is_taken_over_only_when_that_is_said() {
            String dossier = submitted();
            ok(api.as(world.reviewer).put(dossier + "/assignment", "{}"));

            assertThat(api.as(world.otherReviewer)
                            .put(dossier + "/assignment", "{}")
                            .text("/code"))
                    .isEqualTo("casework.taken-by-other");
            assertThat(api.as(world.otherReviewer)
                            .post(dossier + "/opinion", OPINION)
                            .status())
                    .isEqualTo(403);
            ok(api.as(world.otherReviewer).put(dossier + "/assignment", "{'takeOver': true}"));
            assertThat(api.as(world.otherReviewer)
                            .delete(dossier + "/assignment")
                            .status())
                    .isEqualTo(204);
            assertThat(api.as(world.reviewer)
                            .get(dossier)
                            .at("/openWork/assignee")
                            .isMissingNode())
                    .isTrue();
        }

        @Test
        void acts_only_for_what_the_header_names() {
            var both = world.principalManager;
            other.give(both, ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, null);

            Answer answer = api.as(both)
                    .with("Acting-For", other.cpas.enterpriseNumber().value())
                    .post(APPLICATIONS, "{'cpas': '" + number() + "'}");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(start().status()).isEqualTo(201);
        }

        @Test
        void reads_no_niss_that_does_not_concern_them() {
            String dossier = submitted();
            String niss = world.candidate.niss().value();

            Answer forManager = ok(api.as(world.localManager).get(dossier));
            assertThat(forManager.body()).doesNotContain(niss);
            assertThat(forManager.text("/candidate/niss"))
                    .isEqualTo(world.candidate.niss().masked());
            assertThat(ok(api.as(world.reviewer).get(dossier)).text("/candidate/niss"))
                    .isEqualTo(niss);
            String application = APPLICATIONS + "/" + forManager.text("/applicationId");
            assertThat(ok(api.as(world.localManager).get(application)).body()).doesNotContain(niss);
        }
    }

    @Nested
    class SentTwice {

        @Test
        void a_draft_is_started_once() {
            Answer first = start();
            Answer second = start();

            assertThat(second.status()).isEqualTo(200);
            assertThat(second.text("/id")).isEqualTo(first.text("/id"));
        }

        @Test
        void a_draft_that_two_start_at_the_same_moment_is_one() throws Exception {
            List<Callable<Answer>> starts =
                    List.of(ApiIT.this::start, ApiIT.this::start, ApiIT.this::start, ApiIT.this::start);
            ExecutorService threads = Executors.newFixedThreadPool(starts.size());
            try {
                Set<String> drafts = new HashSet<>();
                for (var started : threads.invokeAll(starts)) {
                    assertThat(started.get().status()).as(started.get().body()).isIn(200, 201);
                    drafts.add(started.get().text("/id"));
                }
                assertThat(drafts).hasSize(1);
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void an_application_is_sent_once() {
            String draft = draft();
            var filer = api.as(world.principalManager);

            Answer first = filer.post(draft + "/submission", "{'version': 1}");
            Answer second = filer.post(draft + "/submission", "{'version': 1}");

            assertThat(first.status()).isEqualTo(201);
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        }

        @Test
        void an_opinion_is_given_once() {
            String dossier = advised();

            Answer again = api.as(world.reviewer).with("Accept-Language", "en").post(dossier + "/opinion", OPINION);

            assertThat(again.status()).isEqualTo(409);
            assertThat(again.text("/type")).isEqualTo("urn:problem-type:designations:already-handled");
            assertThat(again.at("/handledAt").isTextual()).isTrue();
        }

        @Test
        void a_document_is_added_once() {
            String documents = draft() + "/documents";
            var filer = api.as(world.principalManager);
            filer.upload(documents, "a.pdf", SampleFiles.pdf());
            filer.upload(documents, "a.pdf", SampleFiles.pdf());

            Answer list = filer.get(documents);
            assertThat(list.at("/items")).hasSize(1);
            assertThat(filer.delete(documents + "/" + list.text("/items/0/id")).status())
                    .isEqualTo(204);
            assertThat(filer.get(documents).at("/items")).isEmpty();
        }

        @Test
        void of_two_who_decide_at_the_same_moment_one_is_told_who_was_faster() throws Exception {
            String dossier = advised();
            Person second = world.official("Serge", OrganisationKind.SPP_IS, "DPD_APPROVER");
            var barrier = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                List<Callable<Answer>> both = Stream.of(world.approver, second)
                        .<Callable<Answer>>map(person -> () -> {
                            barrier.await();
                            return api.as(person).post(dossier + "/decision", APPROVAL);
                        })
                        .toList();
                List<Answer> answers = new ArrayList<>();
                for (var answer : threads.invokeAll(both)) {
                    answers.add(answer.get());
                }

                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
                Answer late = answers.stream()
                        .filter(answer -> answer.status() == 409)
                        .findFirst()
                        .orElseThrow();
                assertThat(late.text("/handledBy")).isIn(world.approver.displayName(), second.displayName());
            } finally {
                threads.shutdownNow();
            }
        }

        @Test
        void an_older_version_is_told_that_it_is_older() {
            String draft = draft();
            assertThat(api.as(world.head)
                            .put(draft, answers(0, world.answers()))
                            .text("/code"))
                    .isEqualTo("dpd.draft-changed-meanwhile");
            assertThat(api.as(world.head)
                            .put(draft, answers(0, world.answers()))
                            .status())
                    .isEqualTo(409);

            String dossier = api.as(world.head)
                    .post(draft + "/submission", "{'version': 1}")
                    .header("Location")
                    .orElseThrow();
            int version = api.as(world.reviewer).get(dossier).at("/version").asInt();
            assertThat(api.as(world.reviewer)
                            .post(dossier + "/opinion", opinionOn(version - 1))
                            .status())
                    .isEqualTo(409);
            ok(api.as(world.reviewer).post(dossier + "/opinion", opinionOn(version)));
        }

        private String opinionOn(int version) {
            return OPINION.replace("}", ", 'version': " + version + "}");
        }

        @Test
        void an_application_that_was_sent_is_not_thrown_away() {
            String draft = draft();
            var filer = api.as(world.principalManager);
            filer.upload(draft + "/documents", "a.pdf", SampleFiles.pdf());
            filer.post(draft + "/submission", "{'version': 1}");

            assertThat(filer.delete(draft + "?version=2").status()).isEqualTo(409);
            assertThat(filer.get(draft + "/documents").at("/items")).hasSize(1);
            assertThat(start().text("/code")).isEqualTo("dpd.open-application-exists");
            assertThat(start().status()).isEqualTo(409);
        }

        @Test
        void a_draft_that_was_thrown_away_is_gone() {
            String draft = draft();

            assertThat(api.as(world.head).delete(draft + "?version=1").status()).isEqualTo(204);
            assertThat(api.as(world.head).get(draft).status()).isEqualTo(404);
        }
    }

    @Nested
    class WhatIsRefused {

        @Test
        void a_body_that_would_fill_the_memory() {
            String draft = draft();
            String giant = "x".repeat(3 * 1024 * 1024);

            Answer answer =
                    api.as(world.principalManager).put(draft, "{'version': 1, 'answers': {'degree': '" + giant + "'}}");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(ok(api.as(world.principalManager).get(draft)).text("/version"))
                    .isEqualTo("1");
        }

        @Test
        void wrong_answers_are_kept_and_told() {
            String draft = APPLICATIONS + "/" + start().text("/id");
            FormValues wrong =
                    world.answers().with("candidateNiss", "85073003327").with("contactEmail", "nobody");

            Answer saved = ok(api.as(world.head).put(draft, answers(0, wrong)));

            assertThat(saved.issues()).containsExactlyInAnyOrder("candidateNiss: niss", "contactEmail: email");
            assertThat(saved.text("/answers/candidateNiss")).isEqualTo("85073003327");
            Answer sent = api.as(world.head).post(draft + "/submission", "{'version': 1}");
            assertThat(sent.status()).isEqualTo(400);
            assertThat(sent.issues()).containsExactlyInAnyOrder("candidateNiss: niss", "contactEmail: email");
            assertThat(sent.body()).doesNotContain("85073003327");
        }

        @Test
        void rules_of_the_field_are_told_when_it_is_saved_and_checked_when_it_is_sent() {
            String draft = APPLICATIONS + "/" + start().text("/id");
            FormValues tooFew = world.answers().with("hoursPerWeek", "3.5").with("reportsToHead", "NO");
            assertThat(ok(api.as(world.head).put(draft, answers(0, tooFew))).issues())
                    .containsExactlyInAnyOrder(
                            "hoursPerWeek: dpd.too-few-hours", "reportsToHead: dpd.does-not-report-to-head");

            assertThat(api.as(world.head)
                            .post(draft + "/submission", "{'version': 1}")
                            .issues())
                    .containsExactlyInAnyOrder(
                            "hoursPerWeek: dpd.too-few-hours", "reportsToHead: dpd.does-not-report-to-head");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {'version': 0, 'answers': {'hourPerWeek': 8}}     | hourPerWeek: unknown-field
                {'version': 0, 'answers': {'hoursPerWeek': true}} | hoursPerWeek: malformed
                {'version': 0, 'answers': {'employment': 'X'}}    | employment: option
                {'version': 0, 'answers': []}                     | answers: api.unreadable
                {'version': 0}                                    | answers: api.unreadable
                {'answers': {}}                                   | version: api.unreadable
                {'version': '0', 'answers': {}}                   | version: api.unreadable
                {'version': 0.5, 'answers': {}}                   | version: api.unreadable
                {'version': 0, 'answers': {}, 'more': 1}          | more: api.unknown-field
                """)
        void a_draft_that_cannot_be_kept(String body, String issue) {
            String draft = APPLICATIONS + "/" + start().text("/id");

            Answer answer = api.as(world.head).put(draft, body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.issues()).containsExactly(issue);
            assertThat(api.as(world.head).get(draft).text("/version")).isEqualTo("0");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {'opinion': 'FAVOURABLE'}                                 | reasons: required
                {'reasons': 'x'}                                          | opinion: required
                {'opinion': 'MAYBE', 'reasons': 'x'}                      | opinion: option
                {'opinion': 'FAVOURABLE', 'reasons': 'x', 'reason': 'y'}  | reason: unknown-field
                {'opinion': 'FAVOURABLE', 'reasons': ['x']}               | reasons: malformed
                {'opinion': 'FAVOURABLE', 'reasons': '   '}               | reasons: required
                {'opinion': 'FAVOURABLE', 'reasons': '$long'}             | reasons: too-long
                """)
        void an_opinion_that_does_not_fit_its_form(String body, String issue) {
            String dossier = submitted();

            Answer answer = api.as(world.reviewer).post(dossier + "/opinion", body.replace("$long", "x".repeat(4001)));

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.issues()).containsExactly(issue);
            assertThat(answer.text("/issues/0/in")).isEqualTo("body");
            assertThat(answer.text("/issues/0/detail")).isNotBlank();
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "[]", "", "null", "'x'", "{'opinion': }"})
        void what_is_no_json_object(String body) {
            Answer answer = api.as(world.reviewer).post(submitted() + "/opinion", body);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/type")).isEqualTo("urn:problem-type:belgif:badRequest");
            assertThat(answer.at("/issues")).hasSize(1);
            assertThat(answer.text("/issues/0/in")).isEqualTo("body");
            assertThat(answer.at("/issues/0/name").isMissingNode()).isTrue();
            assertThat(answer.text("/issues/0/detail"))
                    .isEqualTo("Le corps de la requête manque ou ne peut pas être lu.");
            assertThat(answer.body()).doesNotContain("jackson", "Exception");
        }

        @ParameterizedTest
        @CsvSource({
            "{'cpas': '0999'}, 400",
            "{'cpas': 999}, 400",
            "{}, 400",
            "{'cpas': '0403019261'}, 404",
            "{'cpas': '0431150351'}, 400"
        })
        void a_cpas_that_is_none(String body, int status) {
            assertThat(api.as(world.head).post(APPLICATIONS, body).status()).isEqualTo(status);
        }

        @ParameterizedTest
        @CsvSource({
            "/api/v1/cpas?size=0, size",
            "/api/v1/cpas?size=101, size",
            "/api/v1/dossiers?size=x, size",
            "/api/v1/dossiers?after=x, after",
            "/api/v1/dossiers?after=AAAA, after",
            // +300000-01-01: later than the database keeps
            "/api/v1/dossiers?after=KzMwMDAwMC0wMS0wMVQwMDowMDowMFpfMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw, after",
            "/api/v1/work-items?after=KzMwMDAwMC0wMS0wMVQwMDowMDowMFpfMDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw, after",
            "/api/v1/dossiers?status=DONE, status",
            "/api/v1/dossiers?kind=NONE, kind",
            "/api/v1/dossiers?sort=number, sort",
            "/api/v1/cpas?after=1, after",
            "/api/v1/work-items?assignee=you, assignee"
        })
        void a_query_that_cannot_be_read(String path, String name) {
            Answer answer = api.as(world.approver).get(path);

            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.issues()).containsExactly(name + ": unreadable");
            assertThat(answer.text("/issues/0/in")).isEqualTo("query");
        }

        @Test
        void an_address_that_is_not_taken_says_so() {
            Answer answer = api.as(world.approver).with("Accept-Language", "de").get("/api/v1/cpas?q=%00");

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("/issues/0/in")).isEqualTo("query");
            assertThat(answer.text("/issues/0/detail")).contains("Steuerzeichen");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/api/v1/dossiers/DPD-2026-99999",
                    "/api/v1/dossiers/x",
                    "/api/v1/dpd-applications/x",
                    "/api/v1/qualities/x",
                    "/api/v1/entities/1",
                    "/api/v1/nowhere"
                })
        void an_address_that_leads_nowhere(String path) {
            Answer answer = api.as(world.approver).get(path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text("/type")).isEqualTo("urn:problem-type:belgif:resourceNotFound");
        }

        @Test
        void what_http_itself_refuses() {
            var caller = api.as(world.approver);

            assertThat(caller.post("/api/v1/me", "{}").status()).isEqualTo(405);
            assertThat(caller.post("/api/v1/me", "{}").header("Allow")).isPresent();
            assertThat(caller.with("Accept", "text/csv").get("/api/v1/me").status())
                    .isEqualTo(406);
            assertThat(caller.with("Content-Type", "text/plain")
                            .send("POST", APPLICATIONS, BodyPublishers.ofString("x"))
                            .status())
                    .isEqualTo(415);
            assertThat(api.as(world.head).post(draft() + "/documents", "{}").status())
                    .isEqualTo(415);
        }

        @Test
        void a_file_with_a_virus_is_not_kept() {
            String documents = draft() + "/documents";
            String infected = new String(SampleFiles.pdf(), StandardCharsets.ISO_8859_1) + Clamd.EICAR;

            Answer refused =
                    api.as(world.head).upload(documents, "a.pdf", infected.getBytes(StandardCharsets.ISO_8859_1));

            assertThat(refused.issues()).containsExactly("files: casework.file-infected");
            assertThat(api.as(world.head).get(documents).at("/items")).isEmpty();
        }

        @Test
        void a_file_that_is_too_large_or_none_of_those_taken() {
            String documents = draft() + "/documents";

            assertThat(api.as(world.head)
                            .upload(documents, "a.pdf", new byte[11 << 20])
                            .status())
                    .isEqualTo(413);
            assertThat(api.as(world.head)
                            .upload(documents, "a.pdf", new byte[] {1, 2, 3})
                            .issues())
                    .containsExactly("files: casework.file-kind-refused");
        }

        @Test
        void a_file_under_another_name_is_missing() {
            Answer answer = api.as(world.head).upload(draft() + "/documents", "file", "a.pdf", SampleFiles.pdf());

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.issues()).containsExactly("files: unreadable");
            assertThat(answer.text("/issues/0/in")).isEqualTo("body");
        }
    }

    @Nested
    class Conventions {

        @ParameterizedTest
        @CsvSource({
            "nl-BE, nl-BE, Bron niet gevonden",
            "'de-BE,fr;q=0.5', de-BE, Ressource nicht gefunden",
            "en, en, Resource not found",
            "pt, fr-BE, Ressource introuvable",
            "'', fr-BE, Ressource introuvable"
        })
        void problems_speak_the_language_that_was_asked_for(String asked, String spoken, String title) {
            var caller =
                    asked.isEmpty() ? api.as(world.head) : api.as(world.head).with("Accept-Language", asked);

            Answer answer = caller.get("/api/v1/dossiers/DPD-2026-99999");

            assertThat(answer.text("/title")).isEqualTo(title);
            assertThat(answer.header("Content-Language")).contains(spoken);
        }

        @Test
        void somebody_unknown_is_answered_in_french_unless_they_ask_otherwise() {
            assertThat(api.get("/api/v1/me").text("/title")).isEqualTo("Identification requise");
        }

        @Test
        void issues_and_words_speak_it_too() {
            String dossier = submitted();

            Answer wrong =
                    api.as(world.reviewer).with("Accept-Language", "nl-BE").post(dossier + "/opinion", "{}");
            assertThat(wrong.text("/issues/0/detail")).contains("Advies");
            Answer read =
                    api.as(world.reviewer).with("Accept-Language", "de-BE").get(dossier);
            assertThat(read.text("/openWork/kind/text")).isEqualTo("Stellungnahme abgeben");
            assertThat(read.text("/openWork/kind/code")).isEqualTo("GIVE_OPINION");
        }

        @Test
        void a_request_is_found_in_the_audit_log_by_its_trace_id() {
            String trace = "test-" + world.cpas.id().value().toString().substring(0, 8);

            Answer answer = api.as(world.head)
                    .with("BelGov-Trace-Id", trace)
                    .post(APPLICATIONS, "{'cpas': '" + number() + "'}");

            assertThat(answer.header("BelGov-Trace-Id")).contains(trace);
            assertThat(jdbc.sql("select operation from audit_event where trace_id = :trace")
                            .param("trace", trace)
                            .query(String.class)
                            .list())
                    .containsExactly("dpd.draft-started");
        }

        @ParameterizedTest
        @ValueSource(strings = {"with space", "1234567890123456789012345678901234567", "85073003328", "x;y"})
        void a_trace_id_that_is_none_is_replaced(String sent) {
            assertThat(api.as(world.head)
                            .with("BelGov-Trace-Id", sent)
                            .get("/api/v1/me")
                            .header("BelGov-Trace-Id"))
                    .get()
                    .asString()
                    .isNotEqualTo(sent)
                    .hasSize(36);
        }

        @Test
        void a_cpas_is_found_by_number_code_and_name_page_by_page() {
            var caller = api.as(world.user);

            assertThat(caller.get("/api/v1/cpas?q="
                                    + world.cpas.enterpriseNumber().formatted())
                            .text("/items/0/nisCode"))
                    .isEqualTo(world.cpas.nisCode());
            assertThat(caller.get("/api/v1/cpas?q=" + world.cpas.nisCode()).text("/items/0/enterpriseNumber"))
                    .isEqualTo(number());
            worlds.cpas();
            Answer first = caller.get("/api/v1/cpas?q=testville&size=1");
            assertThat(first.at("/items")).hasSize(1);
            Answer second = caller.get(first.text("/next"));
            assertThat(second.text("/items/0/enterpriseNumber")).isGreaterThan(first.text("/items/0/enterpriseNumber"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api/v1/cpas?q=%00", "/api/v1/cpas?q=a%00b"})
        void a_character_that_cannot_be_kept_is_refused_and_is_no_failure(String address) {
            assertThat(api.as(world.head).get(address).status()).isEqualTo(400);
        }

        @Test
        void lists_come_page_by_page() {
            submitted();
            world = worlds.cpas();
            submitted();

            for (String list : List.of("/api/v1/dossiers", "/api/v1/work-items")) {
                Answer first = api.as(world.reviewer).get(list + "?size=1");
                assertThat(first.at("/items")).hasSize(1);
                Answer second = ok(api.as(world.reviewer).get(first.text("/next")));
                assertThat(second.at("/items/0")).isNotEqualTo(first.at("/items/0"));
            }
        }

        @Test
        void a_caller_is_told_what_they_are() {
            Answer me = api.as(world.localManager).with("Acting-For", number()).get("/api/v1/me");

            assertThat(me.text("/lastName")).isEqualTo(world.localManager.lastName());
            assertThat(me.text("/signInLevel")).isEqualTo("500");
            assertThat(me.text("/actingFor/enterpriseNumber")).isEqualTo(number());
            assertThat(me.text("/capacities/0/kind/code")).isEqualTo("LOCAL_MANAGER");
            assertThat(me.text("/capacities/0/quality/kind/code")).isEqualTo("SOCIAL_ACTION");
            assertThat(me.body()).doesNotContain(world.localManager.niss().value());
        }
    }
}
