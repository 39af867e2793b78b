package be.designations.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.Capacities;
import be.designations.access.Capacity;
import be.designations.access.CapacityKind;
import be.designations.agenda.DeskAdministration;
import be.designations.calendar.Days;
import be.designations.casework.CaseDesk;
import be.designations.casework.Cases;
import be.designations.casework.Desk;
import be.designations.casework.DossierNumber;
import be.designations.deputies.Deputies;
import be.designations.deputies.NewDeputation;
import be.designations.directory.Actor;
import be.designations.directory.DeskNames;
import be.designations.directory.InEachLanguage;
import be.designations.directory.Language;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.directory.SignInLevel;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.ApplicationStatus;
import be.designations.dpd.DpdCase;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DpdRegister;
import be.designations.mandate.MandateAnswers.ExtensionDecision;
import be.designations.mandate.MandateAnswers.ExtensionDecision.Verdict;
import be.designations.mandate.MandateExtensions;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.scheduling.RecurringJob;
import be.designations.testing.AtOnce;
import be.designations.testing.Browser;
import be.designations.testing.Browser.Answer;
import be.designations.testing.CpasWorld;
import be.designations.testing.StatementCount;
import be.designations.testing.WholeApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;

/** A desk that goes to another organisation (D18). A database of its own: all other tests need the desks as they are. */
@TestPropertySource(properties = "designations.test.own-database=takeover")
class TakeoverIT extends WholeApplication {

    private static final String PAGES = "/operations/takeovers";
    private static final String API = "/api/v1/desk-takeovers";
    private static final InEachLanguage AGENCY =
            new InEachLanguage("l’Agence", "het Agentschap", "die Agentur", "the Agency");
    private static final InEachLanguage OFFICE =
            new InEachLanguage("le Bureau", "het Bureau", "das Büro", "the Office");

    @Autowired
    Takeovers takeovers;

    @Autowired
    TakeoverRun run;

    /** Gives back what anybody has who does not work at its desk any more. */
    @Autowired
    @Qualifier("releasingOfWork")
    RecurringJob givingBack;

    @Autowired
    Capacities capacities;

    @Autowired
    Deputies deputies;

    @Autowired
    DeskAdministration desks;

    @Autowired
    DeskNames names;

    @Autowired
    CaseDesk desk;

    @Autowired
    Cases cases;

    @Autowired
    DpdDrafts drafts;

    @Autowired
    DpdRegister register;

    @Autowired
    MandateExtensions mandateExtensions;

    CpasWorld world;
    Person support;
    Person successor;
    Organisation former;
    Organisation agency;

    @BeforeEach
    void anAgencyWithSomebodyWhoHasTheRole() {
        world = worlds.cpas();
        support = world.supportAgent("Sophie");
        former = directory.findDesk(OrganisationKind.SPP_IS).orElseThrow();
        agency = worlds.people().enterprise("Agence fédérale d’Intégration");
        successor = world.person("Ada");
        world.makeOfficial(successor, agency, "DPD_APPROVER");
    }

    @AfterEach
    void asItWas() {
        jdbc.sql("delete from desk_takeover").update();
        jdbc.sql("delete from desk_head").update();
        jdbc.sql("delete from deputation").update();
        names.refresh();
    }

    @Test
    void from_then_on_the_other_organisation_decides_and_the_former_one_does_not() {
        DossierNumber number = awaitingDecision(world);
        acts.take(CpasWorld.as(world.approver), number, false);
        assertThatThrownBy(() -> acts.view(CpasWorld.as(successor), number))
                .as("announced for nothing: the role gives nothing there")
                .isInstanceOf(NotFoundException.class);

        announce(Desk.SPP_IS, agency, AGENCY, today());

        assertThatThrownBy(() -> acts.decide(CpasWorld.as(world.approver), number, null, true, null))
                .isInstanceOf(NotAllowedException.class)
                .hasMessageContaining("deciding-desk-taken-over");
        run.carryOut();
        run.carryOut();
        givingBack.work().run();
        givingBack.work().run();
        assertThat(jdbc.sql("""
                                select e.event || ' ' || e.organisation_id from timeline_entry e join case_file c on c.id = e.case_id
                                 where c.dossier_number = :number order by e.id desc limit 2""")
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "case.holder-lost " + former.id().value(),
                        "takeover.spp-is " + agency.id().value());
        assertThat(mails.to(successor.id()).stream().map(mail -> mail.kind()))
                .containsExactly("desk-takeover-announced", "desk-taken-over");
        assertThat(mails.to(world.approver.id()).stream().map(mail -> mail.kind()))
                .contains("desk-takeover-announced", "desk-taken-over");

        acts.decide(CpasWorld.as(successor), number, null, true, null);

        assertThat(letter(number, "dpd-approval"))
                .contains("Agence fédérale d’Intégration")
                .doesNotContain(name(former));
        assertThat(letter(number, "dpd-opinion")).doesNotContain("Agence fédérale d’Intégration");
    }

