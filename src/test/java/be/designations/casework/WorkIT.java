package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.rules.NotAllowedException;
import be.designations.testing.ApiCaller;
import be.designations.testing.AtOnce;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of work, for who is in it all day. Each test asks for the work of its own CPAS. */
class WorkIT extends WholeApplication {

    @Autowired
    HeldWork held;

    @Autowired
    WorkItems workItems;

    @Autowired
    WorkHandling handling;

    CpasWorld world;
    String entity;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
        entity = "entity=" + world.cpas.enterpriseNumber().value();
    }

    /** What others ask for must not be behind all of this. */
    @AfterEach
    void leaveNoWorkAtTheDesks() {
        jdbc.sql("update work_item set done_at = now() where done_at is null and organisation_id = :cpas")
                .param("cpas", world.cpas.id().value())
                .update();
    }

    @Nested
    class Asking {

        @Test
        void each_filter_leaves_out_the_rest_on_the_page_and_in_the_api_alike() {
            DossierNumber number = submitted();
            acts.take(CpasWorld.as(world.reviewer), number, false);
            String holder = world.reviewer.id().value().toString();

            for (String asked : List.of(
                    "step=GIVE_OPINION",
                    "step=dpd-designation",
                    "due=month",
                    "language=fr",
                    "q=" + number,
                    "q=" + number.value().toLowerCase(Locale.ROOT),
                    "q=" + world.cpas.enterpriseNumber().formatted(),
                    "q=testv",
                    "q=" + world.candidate.lastName().toLowerCase(Locale.ROOT).substring(0, 3) + "+"
                            + world.candidate.firstName(),
                    "due=" + dueDay(number))) {
                assertThat(onPage(world.reviewer, asked)).as(asked).containsExactly(number.value());
                assertThat(inApi(world.reviewer, asked)).as(asked).containsExactly(number.value());
            }
            for (String asked : List.of("step=DECIDE", "due=late", "due=2001-01-01", "language=nl", "q=nowhere")) {
                assertThat(onPage(world.reviewer, asked)).as(asked).isEmpty();
                assertThat(inApi(world.reviewer, asked)).as(asked).isEmpty();
            }
            assertThat(onPage(world.reviewer, "who=" + holder)).containsExactly(number.value());
            assertThat(onPage(world.reviewer, "who=me")).containsExactly(number.value());
            assertThat(onPage(world.reviewer, "who=nobody")).isEmpty();
            assertThat(onPage(world.otherReviewer, "who=taken")).containsExactly(number.value());
            assertThat(inApi(world.otherReviewer, "assignee=" + holder)).containsExactly(number.value());
            assertThat(inApi(world.otherReviewer, "assignee=me")).isEmpty();
        }

        @Test
        void a_province_is_that_of_the_municipality() {
            DossierNumber number = submitted();
            jdbc.sql("""
                            update municipality set province_fr = 'Méditerranée', province_nl = 'Middellandse Zee'
                             where nis_code = (select nis_code from organisation where id = :id)""").param("id", world.cpas.id().value()).update();
            jdbc.sql("""
                            insert into municipality (nis_code, name_fr, name_nl, province_fr, province_nl, region, languages,
                                                      postal_code, inhabitants)
                            values ('99999', 'Ailleurs', 'Elders', 'Outre-Meuse', 'Outre-Meuse', 'WALLONIA', '{fr}', '4020', 1)
                            on conflict do nothing""").update();

            assertThat(onPage(world.reviewer, "province=mediterranee")).containsExactly(number.value());
            assertThat(onPage(world.reviewer, "province=outre-meuse")).isEmpty();
            assertThat(inApi(world.reviewer, "province=outre-meuse")).isEmpty();
        }

        @Test
        void what_was_made_up_counts_as_not_asked_on_the_page_and_is_refused_by_the_api() {
            DossierNumber number = submitted();

            assertThat(onPage(world.reviewer, "step=x&due=y&who=z&province=a&language=b&sort=c"))
                    .containsExactly(number.value());
            ApiCaller.Answer refused = api.as(world.reviewer).get("/api/v1/work-items?step=x&province=a&entity=1");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.issues())
                    .containsExactlyInAnyOrder(
                            "step: api.unreadable", "province: api.unreadable", "entity: api.unreadable");
            assertThat(api.as(world.reviewer)
                            .get("/api/v1/work-items?due=y&assignee=z&warned=no&language=en&sort=x")
                            .issues())
                    .containsExactlyInAnyOrder(
                            "due: unreadable",
                            "assignee: unreadable",
                            "warned: unreadable",
                            "language: unreadable",
                            "sort: unreadable");
        }

        @Test
        void what_is_late_stands_in_a_view_of_its_own() {
            DossierNumber number = submitted();
            jdbc.sql("update work_item set due_at = now() - interval '1 day' where case_id ="
                            + " (select id from case_file where dossier_number = :number)")
                    .param("number", number.value())
                    .update();

            assertThat(onPage(world.reviewer, "show=late")).containsExactly(number.value());
            assertThat(onPage(world.reviewer, "due=late")).containsExactly(number.value());
            assertThat(onPage(world.reviewer, "due=today")).containsExactly(number.value());
            assertThat(browsers.signedIn(world.reviewer)
                            .get("/work?show=late&" + entity)
                            .text())
                    .contains("En retard (1)", "1 tâche");
        }

        @Test
        void what_gave_something_to_weigh_when_it_came_is_found() {
            DossierNumber number = submitted();

            assertThat(onPage(world.reviewer, "warned=true"))
                    .as("somebody else holds the mandate until then")
                    .containsExactly(number.value());
            assertThat(browsers.signedIn(world.reviewer).get("/work?" + entity).text())
                    .contains("Point d’attention");
            acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien");
            acts.decide(CpasWorld.as(world.approver), number, null, true, null);
            assertThat(onPage(world.principalManager, "warned=true"))
                    .as("for whoever decides no more")
                    .isEmpty();
            assertThat(onPage(world.principalManager, "")).containsExactly(number.value());
        }

        @Test
        void the_order_is_turned_round_and_kept() {
            submitted();
            Browser browser = browsers.signedIn(world.reviewer);

            var sorted = browser.get("/work?sort=-created&" + entity).page();

            assertThat(sorted.select("th[aria-sort=descending]").eachText()).containsExactly("Arrivée le ↓");
            assertThat(sorted.select("th[aria-sort] a").attr("href")).contains("sort=created", entity);
        }

        @Test
        void a_niss_never_gets_into_an_address() {
            String niss = world.candidate.niss().formatted();

            for (String list : List.of("/work", "/cases")) {
                Answer refused = browsers.signedIn(world.reviewer).post(list + "/filter", Map.of("q", niss));
                assertThat(refused.status()).isEqualTo(422);
                assertThat(refused.text()).contains("C’est un NISS");
                assertThat(refused.page().selectFirst("#q").val()).isEqualTo(niss);
                assertThat(refused.page().select("a[href*=" + niss.substring(0, 8) + "]"))
                        .isEmpty();

                Answer found = browsers.signedIn(world.reviewer).post(list + "/filter", Map.of("q", "testville"));
                assertThat(found.location().orElseThrow()).endsWith(list + "?q=testville");
            }
            assertThat(api.as(world.reviewer)
                            .get("/api/v1/work-items?q="
                                    + world.candidate.niss().value())
                            .issues())
                    .containsExactly("q: access.niss-in-filter");
        }

        @Test
        void the_file_has_what_the_list_has() {
            DossierNumber number = submitted();

            Answer file = browsers.signedIn(world.reviewer).get("/work.csv?" + entity);

            assertThat(file.header("Content-Disposition")).contains("work-").contains(".csv");
            assertThat(file.body().lines())
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains(number.value(), "Rendre l’avis", "CPAS de Testville");
            assertThat(browsers.signedIn(world.approver)
                            .get("/work.csv?" + entity)
                            .body()
                            .lines())
                    .hasSize(1);
        }
    }

    @Nested
    class Taking {

        @Test
        void several_are_taken_and_given_back_at_once_with_an_answer_for_each() {
            DossierNumber free = submitted();
            CpasWorld other = worlds.cpas();
            DossierNumber taken = acts.submit(other.forCpas(other.head), other.answers());
            acts.take(CpasWorld.as(world.otherReviewer), taken, false);
            Browser browser = browsers.signedIn(world.reviewer);

            Answer answer = browser.follow(browser.post(
                    "/work/take", Map.of("dossiers", free + "," + taken + ",DPD-1999-00001", "list", entity)));

            assertThat(answer.response().uri().toString()).endsWith("/work?" + entity);
            assertThat(answer.page().selectFirst(".app-refused").text())
                    .contains(taken.value(), world.otherReviewer.displayName(), "DPD-1999-00001")
                    .doesNotContain(free.value());
            assertThat(answer.text()).contains("Vous avez pris en charge le dossier " + free);
            assertThat(onPage(world.reviewer, "show=mine")).containsExactly(free.value());

            ApiCaller.Answer released = api.as(world.reviewer)
                    .post("/api/v1/work-items/release", "{'dossiers': ['" + free + "', '" + taken + "']}");
            assertThat(released.at("/0/done").asBoolean()).isTrue();
            assertThat(released.text("/1/reason/code")).isEqualTo("casework.not-taken-by-you");
            assertThat(onPage(world.reviewer, "show=free")).containsExactly(free.value());
        }

        @Test
        void nothing_ticked_and_too_much_are_said() {
            Browser browser = browsers.signedIn(world.reviewer);

            assertThat(browser.follow(browser.post("/work/take", Map.of())).text())
                    .contains("Cochez au moins une tâche");
            assertThat(browser.follow(browser.post("/work/hand-over/begin", Map.of()))
                            .page()
                            .text())
                    .contains("Cochez au moins une tâche");
            assertThat(browser.post("/work/hand-over/begin", Map.of("dossiers", "x", "list", "x=é".repeat(20_000)))
                            .status())
                    .as("what no list has asked leads back to the list")
                    .isEqualTo(302);
            assertThat(api.as(world.reviewer)
                            .post("/api/v1/work-items/take", "{'dossiers': []}")
                            .issues())
                    .containsExactly("dossiers: casework.nothing-ticked");
        }

        @Test
        void who_may_take_work_hands_it_to_a_colleague_who_may_do_it() {
            DossierNumber number = submitted();
            Browser browser = browsers.signedIn(world.reviewer);
            String asking = browser.post("/work/hand-over/begin", Map.of("dossiers", number.value(), "list", entity))
                    .location()
                    .orElseThrow();
            Answer form = browser.get(asking);
            assertThat(form.page().select("#colleague option").eachText())
                    .contains(world.otherReviewer.displayName())
                    .doesNotContain(world.reviewer.displayName(), world.approver.displayName());

            Answer refused = browser.post(
                    "/work/hand-over", Map.of("dossiers", number.value(), "colleague", "", "note", "Lis l’annexe 2"));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().selectFirst("#colleague-error").text()).contains("Choisissez à qui");
            assertThat(refused.page().selectFirst("#note").text()).isEqualTo("Lis l’annexe 2");
            assertThat(browser.post(
                                    "/work/hand-over",
                                    Map.of(
                                            "dossiers",
                                            number.value(),
                                            "colleague",
                                            id(world.otherReviewer),
                                            "note",
                                            "Voir " + world.candidate.niss().formatted()))
                            .page()
                            .selectFirst("#note-error")
                            .text())
                    .contains("NISS");

            for (int click = 0; click < 2; click++) {
                Answer done = browser.follow(browser.post(
                        "/work/hand-over",
                        Map.of(
                                "dossiers",
                                number.value(),
                                "colleague",
                                id(world.otherReviewer),
                                "note",
                                "Lis l’annexe 2")));
                assertThat(done.text()).contains("confié à votre collègue");
            }

            assertThat(onPage(world.otherReviewer, "show=mine")).containsExactly(number.value());
            assertThat(browsers.signedIn(world.otherReviewer)
                            .get("/work?" + entity)
                            .text())
                    .contains("Note de " + world.reviewer.displayName() + " : Lis l’annexe 2");
            assertThat(mails.to(world.otherReviewer.id())).singleElement().satisfies(mail -> assertThat(mail.words())
                    .contains(number.value(), "Rendre l’avis", "Lis l’annexe 2", world.reviewer.displayName()));
            assertThat(browsers.signedIn(world.otherReviewer)
                            .get("/cases/" + number)
                            .text())
                    .contains("Tâche confiée à un collègue", "Lis l’annexe 2");
            assertThat(browsers.signedIn(world.head).get("/cases/" + number).text())
                    .as("what colleagues say to each other stays among them")
                    .contains("Tâche confiée à un collègue")
                    .doesNotContain("annexe 2");
            assertThat(jdbc.sql(
                                    "select count(*) from audit_event where operation = 'case.handed-over' and actor_person = :by")
                            .param("by", world.reviewer.id().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void to_whom_work_goes_is_asked_once_for_however_many_dossiers() {
            List<DossierNumber> two = List.of(submitted(), anotherCpas());

            int one = colleaguesOf(two.subList(0, 1));

            assertThat(colleaguesOf(two)).isEqualTo(one);
            jdbc.sql(
                            "update work_item set done_at = now() where case_id = (select id from case_file where dossier_number = :number)")
                    .param("number", two.get(1).value())
                    .update();
        }

        private DossierNumber anotherCpas() {
            CpasWorld other = worlds.cpas();
            return acts.submit(other.forCpas(other.head), other.answers());
        }

        private int colleaguesOf(List<DossierNumber> dossiers) {
            return StatementCount.of(() -> assertThat(handling.colleagues(CpasWorld.as(world.reviewer), dossiers))
                    .extracting(Person::id)
                    .contains(world.otherReviewer.id()));
        }

        @Test
        void nobody_hands_work_to_who_may_not_do_it_nor_what_is_not_theirs() {
            DossierNumber number = submitted();
            worlds.people().tie(world.otherReviewer, world.cpas, RelationshipCategory.OFFICIAL, null);

            assertThat(handOver(world.reviewer, number, world.otherReviewer)).isEqualTo("casework.not-a-colleague");
            assertThat(handOver(world.reviewer, number, world.approver)).isEqualTo("casework.not-a-colleague");
            assertThat(handOver(world.reviewer, number, world.reviewer)).isEqualTo("casework.hand-over-to-oneself");
            assertThat(handOver(world.approver, number, world.reviewer)).isEqualTo("dpd.not-a-reviewer");
            assertThat(handOver(worlds.cpas().head, number, world.reviewer)).isEqualTo("casework.not-found");
            assertThat(onPage(world.reviewer, "show=free")).containsExactly(number.value());
            assertThat(browsers.signedIn(worlds.cpas().head)
                            .get("/work/hand-over?dossiers=" + number)
                            .status())
                    .isEqualTo(404);
            assertThat(api.as(worlds.cpas().head)
                            .get("/api/v1/work-items/colleagues?dossier=" + number)
                            .status())
                    .isEqualTo(404);
            assertThat(api.as(world.reviewer)
                            .get("/api/v1/work-items/colleagues?dossier=" + number)
                            .body())
                    .contains(id(world.otherReviewer));
        }

        @Test
        void work_of_an_entity_goes_to_those_of_the_entity() {
            DossierNumber number = submitted();
            acts.askCompletion(CpasWorld.as(world.reviewer), number, null, "Quel diplôme ?");

            assertThat(api.as(world.head)
                            .get("/api/v1/work-items/colleagues?dossier=" + number)
                            .at("/")
                            .isMissingNode())
                    .isTrue();
            assertThat(api.as(world.head)
                            .get("/api/v1/work-items/colleagues?dossier=" + number)
                            .body())
                    .contains(id(world.principalManager), id(world.coPrincipalManager))
                    .doesNotContain(id(world.localManager), id(world.reviewer));
            assertThat(handOver(world.head, number, world.principalManager)).isEmpty();
            assertThat(onPage(world.principalManager, "show=mine")).containsExactly(number.value());
        }

        @Test
        void work_is_given_back_when_the_role_ends_that_took_it() {
            DossierNumber number = submitted();
            acts.take(CpasWorld.as(world.reviewer), number, false);
            held.release();
            assertThat(onPage(world.reviewer, "show=mine")).containsExactly(number.value());

            jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                    .param("person", world.reviewer.id().value())
                    .update();
            held.release();

            assertThat(onPage(world.otherReviewer, "show=free")).containsExactly(number.value());
            assertThat(browsers.signedIn(world.otherReviewer)
                            .get("/cases/" + number)
                            .text())
                    .contains(
                            "Dossier remis à disposition : la personne qui l’avait pris n’exerce plus cette fonction");
            held.release();
            assertThat(jdbc.sql(
                                    "select count(*) from audit_event where operation = 'case.holder-lost' and before::text like :person")
                            .param("person", "%" + id(world.reviewer) + "%")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        @Test
        void work_that_cannot_be_given_back_keeps_nobody_elses_from_it() {
            DossierNumber broken = submitted();
            acts.take(CpasWorld.as(world.reviewer), broken, false);
            CpasWorld elsewhere = worlds.cpas();
            DossierNumber sound = acts.submit(elsewhere.forCpas(elsewhere.head), elsewhere.answers());
            acts.take(CpasWorld.as(world.otherReviewer), sound, false);
            jdbc.sql("update role_assignment set valid_until = now() where person_id in (:people)")
                    .param(
                            "people",
                            List.of(
                                    world.reviewer.id().value(),
                                    world.otherReviewer.id().value()))
                    .update();

            stuckRows.during(
                    "work_item",
                    "case_id",
                    jdbc.sql("select id from case_file where dossier_number = :number")
                            .param("number", broken.value())
                            .query(UUID.class)
                            .single(),
                    held::release);
            assertThat(holder(broken)).isEqualTo(world.reviewer.id().value());
            assertThat(holder(sound)).isNull();

            held.release();
            assertThat(holder(broken)).isNull();
        }

        private @Nullable UUID holder(DossierNumber number) {
            return jdbc.sql("""
                            select w.assignee_id from work_item w join case_file c on c.id = w.case_id
                             where c.dossier_number = :number and w.done_at is null""")
                    .param("number", number.value())
                    .query((row, n) -> Optional.ofNullable(row.getObject("assignee_id", UUID.class)))
                    .single()
                    .orElse(null);
        }

        @Test
        void whoever_has_turned_the_pages_stays_where_they_were() {
            DossierNumber number = submitted();
            Browser browser = browsers.signedIn(world.reviewer);
            String place = new Place(Instant.parse("2020-01-01T00:00:00Z"), UUID.randomUUID()).toString();
            String here = entity + "&after=" + place;

            var form = browser.get("/work?" + here).page().selectFirst("#work");
            assertThat(form.selectFirst("[name=list]").val()).contains("after=" + place);
            assertThat(browser.post(
                                    "/work/take",
                                    Map.of(
                                            "one",
                                            number.value(),
                                            "list",
                                            form.selectFirst("[name=list]").val()))
                            .location())
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/work?" + here));
            assertThat(browser.post("/work/release", Map.of("one", number.value(), "list", entity + "&after=x"))
                            .location())
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/work?" + entity));
        }

        @Test
        void of_two_who_take_the_same_in_the_same_moment_one_has_it_and_the_other_is_told_who() throws Exception {
            DossierNumber number = submitted();

            List<String> said =
                    AtOnce.both(() -> taking(world.reviewer, number), () -> taking(world.otherReviewer, number));

            assertThat(said).containsExactlyInAnyOrder("taken", "casework.taken-by-other");
            assertThat(jdbc.sql(
                                    "select count(*) from timeline_entry where event = 'case.taken' and case_id = (select id from case_file where dossier_number = :number)")
                            .param("number", number.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }

        private String taking(Person person, DossierNumber number) {
            try {
                acts.take(CpasWorld.as(person), number, false);
                return "taken";
            } catch (NotAllowedException refused) {
                return refused.rejection().code();
            }
        }

        @Test
        void who_was_disabled_is_handed_nothing_and_keeps_nothing() {
            DossierNumber number = submitted();
            acts.take(CpasWorld.as(world.otherReviewer), number, false);

            disable(world.otherReviewer);
            held.release();

            assertThat(onPage(world.reviewer, "show=free")).containsExactly(number.value());
            Browser browser = browsers.signedIn(world.reviewer);
            browser.get("/work");
            assertThat(browser.follow(browser.post(
                                    "/work/hand-over/begin", Map.of("dossiers", number.value(), "list", "")))
                            .text())
                    .doesNotContain(world.otherReviewer.displayName());
            assertThat(handOver(world.reviewer, number, world.otherReviewer)).isEqualTo("casework.not-a-colleague");
            assertThat(api.as(world.reviewer)
                            .get("/api/v1/dossiers/" + number + "/mentionable")
                            .body())
                    .doesNotContain(id(world.otherReviewer));
        }

        private void disable(Person person) {
            jdbc.sql("update person set disabled_at = now() where id = :person")
                    .param("person", person.id().value())
                    .update();
        }

        /** Between the look at what somebody has and the giving back. */
        @Test
        void what_was_taken_anew_in_the_meantime_is_left_alone() {
            DossierNumber number = submitted();
            acts.take(CpasWorld.as(world.reviewer), number, false);
            WorkItem seen = workItems.takenBy(world.reviewer.id()).keySet().stream()
                    .filter(work -> work.organisation().equals(world.cpas.id()))
                    .findFirst()
                    .orElseThrow();

            jdbc.sql("update work_item set in_place_of = :principal where id = :id")
                    .param("principal", world.otherReviewer.id().value())
                    .param("id", seen.id().value())
                    .update();

            assertThat(workItems.releaseIdle(seen)).isEmpty();
        }

        private String handOver(Person by, DossierNumber number, Person to) {
            return api.as(by)
                    .post(
                            "/api/v1/work-items/hand-over",
                            "{'dossiers': ['" + number + "'], 'colleague': '" + id(to) + "'}")
                    .text("/0/reason/code");
        }
    }

    @Nested
    class Filters {

        @Test
        void a_filter_is_kept_counted_and_found_again() {
            submitted();
            Browser browser = browsers.signedIn(world.reviewer);

            for (int click = 0; click < 2; click++) {
                browser.get("/work");
                browser.post("/work/filters", Map.of("name", "Test\u202eville", "list", entity + "&step=GIVE_OPINION"));
            }

            var saved = browser.get("/work").page().select(".app-saved__list li");
            assertThat(saved).singleElement().satisfies(one -> {
                assertThat(one.text()).contains("Testville", "(1)");
                assertThat(numbersOn(browser.get(one.selectFirst("a").attr("href"))))
                        .hasSize(1);
            });
            assertThat(browsers.signedIn(world.otherReviewer)
                            .get("/work")
                            .page()
                            .select(".app-saved__list li"))
                    .noneMatch(one -> one.text().contains("Testville"));
        }

        @Test
        void a_shared_filter_stays_with_the_desk_and_anybody_there_removes_it() {
            submitted();
            String name = "Bureau " + world.cpas.enterpriseNumber().value();
            Browser owner = browsers.signedIn(world.reviewer);
            owner.get("/work");
            owner.post("/work/filters", Map.of("name", name, "shared", "true", "list", entity));
            jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                    .param("person", world.reviewer.id().value())
                    .update();

            Browser colleague = browsers.signedIn(world.otherReviewer);
            var shared = colleague.get("/work").page().select(".app-saved__list li").stream()
                    .filter(one -> one.text().contains(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(shared.text()).contains("(1)", "partagé par " + world.reviewer.displayName());
            String remove = shared.selectFirst("form").attr("action");

            assertThat(browsers.signedIn(world.approver).get("/work").text()).doesNotContain(name);
            Browser foreign = browsers.signedIn(world.approver);
            foreign.get("/work");
            assertThat(foreign.post(remove, Map.of()).status()).isEqualTo(404);
            assertThat(colleague.post(remove, Map.of("list", "")).status()).isEqualTo(302);
            assertThat(colleague.get("/work").text()).doesNotContain(name);
        }

        @Test
        void who_has_left_neither_sees_nor_removes_nor_replaces_what_they_shared() {
            submitted();
            String name = "Bureau " + world.cpas.enterpriseNumber().value();
            Browser owner = browsers.signedIn(world.reviewer);
            owner.get("/work");
            owner.post("/work/filters", Map.of("name", name, "shared", "true", "list", entity));
            jdbc.sql("update role_assignment set valid_until = now() where person_id = :person")
                    .param("person", world.reviewer.id().value())
                    .update();
            world.supportAgent("Simone");
            world.giveRight(
                    world.reviewer,
                    "SUPPORT_AGENT",
                    access.qualitiesOf(List.of(directory
                                    .findDesk(OrganisationKind.SUPPORT)
                                    .orElseThrow()
                                    .id()))
                            .get(0)
                            .id());
            Browser colleague = browsers.signedIn(world.otherReviewer);
            String remove = colleague.get("/work").page().select(".app-saved__list li").stream()
                    .filter(one -> one.text().contains(name))
                    .findFirst()
                    .orElseThrow()
                    .selectFirst("form")
                    .attr("action");

            Browser gone = browsers.signedIn(world.reviewer);
            assertThat(gone.get("/work").text()).doesNotContain(name);
            assertThat(gone.post(remove, Map.of("list", "")).status()).isEqualTo(404);
            assertThat(gone.follow(gone.post("/work/filters", Map.of("name", name, "list", entity)))
                            .page()
                            .selectFirst("#name-error")
                            .text())
                    .contains("là où vous travailliez");

            assertThat(colleague.get("/work").text()).contains(name, "partagé par");
        }

        @Test
        void a_filter_needs_a_name_and_something_asked() {
            Browser browser = browsers.signedIn(world.reviewer);
            browser.get("/work");

            Answer unnamed = browser.follow(
                    browser.post("/work/filters", Map.of("name", " ", "shared", "true", "list", entity)));

            assertThat(unnamed.page().selectFirst("#name-error").text()).contains("Donnez un nom");
            assertThat(unnamed.page().selectFirst("#shared").hasAttr("checked")).isTrue();
            assertThat(browser.follow(browser.post("/work/filters", Map.of("name", "Tout")))
                            .text())
                    .contains("Choisissez d’abord au moins un filtre");
            assertThat(browser.follow(browser.post("/work/filters", Map.of("name", "x".repeat(61), "list", entity)))
                            .text())
                    .contains("plus de 60 caractères");
            Browser nobody = browsers.signedIn(world.user);
            nobody.get("/help");
            assertThat(nobody.post("/work/filters", Map.of("name", "x", "list", entity))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Nested
    class Live {

        @Test
        void what_others_took_is_told_and_nothing_where_nothing_changed() {
            DossierNumber number = submitted();
            Browser browser = browsers.signedIn(world.reviewer);
            String poll = browser.get("/work?show=free&" + entity)
                    .page()
                    .selectFirst("#lines [hx-get]")
                    .attr("hx-get");

            assertThat(browser.get(poll).status()).isEqualTo(204);
            acts.take(CpasWorld.as(world.otherReviewer), number, false);

            Answer changed = browser.get(poll);
            assertThat(changed.status()).isEqualTo(200);
            assertThat(changed.page().select("#lines tbody tr")).isEmpty();
        }

        @Test
        void who_has_a_dossier_open_is_seen_by_those_of_the_desk_alone() {
            DossierNumber number = submitted();
            browsers.signedIn(world.otherReviewer).get("/cases/" + number + "/opinion");
            browsers.signedIn(world.head).get("/cases/" + number);

            String open = "Ouvert aussi par " + world.otherReviewer.displayName();
            assertThat(browsers.signedIn(world.reviewer).get("/work?" + entity).text())
                    .contains(open);
            assertThat(browsers.signedIn(world.reviewer).get("/cases/" + number).text())
                    .contains(open)
                    .doesNotContain("Ouvert aussi par " + world.head.displayName());
            assertThat(browsers.signedIn(world.head).get("/cases/" + number).text())
                    .doesNotContain("Ouvert aussi");
            assertThat(browsers.signedIn(world.otherReviewer)
                            .get("/work?" + entity)
                            .text())
                    .contains("Ouvert aussi par " + world.reviewer.displayName());
            assertThat(browsers.signedIn(world.reviewer)
                            .get("/cases/" + number + "/present")
                            .text())
                    .contains(open);
            assertThat(browsers.signedIn(worlds.cpas().head)
                            .get("/cases/" + number + "/present")
                            .status())
                    .isEqualTo(404);

            jdbc.sql("update case_presence set seen_at = now() - interval '6 minutes' where person_id = :person")
                    .param("person", world.otherReviewer.id().value())
                    .update();
            assertThat(browsers.signedIn(world.reviewer).get("/cases/" + number).text())
                    .doesNotContain(open);
        }

        @Test
        void what_a_page_asks_by_itself_keeps_no_session_alive() {
            Browser browser = browsers.signedIn(world.reviewer);
            browser.get("/work");
            jdbc.sql(
                            "update spring_session set last_access_time = last_access_time - 600000 where principal_name = :name")
                    .param("name", world.reviewer.id().value().toString())
                    .update();
            long before = lastUse();

            browser.get("/work", "X-By-Itself", "true");
            assertThat(lastUse()).isEqualTo(before);
            browser.get("/work");
            assertThat(lastUse()).isGreaterThan(before);
        }

        private long lastUse() {
            return jdbc.sql("select max(last_access_time) from spring_session where principal_name = :name")
                    .param("name", world.reviewer.id().value().toString())
                    .query(Long.class)
                    .single();
        }

        @Test
        void a_dossier_is_read_beside_the_list() {
            DossierNumber number = submitted();
            Browser browser = browsers.signedIn(world.reviewer);

            var preview =
                    browser.get("/work?" + entity + "&preview=" + number).page().selectFirst("#preview");

            assertThat(preview.text()).contains("Dossier " + number, "CPAS de Testville", "Rendre l’avis");
            assertThat(browser.get("/work?preview=DPD-1999-00001").status()).isEqualTo(200);
            assertThat(browser.get("/work?preview=x").status()).isEqualTo(200);
        }
    }

    private DossierNumber submitted() {
        return acts.submit(world.forCpas(world.head), world.answers());
    }

    private LocalDate dueDay(DossierNumber number) {
        return Days.lastBefore(jdbc.sql("""
                        select w.due_at from work_item w join case_file c on c.id = w.case_id
                         where c.dossier_number = :number and w.done_at is null""")
                .param("number", number.value())
                .query((row, i) -> row.getTimestamp(1).toInstant())
                .single());
    }

    private static String id(Person person) {
        return person.id().value().toString();
    }

    private List<String> onPage(Person reader, String asked) {
        return numbersOn(browsers.signedIn(reader).get("/work?" + asked + "&" + entity));
    }

    private static List<String> numbersOn(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return answer.page().select("#lines tbody tr").eachAttr("data-line");
    }

    private List<String> inApi(Person reader, String asked) {
        JsonNode items =
                api.as(reader).get("/api/v1/work-items?" + asked + "&" + entity).at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path("dossier").asText())
                .toList();
    }
}
