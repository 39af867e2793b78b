package be.designations.mandate;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.CaseDesk;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import be.designations.dpd.DpdRegister;
import be.designations.dpd.RefusalGround;
import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.Niss;
import be.designations.letters.Letter;
import be.designations.letters.LetterKind;
import be.designations.letters.Letters;
import be.designations.mandate.AssistanceStore.Neighbour;
import be.designations.mandate.MandateAnswers.AssistanceEnding;
import be.designations.mandate.MandateAnswers.AssistanceGivenUp;
import be.designations.mandate.MandateAnswers.TakingBack;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.AtOnce;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.ProcessElements.OfficerAssistance;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Adjunct and interim officers: through services, engine, database, mails, pages and API. */
class AssistanceIT extends WholeApplication {

    private static final BelgianDates DATES = new BelgianDates();

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);

    @Autowired
    private Assistances assistances;

    @Autowired
    private AssistanceEnds ends;

    @Autowired
    private MandateEnds mandateEnds;

    @Autowired
    private Letters letters;

    @Autowired
    private MandateRegister register;

    @Autowired
    private DpdRegister mandates;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Cases cases;

    @Autowired
    private ProcessEngine engine;

    private CpasWorld world;
    private ProcessTrace trace;
    private Person interim;

    @BeforeEach
    void aCpas() {
        world = worlds.cpas();
        trace = new ProcessTrace(engine);
        interim = world.person("Irène");
    }

    @Test
    void an_interim_officer_is_told_to_everybody_and_gets_nothing_by_it() {
        DossierNumber number = interim(today, today.plusDays(30));

        assertThat(number.value()).matches("AID-\\d{4}-\\d{5}");
        assertThat(trace.of(number)).isWaitingAtExactly(OfficerAssistance.EVENT_ASSISTANCE_OVER);
        assertThat(mails.told(number, "assistance-named"))
                .containsExactlyInAnyOrder(
                        "bcss@test.example",
                        "spp-is@test.example",
                        world.cpas.email(),
                        world.principalManager.email(),
                        world.coPrincipalManager.email(),
                        world.localManager.email(),
                        interim.email());
        assertThat(access.localManager(world.socialAction.id(), Instant.now())
                        .orElseThrow()
                        .person())
                .isEqualTo(world.localManager.id());
        assertThat(access.holdsAny(interim.id(), world.cpas.id(), Instant.now()))
                .isFalse();
        assertThat(mandates.dataProtectionOfficer(world.cpas.id(), Instant.now()))
                .contains(world.localManager.id());
        assertThat(acts.view(as(interim), number).dossier().number()).isEqualTo(number);
    }

    @Test
    void the_cpas_of_a_shared_officer_name_the_same_person_one_after_the_other() {
        Person shared = world.person("Sara");
        List<Person> heads = new ArrayList<>();
        List<EnterpriseNumber> served = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            Organisation cpas = worlds.people().cpas("CPAS partagé " + i);
            Person head = world.person("Hector");
            worlds.people().give(head, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, cpas);
            mandate(cpas, shared);
            heads.add(head);
            served.add(cpas.enterpriseNumber());
        }
        List<DossierNumber> numbers = new ArrayList<>();
        for (int i = 0; i < served.size(); i++) {
            List<Neighbour> known = assistances.neighbours(as(heads.get(i)), served.get(i));
            if (i > 0) {
                Neighbour one = known.get(0);
                assertThat(known).hasSize(1);
                assertThat(one.person()).isEqualTo(interim.id());
                assertThat(one.cpas()).isEqualTo(i);
                assertThat(Days.lastBefore(one.until())).isEqualTo(today.plusDays(60));
            } else {
                assertThat(known).isEmpty();
            }
            numbers.add(assistances.name(
                    as(heads.get(i)), served.get(i), naming(AssistanceKind.INTERIM, today, today.plusDays(60))));
        }
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(assistances.neighbours(as(world.head), world.cpas.enterpriseNumber()))
                .as("of a CPAS with another officer")
                .isEmpty();

        RegisterQuery query = new RegisterQuery(
                RegisterQuery.Role.INTERIM,
                interim.displayName(),
                "",
                null,
                RegisterQuery.State.RUNNING,
                today,
                RegisterQuery.Order.CPAS);
        assertThat(lines(world.approver, query)).containsExactlyInAnyOrderElementsOf(served);
        assertThat(lines(world.reviewer, query)).hasSize(11);
        assertThat(lines(heads.get(3), query)).containsExactly(served.get(3));
        assertThat(lines(world.head, query)).isEmpty();
        assertThat(lines(interim, query)).hasSize(11);

        // Forty-four hours a week: said to the desks, refused to nobody (D12).
        String page = browsers.signedIn(world.reviewer)
                .get("/cases/" + numbers.get(0))
                .text();
        assertThat(page).contains("44", "plus de 38 heures");
        assertThat(browsers.signedIn(heads.get(0))
                        .get("/cases/" + numbers.get(0))
                        .text())
                .doesNotContain("plus de 38 heures");
    }

    @Test
    void of_eleven_cpas_each_has_its_own_dossier_which_ends_when_its_own_mandate_begins() {
        Person shared = world.person("Sara");
        List<Organisation> served = new ArrayList<>();
        List<DossierNumber> numbers = new ArrayList<>();
        List<Person> heads = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            Organisation cpas = worlds.people().cpas("CPAS desservi " + i);
            Person head = world.person("Hector");
            worlds.people().give(head, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, cpas);
            mandate(cpas, shared);
            served.add(cpas);
            heads.add(head);
            numbers.add(assistances.name(
                    as(head),
                    cpas.enterpriseNumber(),
                    naming(AssistanceKind.INTERIM, today.minusDays(10), today.plusDays(60))));
        }
        UUID fourth = mandates.runningMandate(served.get(3).id(), Instant.now())
                .orElseThrow()
                .id();

        DossierNumber resignation = mandateEnds.resign(as(shared), fourth, today.plusDays(5), "Un CPAS de trop");

        assertThat(cases.find(resignation).orElseThrow().organisation())
                .isEqualTo(served.get(3).id());
        for (int i = 0; i < 11; i++) {
            Organisation cpas = served.get(i);
            assertThat(mandates.runningMandate(cpas.id(), Instant.now())
                            .orElseThrow()
                            .validUntil())
                    .as(cpas.name(Language.FR))
                    .isEqualTo(i == 3 ? Days.endOf(today.plusDays(5)) : null);
        }
        assertThat(numbers).allMatch(number -> status(number).equals("assistance.named"));
        assertThatThrownBy(() -> acts.view(as(heads.get(0)), resignation)).isInstanceOf(NotFoundException.class);

        for (int i = 0; i < 11; i++) {
            jdbc.sql(
                            "update dpd_mandate set valid_until = :from, end_reason = 'REPLACEMENT' where organisation_id = :cpas")
                    .param("from", Timestamp.from(Days.startOf(today)))
                    .param("cpas", served.get(i).id().value())
                    .update();
            given(served.get(i), world.person("Nora"), today);
            ends.run();
            assertThat(numbers.subList(0, i + 1))
                    .allMatch(number -> status(number).equals("assistance.succeeded"));
            assertThat(numbers.subList(i + 1, 11))
                    .allMatch(number -> status(number).equals("assistance.named"));
        }
        ends.run();

        assertThat(numbers).allSatisfy(number -> {
            assertThat(until(number)).isEqualTo(Days.startOf(today));
            assertThat(trace.of(number)).isEnded();
            assertThat(mails.told(number, "assistance-ended"))
                    .containsOnlyOnce(interim.email())
                    .containsOnlyOnce("bcss@test.example");
            assertThat(mails.told(number, "assistance-without-officer")).isEmpty();
            assertThat(standing(certificate(number))).isEqualTo("ended");
        });
    }

    /** D117. */
    @Test
    void whoever_is_named_has_a_certificate_from_the_cpas_that_holds_until_it_is_over() {
        DossierNumber number = interim(today, today.plusDays(30));
        DossierNumber adjunct = name(world.candidate, AssistanceKind.ADJUNCT, today, null);

        assertThat(letters.ofCase(id(number)))
                .extracting(Letter::kind, Letter::language)
                .containsExactly(tuple(LetterKind.OFFICER_ASSISTANCE, Language.FR));
        assertThat(browsers.signedIn(interim)
                        .pdf("/cases/" + number + "/letters/1.pdf")
                        .replaceAll("\\s+", " "))
                .contains(
                        "Attestation : " + interim.displayName() + ", DPD ad interim du CPAS de Testville",
                        "à partir du " + DATES.day(today),
                        "prend fin le " + DATES.day(today.plusDays(30)) + " au plus tard",
                        "4 heures par semaine",
                        "ne donne aucun accès",
                        world.head.displayName())
                .doesNotContain("Base légale", "KB0026541", "Le DPD est absent");
        assertThat(browsers.signedIn(world.candidate)
                        .pdf("/cases/" + adjunct + "/letters/1.pdf")
                        .replaceAll("\\s+", " "))
                .contains("adjoint du DPD", "Art. 4 de l’AR du 12 août 1993")
                .doesNotContain("prend fin le");
        assertThat(browsers.signedIn(worlds.cpas().head)
                        .get("/cases/" + number + "/letters/1.pdf")
                        .status())
                .isEqualTo(404);
        assertThat(mails.about(number))
                .filteredOn(mail -> mail.kind().equals("assistance-named"))
                .allSatisfy(mail -> assertThat(mail.text()).contains(number + "/1", "#letters"));

        assertThat(standing(certificate(number))).isEqualTo("holds");
        jdbc.sql("update assisting_officer set valid_from = now() - interval '9 days' where id = :id")
                .param("id", id(number))
                .update();
        end(as(world.head), number, today.minusDays(1), "Retour");
        assertThat(standing(certificate(number))).isEqualTo("ended");
        assertThat(standing(certificate(adjunct))).isEqualTo("holds");
    }

    @Test
    void a_naming_that_is_refused_makes_no_certificate_and_one_that_is_given_up_ends_it() {
        assertThatThrownBy(() -> interim(today.plusDays(2), today)).isInstanceOf(RejectedException.class);
        assertThat(jdbc.sql("select count(*) from letter where organisation_id = :cpas")
                        .param("cpas", world.cpas.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();

        DossierNumber number = interim(today.plusDays(5), today.plusDays(30));
        assertThat(standing(certificate(number))).as("before its first day").isEqualTo("holds");
        desk.perform(as(world.head), number, "give-up", null, new AssistanceGivenUp("Le DPD reste"));
        assertThat(standing(certificate(number))).isEqualTo("ended");
    }

    private Letter certificate(DossierNumber number) {
        return letters.ofCase(id(number)).get(0);
    }

    private String standing(Letter letter) {
        return letters.check(letter.code()).orElseThrow().status();
    }

    @Test
    void whoever_is_named_elsewhere_is_named_from_the_page_without_their_number() {
        Person shared = world.person("Sara");
        Organisation first = worlds.people().cpas("CPAS premier");
        Organisation second = worlds.people().cpas("CPAS second");
        Person neighbour = world.person("Hector");
        Person head = world.person("Hélène");
        worlds.people().give(neighbour, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, first);
        worlds.people().give(head, LegalFunctionKind.HEAD_OF_DAILY_MANAGEMENT, second);
        mandate(first, shared);
        mandate(second, shared);
        assistances.name(
                as(neighbour), first.enterpriseNumber(), naming(AssistanceKind.INTERIM, today, today.plusDays(60)));
        String form = "/entities/" + second.enterpriseNumber().value() + "/assisting-officers/new";
        Browser browser = browsers.signedIn(head);
        var page = browser.get(browser.get(form).page().select("#neighbours a").attr("href"));
        assertThat(page.text()).contains(interim.displayName());
        assertThat(page.body()).doesNotContain(interim.niss().value());
        Map<String, String> answers = new HashMap<>(day("firstDay", today));
        answers.putAll(day("lastDay", today.plusDays(60)));
        answers.putAll(Map.of(
                "_same", page.page().select("input[name=_same]").val(),
                "kind", "INTERIM",
                "hoursPerWeek", "4",
                "reason", "Le DPD est absent",
                "qualified", "true",
                "noConflict", "true"));
        assertThat(browser.follow(browser.post(form, answers)).text())
                .contains("La désignation est enregistrée", interim.displayName());
        assertThat(count(second)).isEqualTo(1);

        jdbc.sql("update dpd_mandate set valid_until = now() - interval '1 day' where organisation_id = :cpas")
                .param("cpas", second.id().value())
                .update();
        given(second, interim, today);
        answers.putAll(day("lastDay", today.plusDays(30)));
        var refused = browser.post(form, answers);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".govuk-error-summary__list li").eachText())
                .anyMatch(wrong -> wrong.contains("est le DPD de ce CPAS"));
        assertThat(refused.page().select(".govuk-error-summary__list a").eachAttr("href"))
                .as("their number is not asked for")
                .doesNotContain("#niss")
                .allMatch(link -> refused.page().getElementById(link.substring(1)) != null);
    }

    @Test
    void numbers_are_not_tried_without_end() {
        for (int i = 0; i < 10; i++) {
            AssistanceNaming nobody = new AssistanceNaming(
                    AssistanceKind.INTERIM,
                    Niss.withCheckDigits(LocalDate.of(1971, 3, 5).plusDays(i), 911),
                    BigDecimal.valueOf(4),
                    today,
                    today.plusDays(900),
                    "Le DPD est absent",
                    true,
                    true);
            assertThatThrownBy(() -> assistances.name(as(world.head), world.cpas.enterpriseNumber(), nobody))
                    .hasMessageContaining("niss-unknown");
        }
        assertThatThrownBy(() -> interim(as(world.head), today, today.plusDays(20)))
                .hasMessageContaining("too-many-look-ups");
        assertThat(count(world.cpas)).isZero();
    }

    @Test
    void is_named_by_those_who_file_for_the_cpas_alone() {
        CpasWorld other = worlds.cpas();
        for (Person stranger : List.of(other.head, other.localManager, other.principalManager, world.user, interim)) {
            assertThatThrownBy(() -> interim(as(stranger), today, today))
                    .as(stranger.firstName())
                    .isInstanceOf(NotFoundException.class);
        }
        for (Person reader : List.of(world.localManager, world.reviewer, world.approver)) {
            assertThatThrownBy(() -> interim(as(reader), today, today))
                    .as(reader.firstName())
                    .isInstanceOf(NotAllowedException.class);
        }
        assertThatThrownBy(() -> interim(
                        new Actor(world.head.id(), null, SignInLevel.EID, world.principalManager.id()), today, today))
                .as("a deputy")
                .isInstanceOfAny(NotAllowedException.class, NotFoundException.class);
        DossierNumber number = interim(today, today.plusDays(3));
        for (Person foreign : List.of(other.head, world.user)) {
            assertThatThrownBy(() -> end(as(foreign), number, today, "Retour")).isInstanceOf(NotFoundException.class);
        }
        for (Person reader : List.of(world.localManager, interim, world.approver)) {
            assertThatThrownBy(() -> end(as(reader), number, today, "Retour")).isInstanceOf(NotAllowedException.class);
        }
        end(as(world.coPrincipalManager), number, today, "Retour");
    }

    /** D115. */
    @Test
    void an_officer_who_goes_is_named_once_gone_and_loses_no_day() {
        UUID mandate = mandates.runningMandate(world.cpas.id(), Instant.now())
                .orElseThrow()
                .id();
        DossierNumber resignation = mandateEnds.resign(as(world.localManager), mandate, today.plusDays(1), null);
        for (AssistanceKind kind : AssistanceKind.values()) {
            assertThat(rejections(() -> name(world.localManager, kind, today.plusDays(2), today.plusDays(20))))
                    .as(kind.name())
                    .containsExactly("assistance.officer-goes");
        }
        interim(today.plusDays(2), today.plusDays(20));
        desk.perform(as(world.localManager), resignation, "back", null, new TakingBack(null));

        mandateEnds.resign(as(world.localManager), mandate, today.minusDays(2), null);
        name(world.localManager, AssistanceKind.INTERIM, today.minusDays(1), today.plusDays(1));
    }

    @Test
    void neither_the_officer_nor_the_head_of_daily_management_is_named_and_no_two_stand_in_at_once() {
        assertThat(rejections(() -> name(world.localManager, AssistanceKind.ADJUNCT, today, null)))
                .containsExactly("assistance.is-officer");
        assertThat(rejections(() -> name(world.head, AssistanceKind.INTERIM, today, today)))
                .containsExactly("dpd.candidate-is-head");

        interim(today, today.plusDays(10));
        assertThat(rejections(
                        () -> name(world.candidate, AssistanceKind.INTERIM, today.plusDays(10), today.plusDays(20))))
                .containsExactly("assistance.interim-overlaps");
        name(world.candidate, AssistanceKind.INTERIM, today.plusDays(11), today.plusDays(20));
        // An adjunct may stand in as well; the same adjunct twice at once is refused.
        name(interim, AssistanceKind.ADJUNCT, today, null);
        name(world.candidate, AssistanceKind.ADJUNCT, today, null);
        assertThat(rejections(() -> name(interim, AssistanceKind.ADJUNCT, today.plusDays(4), today.plusDays(5))))
                .containsExactly("assistance.adjunct-overlaps");
    }

    @Test
    void who_was_refused_as_officer_is_named_once_approved_again_and_other_cpas_name_them() {
        LocalDate last = today.plusDays(20);
        decided(false, RefusalGround.KNOWLEDGE);

        for (AssistanceKind kind : AssistanceKind.values()) {
            assertThat(rejections(() -> name(world.candidate, kind, today, last)))
                    .as("%s", kind)
                    .containsExactly("assistance.was-refused");
        }
        CpasWorld other = worlds.cpas();
        assistances.name(
                as(other.head),
                other.cpas.enterpriseNumber(),
                naming(world.candidate, AssistanceKind.INTERIM, today, last));

        decided(false, RefusalGround.INCOMPLETE);
        assertThat(rejections(() -> name(world.candidate, AssistanceKind.INTERIM, today, last)))
                .as("what was missing says nothing, so the refusal before is the last word")
                .containsExactly("assistance.was-refused");
        decided(true, null);
        jdbc.sql("update dpd_mandate set valid_from = now() + interval '60 days' where person_id = :candidate")
                .param("candidate", world.candidate.id().value())
                .update();
        name(world.candidate, AssistanceKind.INTERIM, today, last);
    }

    @Test
    void a_refusal_for_what_was_missing_bars_nobody_and_one_for_want_of_time_no_adjunct() {
        decided(false, RefusalGround.INCOMPLETE);
        name(world.candidate, AssistanceKind.INTERIM, today.plusDays(30), today.plusDays(40));
        decided(false, RefusalGround.TIME);

        assertThat(rejections(() -> name(world.candidate, AssistanceKind.INTERIM, today, today.plusDays(20))))
                .containsExactly("assistance.was-refused");
        name(world.candidate, AssistanceKind.ADJUNCT, today, null);
    }

    @Test
    void whose_approval_was_withdrawn_is_not_named() {
        decided(true, null);
        UUID mandate = jdbc.sql("select id from dpd_mandate where person_id = :candidate")
                .param("candidate", world.candidate.id().value())
                .query(UUID.class)
                .single();
        mandateEnds.withdraw(as(world.approver), mandate, "Incompatibilité découverte");

        assertThat(rejections(
                        () -> name(world.candidate, AssistanceKind.INTERIM, today.plusDays(1), today.plusDays(20))))
                .containsExactly("assistance.approval-withdrawn");
    }

    @Test
    void whose_mandate_was_let_go_on_since_is_named() {
        decided(false, RefusalGround.OTHER);
        jdbc.sql("update dpd_mandate set valid_until = now() - interval '500 days' where organisation_id = :cpas")
                .param("cpas", world.cpas.id().value())
                .update();
        mandate(world.cpas, world.candidate);
        jdbc.sql("update dpd_mandate set valid_until = now() - interval '1 day' where person_id = :candidate")
                .param("candidate", world.candidate.id().value())
                .update();
        jdbc.sql("""
                        insert into mandate_extension (case_id, mandate_id, last_day, reason, asked_by, asked_at, former_end,
                                                       outcome, decided_by, decided_at)
                        select (select id from case_file where organisation_id = m.organisation_id limit 1), m.id, current_date,
                               'Suite', :head, now(), now(), 'ALLOWED', :approver, now()
                          from dpd_mandate m where m.person_id = :candidate""")
                .param("head", world.head.id().value())
                .param("approver", world.approver.id().value())
                .param("candidate", world.candidate.id().value())
                .update();

        name(world.candidate, AssistanceKind.INTERIM, today, today.plusDays(20));
    }

    @Test
    void what_the_same_person_goes_on_with_ends_once_in_the_calendar() {
        LocalDate last = today.plusDays(10);
        name(interim, AssistanceKind.INTERIM, today, last);
        name(interim, AssistanceKind.ADJUNCT, last.plusDays(1), null);
        assertThat(endingOn(last)).as("another function does not go on with it").containsExactly("interim");

        name(interim, AssistanceKind.INTERIM, last.plusDays(1), last.plusDays(20));
        assertThat(endingOn(last)).isEmpty();
        assertThat(endingOn(last.plusDays(20))).containsExactly("interim");
    }

    /** What ends on that day, as the head reads it. */
    private List<String> endingOn(LocalDate day) {
        return api.as(world.head)
                .get("/api/v1/work-calendar?from=" + day + "&days=1")
                .at("/days/0/ends")
                .findValuesAsText("code");
    }

    @Test
    void page_and_api_say_at_the_number_that_the_person_was_refused_and_nothing_is_named() {
        decided(false, RefusalGround.CONFLICT);
        Browser head = browsers.signedIn(world.head);
        String entity = world.cpas.enterpriseNumber().value();
        Map<String, String> answers = new HashMap<>(day("firstDay", today));
        answers.putAll(day("lastDay", today.plusDays(20)));
        answers.putAll(Map.of(
                "kind", "INTERIM",
                "niss", world.candidate.niss().value(),
                "hoursPerWeek", "4",
                "reason", "Le DPD est absent",
                "qualified", "true",
                "noConflict", "true"));

        for (String words : List.of(
                "fr Cette personne a été refusée comme DPD de ce CPAS par une décision du",
                "nl Deze persoon werd geweigerd als DPO van dit OCMW bij een beslissing van",
                "de Diese Person wurde durch eine Entscheidung vom",
                "en This person was refused as DPO of this CPAS by a decision of")) {
            head.get("/?lang=" + words.substring(0, 2));
            var refused = head.post("/entities/" + entity + "/assisting-officers/new", answers);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().selectFirst("#niss-error").text())
                    .contains(words.substring(3), DATES.day(Instant.now()));
            assertThat(refused.page().selectFirst("#reason").text()).isEqualTo("Le DPD est absent");
        }
        var issues = api.as(world.head).post("/api/v1/entities/" + entity + "/assisting-officers", """
                {'kind':'ADJUNCT','niss':'%s','firstDay':'%s','hoursPerWeek':2,'qualified':true,'noConflict':true}""".formatted(
                        world.candidate.niss().value(), today));
        assertThat(issues.status()).isEqualTo(400);
        assertThat(issues.body()).contains("assistance.was-refused", "niss");
        assertThat(count(world.cpas)).isZero();
    }

    /** Decides on an application for the candidate, of this CPAS. */
    private void decided(boolean approved, @Nullable RefusalGround ground) {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(as(world.reviewer), number, null, true, "Avis");
        acts.decide(as(world.approver), number, null, approved, approved ? null : "Ne convient pas.");
        if (ground != null) {
            jdbc.sql(
                            "update dpd_decision set refusal_ground = :ground where application_id ="
                                    + " (select a.id from dpd_application a join case_file c on c.id = a.case_id where c.dossier_number = :number)")
                    .param("ground", ground.name())
                    .param("number", number.value())
                    .update();
        }
    }

    @Test
    void the_same_twice_is_once_and_two_at_once_are_one() throws Exception {
        interim(today, today.plusDays(10));
        assertThatThrownBy(() -> interim(today, today.plusDays(10)))
                .isInstanceOfSatisfying(AlreadyHandledException.class, it -> assertThat(it.bySelf())
                        .isTrue());
        assertThatThrownBy(() -> interim(as(world.principalManager), today, today.plusDays(10)))
                .isInstanceOfSatisfying(AlreadyHandledException.class, it -> assertThat(it.bySelf())
                        .isFalse());

        CpasWorld other = worlds.cpas();
        Person first = other.person("Ilse");
        Person second = other.person("Inge");
        List<Optional<Throwable>> came = AtOnce.both(
                () -> Optional.ofNullable(catchThrowable(() -> assistances.name(
                        as(other.head),
                        other.cpas.enterpriseNumber(),
                        naming(first, AssistanceKind.INTERIM, today, today.plusDays(9))))),
                () -> Optional.ofNullable(catchThrowable(() -> assistances.name(
                        as(other.principalManager),
                        other.cpas.enterpriseNumber(),
                        naming(second, AssistanceKind.INTERIM, today, today.plusDays(9))))));
        assertThat(came.stream().flatMap(Optional::stream)).singleElement().isInstanceOf(RejectedException.class);
        assertThat(count(other.cpas)).isEqualTo(1);
    }

    @Test
    void over_by_its_date_a_cpas_without_officer_is_told_so_once_and_two_weeks_before() {
        jdbc.sql("update dpd_mandate set valid_until = now() - interval '1 day', end_reason = 'RESIGNATION'"
                        + " where organisation_id = :cpas")
                .param("cpas", world.cpas.id().value())
                .update();
        DossierNumber number = interim(today, today.plusDays(10));
        jdbc.sql("update assisting_officer set valid_from = now() - interval '20 days' where id = :id")
                .param("id", id(number))
                .update();
        ends.run();
        ends.run();
        if (new be.designations.calendar.WorkingDays().isWorkingDay(today)) {
            assertThat(mails.told(number, "assistance-ending"))
                    .containsExactlyInAnyOrder(
                            "spp-is@test.example",
                            world.cpas.email(),
                            world.principalManager.email(),
                            world.coPrincipalManager.email(),
                            interim.email());
        }
        assertThat(mails.told(number, "assistance-without-officer")).isEmpty();

        jdbc.sql("update assisting_officer set valid_until = now() where id = :id")
                .param("id", id(number))
                .update();
        ends.run();
        ends.run();
        assertThat(status(number)).isEqualTo("assistance.expired");
        assertThat(trace.of(number)).isEnded().hasPassed(OfficerAssistance.EVENT_ASSISTANCE_CLOSED);
        assertThat(mails.told(number, "assistance-without-officer"))
                .containsExactlyInAnyOrder(
                        "bcss@test.example",
                        "spp-is@test.example",
                        world.cpas.email(),
                        world.principalManager.email(),
                        world.coPrincipalManager.email(),
                        interim.email());
    }

    @Test
    void a_mandate_that_begins_ends_the_interim_officer_and_leaves_the_adjunct() {
        DossierNumber number = interim(today, today.plusDays(30));
        DossierNumber adjunct = name(world.person("Adèle"), AssistanceKind.ADJUNCT, today, null);
        acts.approved(world, world.answers());

        ends.run();

        assertThat(status(number)).isEqualTo("assistance.succeeded");
        assertThat(status(adjunct)).isEqualTo("assistance.named");
        Instant began = mandates.runningMandate(world.cpas.id(), Instant.now())
                .orElseThrow()
                .validFrom();
        assertThat(until(number)).isEqualTo(began);
        assertThat(mails.told(number, "assistance-ended")).contains(interim.email(), "bcss@test.example");
        assertThat(mails.told(number, "assistance-without-officer")).isEmpty();
        assertThat(rejections(() -> name(interim, AssistanceKind.INTERIM, today.minusDays(3), today.plusDays(2))))
                .as("reported for a time before that mandate")
                .contains("assistance.officer-began");
    }

    @ParameterizedTest(name = "{0} days after the first day of the interim")
    @CsvSource({"-1, assistance.succeeded, true", "0, assistance.succeeded, true", "1, assistance.succeeded, false"})
    void a_mandate_given_later_ends_the_interim_whether_it_begins_before_with_or_after_it(
            int after, String said, boolean neverWas) {
        withoutOfficer();
        LocalDate first = today.plusDays(10);
        DossierNumber number = interim(first, today.plusDays(40));
        given(world.cpas, world.candidate, first.plusDays(after));

        ends.run();
        assertThat(status(number)).as("until the mandate begins").isEqualTo("assistance.named");
        // Ten days later.
        back(Duration.ofDays(20));
        ends.run();
        ends.run();

        assertThat(status(number)).isEqualTo(said);
        assertThat(jdbc.sql("select revoked_at is not null from assisting_officer where id = :id")
                        .param("id", id(number))
                        .query(Boolean.class)
                        .single())
                .isEqualTo(neverWas);
        assertThat(mails.told(number, "assistance-ended")).contains(interim.email(), world.cpas.email());
        assertThat(mails.told(number, "assistance-without-officer")).isEmpty();
        assertThat(trace.of(number)).isEnded();
    }

    @Test
    void an_officer_who_is_there_when_the_interim_is_named_and_one_who_goes_on_end_nothing() {
        LocalDate first = today.plusDays(10);
        jdbc.sql("update dpd_mandate set valid_until = :until where organisation_id = :cpas")
                .param("until", Timestamp.from(Days.startOf(first.plusDays(3))))
                .param("cpas", world.cpas.id().value())
                .update();
        DossierNumber number = interim(first, today.plusDays(40));
        given(world.cpas, world.localManager, first.plusDays(3));

        back(Duration.ofDays(20));
        ends.run();

        assertThat(status(number)).isEqualTo("assistance.named");
    }

    private void withoutOfficer() {
        jdbc.sql("update dpd_mandate set valid_until = now() - interval '30 days', end_reason = 'RESIGNATION'"
                        + " where organisation_id = :cpas")
                .param("cpas", world.cpas.id().value())
                .update();
    }

    /** A mandate decided on now. */
    private void given(Organisation cpas, Person officer, LocalDate first) {
        UUID basis = UUID.randomUUID();
        jdbc.sql(
                        "insert into basis (id, operation, decided_by, decided_at) values (:id, 'dpd-designation', :by, now())")
                .param("id", basis)
                .param("by", world.approver.id().value())
                .update();
        jdbc.sql("""
                        insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, basis_id)
                        values (:id, :cpas, :person, 4, :from, :basis)""")
                .param("id", UUID.randomUUID())
                .param("cpas", cpas.id().value())
                .param("person", officer.id().value())
                .param("from", Timestamp.from(Days.startOf(first)))
                .param("basis", basis)
                .update();
    }

    /** Mandates and interims of the CPAS, that much earlier. */
    private void back(Duration time) {
        for (String table : List.of("dpd_mandate", "assisting_officer")) {
            jdbc.sql("update " + table + " set valid_from = valid_from - cast(:time as interval),"
                            + " valid_until = valid_until - cast(:time as interval) where organisation_id = :cpas")
                    .param("time", time.toString())
                    .param("cpas", world.cpas.id().value())
                    .update();
        }
    }

    @Test
    void is_ended_earlier_by_the_cpas_with_a_reason_and_once() {
        DossierNumber number = interim(today.minusDays(20), today.plusDays(30));
        assertThat(rejections(() -> end(as(world.head), number, today, " ")))
                .containsExactly("assistance.end-reason-missing");
        assertThat(rejections(() -> end(as(world.head), number, today.minusDays(21), "Retour")))
                .containsExactly("assistance.ends-before-first-day");
        assertThat(rejections(() -> end(as(world.head), number, today.plusDays(30), "Retour")))
                .containsExactly("assistance.not-earlier");

        end(as(world.head), number, today.plusDays(5), "Retour annoncé");
        assertThat(status(number)).isEqualTo("assistance.named");
        assertThat(until(number)).isEqualTo(Days.endOf(today.plusDays(5)));
        assertThat(mails.told(number, "assistance-ended"))
                .contains("bcss@test.example", "spp-is@test.example", interim.email())
                .doesNotContain(world.head.email());
        assertThatThrownBy(() -> end(as(world.head), number, today.plusDays(5), "Retour annoncé"))
                .isInstanceOf(AlreadyHandledException.class);

        end(as(world.head), number, today.minusDays(1), "Retour plus tôt");
        assertThat(status(number)).isEqualTo("assistance.ended");
        assertThat(trace.of(number)).isEnded();
        assertThatThrownBy(() -> end(as(world.head), number, today.minusDays(1), "Retour plus tôt"))
                .isInstanceOf(AlreadyHandledException.class);
        assertThat(interim(today, today.plusDays(3)))
                .as("the period is free again")
                .isNotEqualTo(number);
    }

    @Test
    void two_who_end_it_at_once_end_it_once() throws Exception {
        DossierNumber number = interim(today.minusDays(20), today.plusDays(30));
        List<Optional<Throwable>> came = AtOnce.both(
                () -> Optional.ofNullable(
                        catchThrowable(() -> end(as(world.head), number, today.minusDays(1), "Retour"))),
                () -> Optional.ofNullable(
                        catchThrowable(() -> end(as(world.principalManager), number, today.minusDays(2), "Retour"))));
        assertThat(came.stream().flatMap(Optional::stream))
                .singleElement()
                .isInstanceOfAny(AlreadyHandledException.class, NotAllowedException.class);
        assertThat(mails.told(number, "assistance-ended")).doesNotHaveDuplicates();
    }

    @Test
    void before_its_first_day_it_is_given_up_and_never_was() {
        DossierNumber number = interim(today.plusDays(5), today.plusDays(30));
        assertThatThrownBy(() -> end(as(world.head), number, today.plusDays(6), "Retour"))
                .isInstanceOf(AlreadyHandledException.class);

        desk.perform(as(world.head), number, "give-up", null, new AssistanceGivenUp("Le DPD reste"));

        assertThat(status(number)).isEqualTo("assistance.given-up");
        assertThat(mails.told(number, "assistance-without-officer")).isEmpty();
        name(world.candidate, AssistanceKind.INTERIM, today.plusDays(5), today.plusDays(30));
        assertThat(lines(
                        world.head,
                        new RegisterQuery(
                                RegisterQuery.Role.INTERIM,
                                "Irène",
                                "",
                                null,
                                RegisterQuery.State.STRUCK_OUT,
                                null,
                                RegisterQuery.Order.BEGIN)))
                .containsExactly(world.cpas.enterpriseNumber());
    }

    @Test
    void an_approver_who_stands_in_for_the_officer_decides_nothing_about_that_cpas() {
        UUID mandate = mandates.runningMandate(world.cpas.id(), Instant.now())
                .orElseThrow()
                .id();
        assertThat(register.view(as(world.approver), mandate).mayWithdraw()).isTrue();
        name(world.approver, AssistanceKind.INTERIM, today, today.plusDays(9));

        assertThat(register.view(as(world.approver), mandate).mayWithdraw()).isFalse();
        DossierNumber application = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(as(world.reviewer), application, null, true, "Avis");
        assertThatThrownBy(() -> acts.decide(as(world.approver), application, null, true, null))
                .isInstanceOfSatisfying(
                        NotAllowedException.class,
                        it -> assertThat(it.rejection().code()).isEqualTo("dpd.official-is-tied-to-cpas"));
    }

    @Test
    void the_page_says_what_is_wrong_keeps_what_was_typed_and_takes_the_same_click_once() {
        Browser head = browsers.signedIn(world.head);
        String entity = "/entities/" + world.cpas.enterpriseNumber().value();
        assertThat(head.get(entity).page().select("a[href$=/assisting-officers/new]"))
                .hasSize(1);
        String form = entity + "/assisting-officers/new";
        assertThat(head.get(form).status()).isEqualTo(200);
        Map<String, String> answers = new HashMap<>(day("firstDay", today));
        answers.putAll(day("lastDay", today.minusDays(1)));
        answers.putAll(Map.of(
                "kind", "INTERIM",
                "niss", interim.niss().value(),
                "hoursPerWeek", "3",
                "reason", "Le DPD est absent",
                "qualified", "true",
                "noConflict", "true"));
        var refused = head.post(form, answers);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Le dernier jour vient avant le premier", "Le DPD est absent");
        assertThat(refused.page().select("#hoursPerWeek-error, #lastDay-error")).hasSize(2);
        assertThat(count(world.cpas)).isZero();

        answers.putAll(day("lastDay", today.plusDays(20)));
        answers.put("hoursPerWeek", "4");
        var done = head.follow(head.post(form, answers));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.text()).contains("La désignation est enregistrée", interim.displayName(), "DPD ad interim");
        assertThat(head.follow(head.post(form, answers)).text())
                .contains("Adjoints et ad interim", interim.displayName());
        assertThat(count(world.cpas)).isEqualTo(1);
        assertThat(head.get(form + "?same=" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(browsers.signedIn(world.localManager).get(form).status()).isEqualTo(403);
        assertThat(browsers.signedIn(worlds.cpas().head).get(form).status()).isEqualTo(404);
        assertThat(head.get("/mandates?role=interim").text()).contains(interim.displayName(), world.head.displayName());
        assertThat(head.get("/mandates/register.csv?role=interim").body()).contains(interim.displayName());
    }

    @Test
    void over_the_api_the_same_people_do_the_same() {
        String path = "/api/v1/entities/" + world.cpas.enterpriseNumber().value() + "/assisting-officers";
        String body = """
                {'kind':'ADJUNCT','niss':'%s','firstDay':'%s','hoursPerWeek':2,'qualified':true,'noConflict':true}""".formatted(interim.niss().value(), today);
        assertThat(api.as(worlds.cpas().head).post(path, body).status()).isEqualTo(404);
        assertThat(api.as(world.reviewer).post(path, body).status()).isEqualTo(403);
        assertThat(api.as(world.head)
                        .post(path, body.replace("'hoursPerWeek':2", "'hoursPerWeek':0"))
                        .status())
                .isEqualTo(400);
        var named = api.as(world.head).post(path, body);
        assertThat(named.status()).isEqualTo(200);
        assertThat(api.as(world.head).post(path, body).status()).isEqualTo(409);

        String dossier = "/api/v1/dossiers/" + named.text("/dossier");
        assertThat(api.as(world.reviewer).get(dossier).text("/function/code")).isEqualTo("ADJUNCT");
        assertThat(api.as(world.user).get(dossier).status()).isEqualTo(404);
        assertThat(api.as(world.head).get("/api/v1/mandates?role=ADJUNCT").body())
                .contains(interim.displayName(), world.head.displayName());
        assertThat(api.as(world.head)
                        .post(dossier + "/end", "{'lastDay':'%s','reason':'Fini'}".formatted(today))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_page_of_a_mandate_lists_them_and_leads_to_what_the_reader_may_open() {
        DossierNumber number = interim(today, today.plusDays(30));
        Person adjunct = world.person("Adèle");
        DossierNumber given = name(adjunct, AssistanceKind.ADJUNCT, today.plusDays(5), null);
        desk.perform(world.forCpas(world.head), given, "give-up", null, new AssistanceGivenUp("Malade"));
        CpasWorld other = worlds.cpas();
        String mandate = "/mandates/"
                + mandates.runningMandate(world.cpas.id(), Instant.now())
                        .orElseThrow()
                        .id();
        String page = "#history ~ table tbody ";

        var read = browsers.signedIn(world.head).get(mandate).page();
        assertThat(read.select(page + "tr").eachText())
                .hasSize(3)
                .anyMatch(line -> line.contains(interim.lastName()) && line.contains("DPD ad interim"))
                .anyMatch(line -> line.contains(adjunct.firstName()) && line.contains("Adjoint du DPD"));
        assertThat(read.select(page + "a").eachAttr("href"))
                .contains("/cases/" + number.value(), "/cases/" + given.value(), mandate);
        assertThat(read.select(page).text()).doesNotContain(other.cpas.name(Language.FR));
        assertThat(browsers.signedIn(other.head).get(mandate).status()).isEqualTo(404);

        jdbc.sql("update responsibility set valid_until = now() where person_id = :officer and valid_until is null")
                .param("officer", world.localManager.id().value())
                .update();
        var officer = browsers.signedIn(world.localManager).get(mandate).page();
        assertThat(officer.select(page + "tr"))
                .as("an officer who is not local manager")
                .hasSize(3);
        assertThat(officer.select(page + "a").eachAttr("href")).containsExactly(mandate);
    }

    @Test
    void home_says_to_who_stands_in_or_assists_what_they_are_and_until_when() {
        DossierNumber number = interim(today, today.plusDays(30));
        Person adjunct = world.person("Adèle");
        name(adjunct, AssistanceKind.ADJUNCT, today.plusDays(5), null);

        var home = browsers.signedIn(interim).get("/").page();
        assertThat(home.select("#start-mandates ~ ul li").text())
                .contains("DPD ad interim", world.cpas.name(Language.FR), DATES.day(today.plusDays(30)));
        assertThat(home.select("#start-mandates ~ ul a").attr("href")).isEqualTo("/cases/" + number.value());
        assertThat(browsers.signedIn(interim).get("/cases/" + number.value()).status())
                .isEqualTo(200);
        assertThat(browsers.signedIn(adjunct)
                        .get("/")
                        .page()
                        .select("#start-mandates ~ ul li")
                        .text())
                .contains("Adjoint du DPD", "Pas de fin prévue");
        assertThat(browsers.signedIn(world.person("Personne")).get("/").page().select("#start-mandates"))
                .isEmpty();

        end(world.forCpas(world.head), number, today, "Retour du DPD");
        assertThat(browsers.signedIn(interim).get("/").page().text()).contains("DPD ad interim", DATES.day(today));
    }

    private static Map<String, String> day(String field, LocalDate day) {
        return Map.of(
                field + "-day", Integer.toString(day.getDayOfMonth()),
                field + "-month", Integer.toString(day.getMonthValue()),
                field + "-year", Integer.toString(day.getYear()));
    }

    private DossierNumber interim(LocalDate first, LocalDate last) {
        return interim(as(world.head), first, last);
    }

    private DossierNumber interim(Actor by, LocalDate first, LocalDate last) {
        return assistances.name(by, world.cpas.enterpriseNumber(), naming(AssistanceKind.INTERIM, first, last));
    }

    private DossierNumber name(Person person, AssistanceKind kind, LocalDate first, @Nullable LocalDate last) {
        return assistances.name(as(world.head), world.cpas.enterpriseNumber(), naming(person, kind, first, last));
    }

    private AssistanceNaming naming(AssistanceKind kind, LocalDate first, LocalDate last) {
        return naming(interim, kind, first, last);
    }

    private static AssistanceNaming naming(
            Person person, AssistanceKind kind, LocalDate first, @Nullable LocalDate last) {
        return new AssistanceNaming(
                kind, person.niss(), BigDecimal.valueOf(4), first, last, "Le DPD est absent", true, true);
    }

    private void end(Actor by, DossierNumber number, LocalDate lastDay, String reason) {
        desk.perform(by, number, "end", null, new AssistanceEnding(lastDay, reason));
    }

    private void mandate(Organisation cpas, Person officer) {
        jdbc.sql("""
                        insert into dpd_mandate (id, organisation_id, person_id, hours_per_week, valid_from, basis_id)
                        values (:id, :cpas, :person, 4, :from, (select id from basis limit 1))""")
                .param("id", UUID.randomUUID())
                .param("cpas", cpas.id().value())
                .param("person", officer.id().value())
                .param("from", Timestamp.from(Instant.now().minus(400, ChronoUnit.DAYS)))
                .update();
    }

    private List<EnterpriseNumber> lines(Person reader, RegisterQuery query) {
        return register.lines(as(reader), query, Language.FR, null, 100).stream()
                .map(RegisterLine::cpas)
                .toList();
    }

    private UUID id(DossierNumber number) {
        return cases.find(number).orElseThrow().id().value();
    }

    private String status(DossierNumber number) {
        return cases.find(number).orElseThrow().status();
    }

    private Instant until(DossierNumber number) {
        return jdbc.sql("select valid_until from assisting_officer where id = :id")
                .param("id", id(number))
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private int count(Organisation cpas) {
        return jdbc.sql("select count(*) from assisting_officer where organisation_id = :cpas")
                .param("cpas", cpas.id().value())
                .query(Integer.class)
                .single();
    }

    private static List<String> rejections(ThrowingCallable attempt) {
        RejectedException refused = (RejectedException) Objects.requireNonNull(catchThrowable(attempt));
        return refused.rejections().stream().map(it -> it.code()).toList();
    }
}