    @Test
    void what_was_decided_before_keeps_its_name_and_what_is_to_come_has_the_new_one() {
        DossierNumber before = awaitingDecision(world);
        acts.decide(CpasWorld.as(world.approver), before, null, false, "Trop peu d’heures");
        CpasWorld other = worlds.cpas();
        DossierNumber waiting = awaitingDecision(other);
        acts.remind(waiting, DpdCase.DECIDE);

        announce(Desk.SPP_IS, agency, AGENCY, today());
        run.carryOut();
        acts.escalate(waiting, DpdCase.DECIDE);

        Document decided = page(world.head, "/cases/" + before).page();
        // The drawing is of the procedure as it is now.
        decided.select("section[aria-labelledby=diagram], .app-steps").remove();
        assertThat(decided.text()).contains("Décision du SPP IS").doesNotContain("Agence");
        assertThat(page(other.head, "/cases/" + waiting).text())
                .contains(
                        "L’Agence décide, au plus tard le",
                        "Rappel envoyé au SPP IS",
                        "En attente de la décision de l’Agence");
        assertThat(mails.about(waiting).stream()
                        .filter(mail -> mail.kind().equals("work-item-overdue"))
                        .map(mail -> mail.to()))
                .contains(agency.email())
                .doesNotContain(former.email());
        Browser dutch = browsers.signedIn(other.head);
        assertThat(dutch.get("/cases/" + waiting + "?lang=nl").text()).doesNotContain("POD MI beslist");
    }

    @Test
    void what_stood_on_a_screen_is_refused_with_its_reason_and_nothing_typed_is_lost() {
        DossierNumber number = awaitingDecision(world);
        Browser chosen = browsers.signedIn(world.approver);
        // With a second capacity nothing is chosen for them.
        worlds.people()
                .give(
                        world.approver,
                        LegalFunctionKind.DIRECTOR,
                        worlds.people().enterprise("Autre"));
        Browser unchosen = browsers.signedIn(world.approver);
        for (Browser browser : List.of(chosen, unchosen)) {
            assertThat(browser.get("/cases/" + number + "/decision").status()).isEqualTo(200);
        }
        assertThat(chosen.post(
                                "/capacity",
                                Map.of("organisation", former.id().value().toString(), "kind", "DPD_APPROVER"))
                        .status())
                .isEqualTo(302);
        chosen.get("/cases/" + number + "/decision");

        announce(Desk.SPP_IS, agency, AGENCY, today());

        Map<String, String> typed =
                Map.of("decision", "REFUSED", "ground", "TIME", "reason", "Une longue motivation", "_version", "1");
        Answer refused = chosen.post("/cases/" + number + "/decision", typed);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .contains("Vous n’agissez plus à ce service", "Rien n’a été enregistré", "Une longue motivation");
        assertThat(refused.page().select(".app-language a"))
                .as("a link would begin anew, without what was typed (D121)")
                .isEmpty();
        Answer refusedToo = unchosen.post("/cases/" + number + "/decision", typed);
        assertThat(refusedToo.status()).isEqualTo(403);
        assertThat(refusedToo.text())
                .contains("Votre organisation n’a plus ce service. L’Agence traite à présent", "Une longue motivation");
        assertThat(unchosen.get("/cases/DPD-2020-99999").status())
                .as("whether there is such a dossier is not said")
                .isEqualTo(unchosen.get("/cases/" + number).status());
        assertThat(acts.view(CpasWorld.as(successor), number).dossier().status())
                .isEqualTo("dpd.awaiting-decision");
    }

    @Test
    void a_deputy_of_the_former_organisation_does_nothing_more_in_its_place() {
        Person deputy = world.person("Dorian");
        directory.relate(deputy.id(), former.id(), RelationshipCategory.OFFICIAL, Instant.EPOCH, "Travaille là");
        deputies.name(
                CpasWorld.as(world.approver),
                new NewDeputation(deputy.id(), Set.of(CapacityKind.DPD_APPROVER), today(), today().plusDays(9), null));
        Actor inPlace = new Actor(deputy.id(), former.id(), SignInLevel.EID, world.approver.id());
        DossierNumber number = awaitingDecision(world);
        acts.take(inPlace, number, false);

        announce(Desk.SPP_IS, agency, AGENCY, today());

        assertThat(capacities.standInsOf(deputy.id())).isEmpty();
        assertThatThrownBy(() -> acts.decide(inPlace, number, null, true, null))
                .isInstanceOfAny(NotAllowedException.class, NotFoundException.class);
        run.carryOut();
        givingBack.work().run();
        assertThat(acts.view(CpasWorld.as(successor), number).openWork().assignee())
                .isNull();
        assertThat(page(world.approver, "/deputies").status()).isEqualTo(200);
    }

    @Test
    void who_has_the_role_in_both_keeps_their_work_and_stays_head() {
        world.makeOfficial(world.approver, agency, "DPD_APPROVER");
        desks.designate(supportActor(), Desk.SPP_IS, world.approver.id(), "Dirige");
        DossierNumber number = awaitingDecision(world);
        acts.take(CpasWorld.as(world.approver), number, false);

        announce(Desk.SPP_IS, agency, AGENCY, today());
        run.carryOut();
        givingBack.work().run();

        assertThat(desks.head(supportActor(), Desk.SPP_IS)).contains(world.approver.id());
        assertThat(acts.view(CpasWorld.as(world.approver), number).openWork().assignee())
                .isEqualTo(world.approver.id());
        assertThatThrownBy(() -> acts.decide(
                        new Actor(world.approver.id(), former.id(), SignInLevel.EID), number, null, true, null))
                .as("for the former organisation")
                .isInstanceOfAny(NotAllowedException.class, NotFoundException.class);
        acts.decide(new Actor(world.approver.id(), agency.id(), SignInLevel.EID), number, null, true, null);
    }

    @Test
    void the_head_of_the_former_organisation_is_it_no_longer_even_when_the_desk_comes_back() {
        desks.designate(supportActor(), Desk.SPP_IS, world.approver.id(), "Dirige");
        announce(Desk.SPP_IS, agency, AGENCY, today());
        run.carryOut();
        announce(Desk.SPP_IS, former, new InEachLanguage("le SPP IS", "de POD MI", "der ÖPD SI", "SPP IS"), today());
        run.carryOut();

        assertThat(desks.head(supportActor(), Desk.SPP_IS)).isEmpty();
        assertThat(holds(world.approver)).isTrue();
        assertThat(holds(successor)).isFalse();
    }

    @Test
    void twice_in_a_row_the_last_one_counts() {
        Organisation office = worlds.people().enterprise("Bureau central");
        Person third = world.person("Tom");
        world.makeOfficial(third, office, "DPD_APPROVER");
        DossierNumber number = awaitingDecision(world);

        announce(Desk.SPP_IS, agency, AGENCY, today());
        announce(Desk.SPP_IS, office, OFFICE, today());
        run.carryOut();

        assertThat(holds(world.approver)).isFalse();
        assertThat(holds(successor)).isFalse();
        acts.decide(CpasWorld.as(third), number, null, true, null);
        assertThat(letter(number, "dpd-approval")).contains("Bureau central");
    }

    @Test
    void one_that_cannot_be_carried_out_holds_up_the_next_one_of_its_desk_alone() {
        Organisation office = worlds.people().enterprise("Bureau central");
        UUID broken = announce(Desk.SPP_IS, agency, AGENCY, today()).id();
        UUID next = announce(Desk.SPP_IS, office, OFFICE, today()).id();
        UUID ofOtherDesk = announce(Desk.BCSS, agency, AGENCY, today()).id();

        stuckRows.during("desk_takeover", "id", broken, run::carryOut);
        assertThat(waiting()).containsExactlyInAnyOrder(broken, next).doesNotContain(ofOtherDesk);

        run.carryOut();
        assertThat(waiting()).isEmpty();
    }

    private List<UUID> waiting() {
        return jdbc.sql("select id from desk_takeover where carried_out_at is null")
                .query(UUID.class)
                .list();
    }

    @Test
    void the_same_holds_for_the_desk_that_advises() {
        Person adviser = world.person("Aline");
        world.makeOfficial(adviser, agency, "DPD_REVIEWER");
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());

        announce(Desk.BCSS, agency, AGENCY, today());
        run.carryOut();

        assertThat(page(world.head, "/cases/" + number).text()).contains("L’Agence examine la demande");
        assertThatThrownBy(() -> acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, true, "Bien"))
                .isInstanceOf(NotAllowedException.class);
        acts.giveOpinion(CpasWorld.as(adviser), number, null, true, "Bien");
        acts.decide(CpasWorld.as(world.approver), number, null, true, null);
        assertThat(letter(number, "dpd-opinion")).contains("Agence fédérale d’Intégration");
        assertThat(letter(number, "dpd-approval")).contains(name(former));
    }

    @Test
    void it_changes_at_midnight_in_belgium_on_a_holiday_too() {
        LocalDate christmas = LocalDate.of(today().getYear(), 12, 25);
        LocalDate day = christmas.isAfter(today()) ? christmas : christmas.plusYears(1);
        announce(Desk.SPP_IS, agency, AGENCY, day);
        Instant midnight = day.atStartOfDay(Days.BRUSSELS).toInstant();

        assertThat(directory.findDesk(OrganisationKind.SPP_IS, midnight.minusNanos(1_000)))
                .contains(former);
        assertThat(directory.findDesk(OrganisationKind.SPP_IS, midnight)).contains(agency);
        assertThat(office(world.approver, midnight.minusNanos(1_000))).isEqualTo(OrganisationKind.SPP_IS);
        assertThat(office(successor, midnight.minusNanos(1_000))).isNull();
        assertThat(office(world.approver, midnight)).isNull();
        assertThat(office(successor, midnight)).isEqualTo(OrganisationKind.SPP_IS);
        String text = "La décision [[du SPP IS]]";
        assertThat(names.in(text, Language.FR, midnight.minusNanos(1_000))).isEqualTo("La décision du SPP IS");
        assertThat(names.in(text, Language.FR, midnight)).isEqualTo("La décision de l’Agence");
        assertThat(holds(world.approver)).as("until then nothing changes").isTrue();
        run.carryOut();
        assertThat(mails.to(successor.id()).stream().map(mail -> mail.kind()))
                .containsExactly("desk-takeover-announced");
    }

    @Test
    void forty_dossiers_cost_as_many_statements_as_one() {
        taken(1);
        announce(Desk.SPP_IS, agency, AGENCY, today());
        int one = StatementCount.of(run::carryOut);
        asItWas();
        taken(40);
        announce(Desk.SPP_IS, agency, AGENCY, today());

        assertThat(StatementCount.of(run::carryOut)).isLessThanOrEqualTo(one);
        givingBack.work().run();
        assertThat(jdbc.sql(
                                "select count(*) from work_item where desk = 'SPP_IS' and done_at is null and assignee_id is not null")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void of_forty_dossiers_in_every_state_none_is_lost_and_the_new_organisation_has_each_once() {
        UnderWay few = new UnderWay();
        few.add();
        onlyTheSame();
        announce(Desk.SPP_IS, agency, AGENCY, today());
        int one = StatementCount.of(run::carryOut);
        asItWas();
        UnderWay all = new UnderWay();
        for (int i = 0; i < 5; i++) {
            all.add();
        }
        onlyTheSame();
        jdbc.sql("update organisation set street = 'Rue Neuve 5', locality = 'Rivemont' where id = :id")
                .param("id", agency.id().value())
                .update();
        Map<DossierNumber, String> before = all.states();
        assertThat(before).hasSize(35);

        announce(Desk.SPP_IS, agency, AGENCY, today());
        assertThat(StatementCount.of(run::carryOut)).isLessThanOrEqualTo(one);
        givingBack.work().run();

        assertThat(all.states()).as("nothing moves by itself").isEqualTo(before);
        assertThat(all.drafts).allSatisfy((draft, of) -> assertThat(
                        drafts.find(of.forCpas(of.head), draft).status())
                .isEqualTo(ApplicationStatus.DRAFT));
        for (DossierNumber number : before.keySet()) {
            assertThatThrownBy(() -> acts.view(CpasWorld.as(world.approver), number))
                    .as("of the former organisation: %s", number)
                    .isInstanceOf(NotAllowedException.class)
                    .hasMessageContaining("deciding-desk-taken-over");
            assertThat(acts.view(CpasWorld.as(successor), number).dossier().number())
                    .isEqualTo(number);
        }
        assertThat(offered(world.approver)).isEmpty();
        assertThat(offered(successor).stream().filter(before::containsKey))
                .containsExactlyInAnyOrderElementsOf(all.atTheDesk());

        for (DossierNumber number : all.atTheDesk()) {
            if (all.extensions.contains(number)) {
                desk.perform(
                        CpasWorld.as(successor),
                        number,
                        "extension-decision",
                        null,
                        new ExtensionDecision(Verdict.ALLOWED, null));
            } else {
                acts.decide(CpasWorld.as(successor), number, null, true, null);
            }
            assertThat(letter(number, all.extensions.contains(number) ? "dpd-extension" : "dpd-approval"))
                    .contains("Agence fédérale d’Intégration", "Rue Neuve 5", "Rivemont")
                    .doesNotContain(name(former));
            assertThat(mails.about(number))
                    .filteredOn(
                            mail -> Set.of("dpd-approved", "mandate-extended").contains(mail.kind()))
                    .isNotEmpty()
                    .allSatisfy(mail -> assertThat(mail.words()).doesNotContain("SPP IS"))
                    .filteredOn(mail -> mail.kind().equals("dpd-approved"))
                    .allSatisfy(mail -> assertThat(mail.words()).contains("L’Agence approuve"));
        }
        assertThat(offered(successor).stream().filter(before::containsKey)).isEmpty();
    }

    /** A dossier of each state, of a CPAS each. */
    private final class UnderWay {

        private final Map<ApplicationId, CpasWorld> drafts = new LinkedHashMap<>();
        private final List<DossierNumber> elsewhere = new ArrayList<>();
        private final List<DossierNumber> decisions = new ArrayList<>();
        private final List<DossierNumber> extensions = new ArrayList<>();

        void add() {
            CpasWorld drafting = worlds.cpas();
            drafts.put(
                    acts.draft(drafting.forCpas(drafting.head), drafting.answers())
                            .id(),
                    drafting);
            CpasWorld advised = worlds.cpas();
            elsewhere.add(acts.submit(advised.forCpas(advised.head), advised.answers()));
            CpasWorld completing = worlds.cpas();
            DossierNumber asked = acts.submit(completing.forCpas(completing.head), completing.answers());
            acts.askCompletion(CpasWorld.as(completing.reviewer), asked, null, "Quel diplôme ?");
            elsewhere.add(asked);
            CpasWorld changing = worlds.cpas();
            elsewhere.add(acts.approved(changing, changing.answers()));
            decisions.add(awaitingDecision(worlds.cpas()));
            decisions.add(taken(awaitingDecision(worlds.cpas())));
            extensions.add(asked(worlds.cpas()));
            extensions.add(taken(asked(worlds.cpas())));
        }

        private DossierNumber taken(DossierNumber number) {
            acts.take(CpasWorld.as(world.approver), number, false);
            return number;
        }

        /** That a mandate go on. */
        private DossierNumber asked(CpasWorld of) {
            UUID mandate = register.runningMandate(of.cpas.id(), Instant.now())
                    .orElseThrow()
                    .id();
            jdbc.sql("update dpd_mandate set valid_until = :until where id = :id")
                    .param("until", Timestamp.from(Days.endOf(today().plusDays(50))))
                    .param("id", mandate)
                    .update();
            return mandateExtensions.ask(of.forCpas(of.head), mandate, today().plusDays(400), "Reste disponible");
        }

        List<DossierNumber> atTheDesk() {
            return Stream.of(decisions, extensions).flatMap(List::stream).toList();
        }

        Map<DossierNumber, String> states() {
            return Stream.of(elsewhere, atTheDesk())
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(
                            number -> number,
                            number -> cases.find(number).orElseThrow().status()));
        }
    }

    /** What that person finds in the list of work, without what is somebody else’s. */
    private List<DossierNumber> offered(Person official) {
        List<DossierNumber> found = new ArrayList<>();
        @Nullable String next = "/api/v1/work-items?size=100";
        while (next != null) {
            var page = api.as(official).get(next);
            assertThat(page.status()).isEqualTo(200);
            page.at("/items")
                    .forEach(item ->
                            found.add(new DossierNumber(item.at("/dossier").asText())));
            next = page.at("/next").isTextual()
                    ? "/api/v1/work-items?" + URI.create(page.text("/next")).getRawQuery()
                    : null;
        }
        return found;
    }

    /** Each person gets a mail: as many have the role as before. */
    private void onlyTheSame() {
        jdbc.sql(
                        "delete from role_assignment where role_code = 'DPD_APPROVER' and person_id not in (:former, :successor)")
                .param("former", world.approver.id().value())
                .param("successor", successor.id().value())
                .update();
    }

    /** As taken by somebody of the former organisation. */
    private void taken(int dossiers) {
        for (int i = 0; i < dossiers; i++) {
            awaitingDecision(worlds.cpas());
        }
        onlyTheSame();
        jdbc.sql(
                        "update work_item set assignee_id = :by, assigned_at = now() where desk = 'SPP_IS' and done_at is null")
                .param("by", world.approver.id().value())
                .update();
    }

    @Test
    void support_sees_what_changes_announces_it_and_takes_it_back_until_then() {
        DossierNumber number = awaitingDecision(world);
        acts.take(CpasWorld.as(world.approver), number, false);
        Browser browser = browsers.signedIn(support);
        browser.get(PAGES + "/new");
        Map<String, String> typed = typed(agency, today().plusDays(3), "preview");

        Answer preview = browser.post(PAGES + "/new", typed);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.page().select("#preview").text())
                .contains(
                        "Agence fédérale d’Intégration",
                        world.approver.displayName(),
                        successor.displayName(),
                        "L’Agence décide. La décision de l’Agence ; une question à l’Agence.",
                        "Die Agentur entscheidet.");
        assertThat(preview.page().selectFirst("input[name=nameFr]").attr("value"))
                .isEqualTo("l’Agence");
        assertThat(takeovers.all(supportActor())).isEmpty();

        typed.put("_action", "announce");
        assertThat(browser.follow(browser.post(PAGES + "/new", typed)).text())
                .contains("Agence fédérale d’Intégration reprend");
        browser.follow(browser.post(PAGES + "/new", typed));
        List<Takeover> all = takeovers.all(supportActor());
        assertThat(all).as("a second click").hasSize(1);
        assertThat(mails.to(successor.id())).hasSize(1);
        assertThat(page(world.head, "/cases/" + number).text()).contains("Le SPP IS décide");

        String withdraw = PAGES + "/" + all.get(0).id() + "/withdraw";
        assertThat(browser.follow(browser.post(withdraw, Map.of())).text())
                .contains("L’annonce est retirée", "Retirée");
        assertThat(browser.follow(browser.post(withdraw, Map.of())).status()).isEqualTo(200);
        assertThat(mails.to(successor.id()).stream().map(mail -> mail.kind()))
                .containsExactly("desk-takeover-announced", "desk-takeover-withdrawn");
        assertThat(jdbc.sql("""
                                select operation from audit_event
                                 where actor_person = :by and operation like 'takeover.%' order by id""")
                        .param("by", support.id().value())
                        .query(String.class)
                        .list())
                .containsExactly("takeover.announced", "takeover.withdrawn");
    }

    @Test
    void whichever_job_comes_first_the_history_names_the_organisation_that_was_left_once() {
        DossierNumber number = awaitingDecision(world);
        acts.take(CpasWorld.as(world.approver), number, false);
        announce(Desk.SPP_IS, agency, AGENCY, today());

        givingBack.work().run();
        run.carryOut();
        givingBack.work().run();

        assertThat(jdbc.sql("""
                                select e.organisation_id from timeline_entry e join case_file c on c.id = e.case_id
                                 where c.dossier_number = :number and e.event = 'case.holder-lost'""")
                        .param("number", number.value())
                        .query(UUID.class)
                        .list())
                .containsExactly(former.id().value());
    }

    @Test
    void that_it_is_withdrawn_is_told_once_to_those_too_who_were_given_the_role_since() {
        Takeover announced = announce(Desk.SPP_IS, agency, AGENCY, today().plusDays(5));
        Person since = world.person("Solange");
        world.makeOfficial(since, agency, "DPD_APPROVER");
        Person fromTheFirstDay = world.person("Farid");
        world.makeOfficial(fromTheFirstDay, agency, "DPD_APPROVER");
        jdbc.sql("update role_assignment set valid_from = :from where person_id = :person")
                .param("from", Timestamp.from(announced.from()))
                .param("person", fromTheFirstDay.id().value())
                .update();

        takeovers.withdraw(supportActor(), announced.id());
        takeovers.withdraw(supportActor(), announced.id());

        for (Person told : List.of(since, fromTheFirstDay)) {
            assertThat(mails.to(told.id()).stream().map(mail -> mail.kind()))
                    .as(told.firstName())
                    .containsExactly("desk-takeover-withdrawn");
        }
        assertThat(mails.to(successor.id()).stream().map(mail -> mail.kind()))
                .containsExactly("desk-takeover-announced", "desk-takeover-withdrawn");
    }

    @Test
    void what_has_begun_is_not_taken_back() {
        Takeover begun = announce(Desk.SPP_IS, agency, AGENCY, today());

        Answer answer = support().post(PAGES + "/" + begun.id() + "/withdraw", Map.of());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("Cette reprise a commencé");
        assertThat(holds(successor)).isTrue();
    }

    @Test
    void of_two_who_announce_at_once_one_does() throws Exception {
        Person colleague = world.supportAgent("Steve");
        Organisation office = worlds.people().enterprise("Bureau central");

        List<String> outcomes =
                AtOnce.both(attempt(supportActor(), agency, AGENCY), attempt(CpasWorld.as(colleague), office, OFFICE));

        assertThat(outcomes).containsExactlyInAnyOrder("done", "takeover.announced-already");
        assertThat(takeovers.all(supportActor())).hasSize(1);
    }

    @Test
    void of_two_clicks_at_once_one_counts() throws Exception {
        Callable<String> click = attempt(supportActor(), agency, AGENCY);

        assertThat(AtOnce.both(click, click)).containsOnly("done");
        assertThat(takeovers.all(supportActor())).hasSize(1);
    }

    private Callable<String> attempt(Actor actor, Organisation organisation, InEachLanguage called) {
        return () -> {
            try {
                takeovers.announce(actor, wanted(Desk.SPP_IS, organisation, called, today().plusDays(2)));
                return "done";
            } catch (RejectedException refused) {
                return refused.rejections().get(0).code();
            }
        };
    }

    @Test
    void nobody_but_support_in_their_own_name_announces_or_sees_it() {
        desks.designate(supportActor(), Desk.BCSS, world.reviewer.id(), "Dirige");
        Takeover announced = announce(Desk.SPP_IS, agency, AGENCY, today().plusDays(4));
        for (Person other : List.of(world.approver, world.reviewer, successor, world.head, world.user)) {
            Actor actor = CpasWorld.as(other);
            assertThatThrownBy(() -> takeovers.all(actor)).isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> takeovers.announce(actor, wanted(Desk.BCSS, agency, AGENCY, today())))
                    .isInstanceOf(NotAllowedException.class);
            assertThatThrownBy(() -> takeovers.withdraw(actor, announced.id())).isInstanceOf(NotAllowedException.class);
            Browser browser = browsers.signedIn(other);
            assertThat(browser.get(PAGES).status()).as(other.firstName()).isEqualTo(403);
            assertThat(browser.get(PAGES + "/new").status())
                    .as(other.firstName())
                    .isEqualTo(403);
        }
        assertThat(browsers.fresh().get(PAGES).status()).isEqualTo(302);
        assertThatThrownBy(() -> takeovers.all(new Actor(support.id(), null, SignInLevel.EID, world.approver.id())))
                .isInstanceOf(NotAllowedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, Choisissez aujourd’hui ou un jour à venir",
        "nl, Kies vandaag of een komende dag",
        "de, Wählen Sie heute oder einen künftigen Tag",
        "en, Choose today or a day to come"
    })
    void what_is_not_possible_is_said_at_its_field_and_what_was_typed_stays(String language, String said) {
        Browser browser = support();
        browser.get(PAGES + "/new?lang=" + language);
        Map<String, String> typed = typed(agency, today().minusDays(1), "announce");
        typed.put("nameDe", " ");

        Answer answer = browser.post(PAGES + "/new", typed);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().selectFirst("input[name=nameFr]").attr("value"))
                .isEqualTo("l’Agence");
        assertThat(takeovers.all(supportActor())).isEmpty();
        typed.put("nameDe", "die Agentur");
        assertThat(browser.post(PAGES + "/new", typed).text()).contains(said);
    }

    @Test
    void neither_a_cpas_nor_who_has_it_nor_a_stranger_nor_the_own_organisation_takes_it() {
        assertThat(refusal(world.cpas, today())).isEqualTo("takeover.not-a-cpas");
        assertThat(refusal(former, today())).isEqualTo("takeover.has-it");
        assertThat(refusal(agency, today().plusYears(3))).isEqualTo("takeover.too-far");
        directory.relate(support.id(), agency.id(), RelationshipCategory.OFFICIAL, Instant.EPOCH, "Y travaille");
        assertThat(refusal(agency, today())).isEqualTo("takeover.of-announcer");
        Browser browser = support();
        browser.get(PAGES + "/new");
        Map<String, String> typed = typed(agency, today(), "announce");
        typed.put("enterpriseNumber", "0999.999.922");
        assertThat(browser.post(PAGES + "/new", typed).status()).isEqualTo(422);
    }

    @Test
    void over_the_api_support_staff_look_announce_and_withdraw_and_nobody_else_does() {
        String body = """
                {'desk':'SPP_IS','enterpriseNumber':'%s','firstDay':'%s','nameFr':'l’Agence','nameNl':'het Agentschap',\
                'nameDe':'die Agentur','nameEn':'the Agency','reason':'Loi du 1er janvier'}""".formatted(agency.enterpriseNumber().value(), today().plusDays(3));
        for (Person other : List.of(world.approver, world.reviewer, world.head, successor)) {
            var caller = api.as(other);
            assertThat(caller.get(API).status()).isEqualTo(403);
            assertThat(caller.post(API + "/preview", body).status()).isEqualTo(403);
            assertThat(caller.post(API, body).status()).isEqualTo(403);
        }
        assertThat(api.get(API).status()).isEqualTo(401);
        var caller = api.as(support);

        var preview = caller.post(API + "/preview", body);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text("/organisation/enterpriseNumber"))
                .isEqualTo(agency.enterpriseNumber().value());
        assertThat(preview.text("/arriving/0")).isEqualTo(successor.id().value().toString());
        assertThat(caller.get(API).at("/items")).isEmpty();

        var announced = caller.post(API, body);
        assertThat(announced.status()).isEqualTo(200);
        assertThat(announced.text("/state")).isEqualTo("TO_COME");
        assertThat(caller.post(API, body).text("/id")).as("twice").isEqualTo(announced.text("/id"));
        assertThat(caller.get(API).at("/items")).hasSize(1);
        assertThat(caller.post(API, body.replace("SPP_IS", "SUPPORT")).status()).isEqualTo(400);

        String one = API + "/" + announced.text("/id");
        assertThat(api.as(world.approver).delete(one).status()).isEqualTo(403);
        assertThat(caller.delete(API + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(caller.delete(one).status()).isEqualTo(204);
        assertThat(caller.delete(one).status()).as("twice").isEqualTo(204);
        assertThat(caller.get(API).text("/items/0/state")).isEqualTo("WITHDRAWN");
        String begun =
                API + "/" + announce(Desk.SPP_IS, agency, AGENCY, today()).id();
        assertThat(caller.delete(begun).body()).contains("takeover.begun");
    }

    private String refusal(Organisation organisation, LocalDate day) {
        try {
            takeovers.announce(supportActor(), wanted(Desk.SPP_IS, organisation, AGENCY, day));
            return "";
        } catch (RejectedException refused) {
            return refused.rejections().get(0).code();
        }
    }

    private DossierNumber awaitingDecision(CpasWorld of) {
        DossierNumber number = acts.submit(of.forCpas(of.head), of.answers());
        acts.giveOpinion(CpasWorld.as(of.reviewer), number, null, true, "Bien");
        return number;
    }

    private Takeover announce(Desk desk, Organisation organisation, InEachLanguage called, LocalDate day) {
        return takeovers.announce(supportActor(), wanted(desk, organisation, called, day));
    }

    private static NewTakeover wanted(Desk desk, Organisation organisation, InEachLanguage called, LocalDate day) {
        return new NewTakeover(desk, organisation.enterpriseNumber(), day, called, "Loi du 1er janvier");
    }

    private static Map<String, String> typed(Organisation organisation, LocalDate day, String action) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("desk", "SPP_IS");
        typed.put("enterpriseNumber", organisation.enterpriseNumber().formatted());
        typed.put("firstDay-day", String.valueOf(day.getDayOfMonth()));
        typed.put("firstDay-month", String.valueOf(day.getMonthValue()));
        typed.put("firstDay-year", String.valueOf(day.getYear()));
        typed.put("nameFr", "l’Agence");
        typed.put("nameNl", "het Agentschap");
        typed.put("nameDe", "die Agentur");
        typed.put("nameEn", "the Agency");
        typed.put("reason", "Loi du 1er janvier");
        typed.put("_action", action);
        return typed;
    }

    private Actor supportActor() {
        return CpasWorld.as(support);
    }

    private Browser support() {
        Browser browser = browsers.signedIn(support);
        browser.get(PAGES);
        return browser;
    }

    private Answer page(Person reader, String address) {
        return browsers.signedIn(reader).get(address);
    }

    private boolean holds(Person person) {
        return capacities.of(person.id()).stream().map(Capacity::kind).anyMatch(CapacityKind.DPD_APPROVER::equals);
    }

    private @Nullable OrganisationKind office(Person person, Instant at) {
        return access.postsOf(person.id(), Set.of("DPD_APPROVER"), at).stream()
                .filter(post -> post.kind().equals("DPD_APPROVER"))
                .findFirst()
                .orElseThrow()
                .office();
    }

    private static String name(Organisation organisation) {
        return organisation.nameFr();
    }

    private static LocalDate today() {
        return LocalDate.now(Days.BRUSSELS);
    }

    private String letter(DossierNumber number, String kind) {
        List<String> found = new ArrayList<>(jdbc.sql("""
                        select l.id from letter l join case_file c on c.id = l.case_id
                         where c.dossier_number = :number and l.kind = :kind""")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .list());
        assertThat(found).as(kind).hasSize(1);
        byte[] content = jdbc.sql("select content from letter where id = cast(:id as uuid)")
                .param("id", found.get(0))
                .query(byte[].class)
                .single();
        try (PDDocument pdf = Loader.loadPDF(content)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
