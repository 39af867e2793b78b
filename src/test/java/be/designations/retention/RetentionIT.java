package be.designations.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.access.Capacities;
import be.designations.audit.AuditLog;
import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.directory.SignInLevel;
import be.designations.dpd.DpdDesignations;
import be.designations.forms.FormDefinition;
import be.designations.forms.Forms;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Designation.Incumbency;
import be.designations.principalmanager.PrincipalManagers;
import be.designations.retention.Retention.Line;
import be.designations.retention.Retention.Preview;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.RejectedException;
import be.designations.testing.CpasWorld;
import be.designations.testing.EnterpriseWorld;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** What has outlived its term goes, unseen by nobody; what somebody still rests on stays (D33). */
class RetentionIT extends WholeApplication {

    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final Duration YEARS = Duration.ofDays(5 * 365);

    @Autowired
    private RetentionProperties settings;

    @Autowired
    private RetentionStore store;

    @Autowired
    private Capacities capacities;

    @Autowired
    private AuditLog audit;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private DpdDesignations designations;

    @Autowired
    private PrincipalManagers principalManagers;

    @Autowired
    private Forms forms;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private CpasWorld world;
    private Actor support;

    @BeforeEach
    void anAgent() {
        world = worlds.cpas();
        support = CpasWorld.as(world.supportAgent("Suzanne"));
    }

    /** Something of a kind whose term began at some instant. */
    private record Thing(RetentionKind kind, UUID id) {}

    @ParameterizedTest
    @EnumSource(RetentionKind.class)
    void what_has_reached_its_term_goes_and_nothing_before(RetentionKind kind) {
        Instant limit = new RetentionSchedule(settings).limit(kind, now);
        Thing young = make(kind, limit.plus(A_MOMENT));
        Thing due = make(kind, limit);
        Thing old = make(kind, limit.minus(Duration.ofDays(1)));
        Retention retention = at(now);

        Preview preview = retention.preview(support);
        assertThat(overdue(preview, kind)).isGreaterThanOrEqualTo(2);
        assertThat(List.of(young, due, old)).as("a look changes nothing").noneMatch(this::isGone);

        RetentionRun run = retention.carryOut(support, preview.schedule(), preview.lastRun());

        assertThat(run.complete()).isTrue();
        assertThat(preview.lines()).allSatisfy(line -> assertThat(run.removed(line.kind()))
                .as("removed as many %s as were counted", line.kind())
                .isEqualTo(line.overdue()));
        assertThat(List.of(due, old)).allMatch(this::isGone);
        assertThat(isGone(young)).isFalse();
        Preview after = retention.preview(support);
        assertThat(after.overdue()).isZero();
        assertThat(retention
                        .carryOut(support, after.schedule(), after.lastRun())
                        .total())
                .as("a second time nothing more")
                .isZero();
    }

    @Test
    void drafts_go_with_their_papers_and_a_new_paper_keeps_them() {
        Instant limit = new RetentionSchedule(settings).limit(RetentionKind.DPD_DRAFTS, now);
        Thing old = make(RetentionKind.DPD_DRAFTS, limit);
        Thing workedOn = make(RetentionKind.PRINCIPAL_MANAGER_DRAFTS, limit);
        UUID paper = document(old.id(), limit);
        document(workedOn.id(), limit.plus(A_MOMENT));

        carryOut(now);

        assertThat(isGone(old)).isTrue();
        assertThat(exists("attachment", paper)).isFalse();
        assertThat(isGone(workedOn)).isFalse();
    }

    @Test
    void papers_and_answers_stay_while_the_mandate_or_the_local_manager_rests_on_them() {
        DossierNumber number = acts.approved(world, world.answers());
        UUID application = applicationOf(number);
        UUID paper = document(application, now);
        Instant later = Instant.now().plus(YEARS);

        carryOut(later);
        assertThat(isGone(new Thing(RetentionKind.DOCUMENTS, paper)))
                .as("the local manager is still to be changed")
                .isFalse();

        acts.changeLocalManager(world.forCpas(world.principalManager), number, world.candidate.niss(), false);
        carryOut(later);
        assertThat(isGone(new Thing(RetentionKind.DOCUMENTS, paper)))
                .as("the mandate runs")
                .isFalse();

        Instant end = Instant.now().plus(Duration.ofHours(1));
        set("update dpd_mandate set valid_until = :at where application_id = :id", application, end);
        carryOut(later);
        assertThat(isGone(new Thing(RetentionKind.DOCUMENTS, paper)))
                .as("the local manager stays (D8)")
                .isFalse();
        assertThat(isGone(new Thing(RetentionKind.DPD_ANSWERS, application))).isFalse();

        set(
                "update responsibility set valid_until = :at where kind = 'LOCAL_MANAGER' and person_id = :id",
                world.candidate.id().value(),
                end);
        carryOut(later);
        assertThat(isGone(new Thing(RetentionKind.DOCUMENTS, paper))).isTrue();
        assertThat(isGone(new Thing(RetentionKind.DPD_ANSWERS, application))).isTrue();
    }

    @Test
    void what_an_open_dossier_and_a_mail_that_may_leave_need_stays() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        UUID application = applicationOf(number);
        UUID paper = document(application, now);
        UUID unsent = mail(null, null);

        carryOut(Instant.now().plus(YEARS));

        assertThat(isGone(new Thing(RetentionKind.DOCUMENTS, paper))).isFalse();
        assertThat(isGone(new Thing(RetentionKind.DPD_ANSWERS, application))).isFalse();
        assertThat(isGone(new Thing(RetentionKind.MAIL_BODIES, unsent))).isFalse();
        assertThat(jdbc.sql(
                                "select count(*) from taken_step t join dpd_application a on a.case_id = t.case_id where a.id = :id")
                        .param("id", application)
                        .query(Integer.class)
                        .single())
                .isEqualTo(0);
    }

    @Test
    void whoever_sees_a_settled_dossier_still_does_and_reads_what_is_gone() {
        DossierNumber number = refused();
        UUID application = applicationOf(number);
        UUID paper = document(application, now.minus(YEARS));
        settle(application, now.minus(YEARS));

        carryOut(now);

        for (Person reader : List.of(world.head, world.principalManager, world.reviewer, world.approver)) {
            var browser = browsers.signedIn(reader);
            var page = browser.get("/cases/" + number);
            assertThat(page.status()).as(reader.firstName()).isEqualTo(200);
            assertThat(page.text())
                    .contains("Ces réponses ont été retirées le", "preuve.pdf", "Contenu retiré le", "Trop peu")
                    .doesNotContain("Certificat ISO 27001");
            assertThat(page.page().select("a[href*=" + paper + "]")).isEmpty();
            var document = browser.get("/documents/" + paper);
            assertThat(document.status()).isEqualTo(410);
            assertThat(document.text()).contains("Le contenu de ce document a été retiré le");
        }
        assertThat(browsers.signedIn(worlds.cpas().head)
                        .get("/documents/" + paper)
                        .status())
                .as("foreign stays unknown")
                .isEqualTo(404);
        var answer = api.as(world.head).get("/api/v1/dossiers/" + number);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/answersRemovedAt")).isNotBlank();
        assertThat(answer.text("/documents/0/removedAt")).isNotBlank();
        assertThat(answer.at("/documents/0/href").isMissingNode()).isTrue();
        assertThat(api.as(world.head).get("/api/v1/documents/" + paper).status())
                .isEqualTo(410);
        assertThat(api.as(world.head)
                        .get("/api/v1/dpd-applications/" + application)
                        .status())
                .isEqualTo(200);
        assertThat(designations
                        .startDraft(world.forCpas(world.head), world.cpas.id())
                        .answers()
                        .text("contactEmail"))
                .as("a new application begins with what is known")
                .isEqualTo(world.cpas.email());
    }

    @Test
    void whom_to_ask_for_stays_while_the_entity_exists() {
        Thing existing = new Thing(RetentionKind.ENTITY_CONTACTS, stopped(null));
        Thing stopping = new Thing(RetentionKind.ENTITY_CONTACTS, stopped(Days.of(now)));

        carryOut(now);
        assertThat(List.of(existing, stopping)).noneMatch(this::isGone);
        carryOut(now.plus(YEARS));
        assertThat(isGone(existing)).isFalse();
        assertThat(isGone(stopping)).isTrue();
    }

    @Test
    void contact_and_explanation_of_a_principal_manager_go_once_their_responsibility_has_ended() {
        EnterpriseWorld enterprise = worlds.enterprise();
        DossierNumber number = designate(enterprise);
        UUID request = jdbc.sql("select r.id from principal_manager_request r join case_file c on c.id = r.case_id"
                        + " where c.dossier_number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single();
        Instant later = Instant.now().plus(YEARS);

        carryOut(later);
        assertThat(isGone(new Thing(RetentionKind.PRINCIPAL_MANAGER_ANSWERS, request)))
                .as("the responsibility runs")
                .isFalse();
        assertThat(browsers.signedIn(enterprise.director)
                        .get("/cases/" + number)
                        .text())
                .contains("direction@alpha.example");

        set(
                "update responsibility set valid_until = :at where organisation_id = :id",
                enterprise.id(),
                Instant.now().plus(Duration.ofHours(1)));
        carryOut(later);

        assertThat(isGone(new Thing(RetentionKind.PRINCIPAL_MANAGER_ANSWERS, request)))
                .isTrue();
        for (Person reader : List.of(enterprise.director, enterprise.otherDirector)) {
            var page = browsers.signedIn(reader).get("/cases/" + number);
            assertThat(page.status()).as(reader.firstName()).isEqualTo(200);
            assertThat(page.text()).doesNotContain("direction@alpha.example");
        }
        assertThat(browsers.signedIn(enterprise.director)
                        .get("/cases/" + number)
                        .text())
                .contains("Ces réponses ont été retirées le");
        assertThat(api.as(enterprise.director).get("/api/v1/dossiers/" + number).text("/answersRemovedAt"))
                .isNotBlank();
    }

    @Test
    void a_mail_given_up_whose_words_are_gone_is_not_sent_again() {
        UUID mail = mail(null, now.minus(YEARS));
        carryOut(now);
        var browser = browsers.signedIn(directory.person(support.person()));
        browser.get("/operations/mails");

        var answer = browser.post("/operations/mails/" + mail + "/send-again", Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("Le texte de ce mail a été retiré");
        assertThat(jdbc.sql("select given_up_at is not null from notification where id = :id")
                        .param("id", mail)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void by_itself_nothing_goes_before_somebody_has_carried_that_schedule_out() {
        Retention retention = with(Period.ofDays(40), clockAt(now));
        Thing old = make(RetentionKind.LOOK_UPS, now.minus(YEARS));

        assertThat(retention.carryOutByItself()).isEmpty();
        assertThat(isGone(old)).isFalse();
        Preview preview = retention.preview(support);
        assertThat(preview.confirmedBy()).isNull();

        retention.carryOut(support, preview.schedule(), preview.lastRun());
        Thing next = make(RetentionKind.LOOK_UPS, now.minus(YEARS));

        assertThat(retention.carryOutByItself()).get().satisfies(run -> {
            assertThat(run.startedBy()).isNull();
            assertThat(run.removed(RetentionKind.LOOK_UPS)).isOne();
        });
        assertThat(isGone(next)).isTrue();
        assertThat(with(Period.ofDays(41), clockAt(now)).carryOutByItself())
                .as("another period is to be confirmed anew")
                .isEmpty();
    }

    @Test
    void the_schedule_that_was_seen_is_the_one_that_is_carried_out() {
        Preview seen = with(Period.ofDays(42), clockAt(now)).preview(support);

        assertThatThrownBy(() -> at(now).carryOut(support, seen.schedule(), seen.lastRun()))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("retention.schedule-changed");
    }

    @Test
    void the_same_click_twice_does_it_once() {
        Retention retention = at(now);
        Preview preview = retention.preview(support);
        RetentionRun run = retention.carryOut(support, preview.schedule(), preview.lastRun());

        assertThatThrownBy(() -> retention.carryOut(support, preview.schedule(), preview.lastRun()))
                .isInstanceOfSatisfying(AlreadyHandledException.class, told -> assertThat(told.bySelf())
                        .isTrue());
        assertThat(store.runs(1)).extracting(RetentionRun::id).containsExactly(run.id());
    }

    @Test
    void of_two_at_the_same_moment_one_removes() throws Exception {
        Stream.generate(() -> now.minus(YEARS)).limit(150).forEach(at -> make(RetentionKind.LOOK_UPS, at));
        Preview preview = at(now).preview(support);
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Integer> click = () -> {
            together.await();
            try {
                return at(now).carryOut(support, preview.schedule(), preview.lastRun())
                        .total();
            } catch (AlreadyHandledException | RejectedException slower) {
                return -1;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> removed = threads.invokeAll(List.of(click, click));
            assertThat(List.of(removed.get(0).get(), removed.get(1).get()))
                    .containsExactlyInAnyOrder(preview.overdue(), -1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_run_whose_time_is_over_stops_and_the_next_one_goes_on() {
        Thing first = make(RetentionKind.DPD_DRAFTS, now.minus(YEARS));
        Thing last = make(RetentionKind.LOOK_UPS, now.minus(YEARS));
        Preview preview = at(now).preview(support);

        RetentionRun stopped = with(settings, new Hurrying()).carryOut(support, preview.schedule(), preview.lastRun());

        assertThat(stopped.complete()).isFalse();
        assertThat(isGone(first)).isTrue();
        assertThat(isGone(last)).isFalse();
        assertThat(carryOut(now.plus(Duration.ofHours(1))).complete()).isTrue();
        assertThat(isGone(last)).isTrue();
    }

    @Test
    void a_run_that_goes_on_keeps_others_out_until_its_node_is_silent_for_long() {
        Retention retention = at(now);
        Preview preview = retention.preview(support);
        long run = store.begin(preview.schedule(), support.person(), now.minus(Duration.ofMinutes(9)));

        assertThatThrownBy(() -> retention.carryOut(support, preview.schedule(), run))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("retention.running");
        assertThat(retention.carryOutByItself()).isEmpty();

        Retention later = at(now.plus(Duration.ofMinutes(1)));
        assertThat(later.carryOutByItself()).isPresent();
        assertThat(store.runs(2)).last().satisfies(silent -> {
            assertThat(silent.id()).isEqualTo(run);
            assertThat(silent.endedAt()).isNotNull();
            assertThat(silent.complete()).isFalse();
        });
        assertThat(audited(run)).isOne();
    }

    @Test
    void each_run_is_one_line_of_the_audit_log_with_numbers_alone() {
        make(RetentionKind.LOOK_UPS, now.minus(YEARS));
        RetentionRun run = carryOut(now);

        assertThat(audited(run.id())).isOne();
        assertThat(jdbc.sql("select after::text from audit_event where subject_id = :id and actor_person = :agent"
                                + " and operation = 'retention.carried-out'")
                        .param("id", Long.toString(run.id()))
                        .param("agent", support.person().value())
                        .query(String.class)
                        .single())
                .contains("\"look-ups\": " + run.removed(RetentionKind.LOOK_UPS), "\"complete\": true")
                .matches("\\{(\"[a-z-]+\": (\\d+|true|\"[0-9a-f]{64}\")(, )?)+}");
    }

    @Test
    void nobody_else_sees_or_does_it() {
        Retention retention = at(now);
        Preview preview = retention.preview(support);
        Stream.of(world.head, world.principalManager, world.localManager, world.user, world.reviewer, world.approver)
                .map(CpasWorld::as)
                .forEach(other -> refused(retention, other, preview));
        refused(retention, new Actor(support.person(), null, new SignInLevel(350)), preview);
        refused(retention, new Actor(support.person(), world.cpas.id(), SignInLevel.EID), preview);
    }

    private static void refused(Retention retention, Actor other, Preview seen) {
        assertThatThrownBy(() -> retention.preview(other)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> retention.carryOut(other, seen.schedule(), seen.lastRun()))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void agents_read_the_numbers_confirm_and_are_told_what_went() {
        make(RetentionKind.LOOK_UPS, now.minus(YEARS));
        var browser = browsers.signedIn(directory.person(support.person()));
        var page = browser.get("/operations/retention").page();
        Map<String, String> seen = page.select("form[action$=retention] input[type=hidden]:not([name=_csrf])").stream()
                .collect(Collectors.toMap(field -> field.attr("name"), field -> field.val()));

        var unconfirmed = browser.post("/operations/retention", seen);
        assertThat(unconfirmed.status()).isEqualTo(422);
        assertThat(unconfirmed.page().select(".govuk-error-summary a[href=#confirmed]"))
                .hasSize(1);

        Map<String, String> confirmed = new HashMap<>(seen);
        confirmed.put("confirmed", "true");
        var carriedOut = browser.post("/operations/retention", confirmed);
        assertThat(carriedOut.status()).as(carriedOut.text()).isEqualTo(302);
        var done = browser.follow(carriedOut).page();
        assertThat(done.select(".govuk-notification-banner").text()).containsPattern("retirés?\\.");
        assertThat(done.select("#runs tbody tr").first().text()).contains("Terminée", "registre national : ");
        assertThat(done.select("#state").text()).contains("chaque jour");

        var twice =
                browser.follow(browser.post("/operations/retention", confirmed)).page();
        assertThat(twice.select(".govuk-notification-banner").text()).contains("n’a rien changé");
    }

    private int audited(long run) {
        return jdbc.sql("select count(*) from audit_event where subject_type = 'retention-run' and subject_id = :id")
                .param("id", Long.toString(run))
                .query(Integer.class)
                .single();
    }

    private RetentionRun carryOut(Instant at) {
        Retention retention = at(at);
        Preview preview = retention.preview(support);
        return retention.carryOut(support, preview.schedule(), preview.lastRun());
    }

    private Retention at(Instant instant) {
        return with(settings, clockAt(instant));
    }

    private static Clock clockAt(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private Retention with(Period drafts, Clock clock) {
        return with(
                new RetentionProperties(
                        drafts,
                        settings.documents(),
                        settings.answers(),
                        settings.mailBodies(),
                        settings.contacts(),
                        settings.takenSteps(),
                        settings.lookUps(),
                        settings.importRows()),
                clock);
    }

    private Retention with(RetentionProperties periods, Clock clock) {
        return new Retention(new RetentionSchedule(periods), store, capacities, directory, audit, clock, transactions);
    }

    /** In which time flies: a few looks at it, and a run is over. */
    private final class Hurrying extends Clock {

        private Instant next = now;

        @Override
        public Instant instant() {
            next = next.plus(Duration.ofSeconds(4));
            return next;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static int overdue(Preview preview, RetentionKind kind) {
        return preview.lines().stream()
                .filter(line -> line.kind() == kind)
                .mapToInt(Line::overdue)
                .sum();
    }

    private Thing make(RetentionKind kind, Instant began) {
        return new Thing(
                kind,
                switch (kind) {
                    case DPD_DRAFTS -> {
                        CpasWorld cpas = worlds.cpas();
                        UUID draft = acts.draft(cpas.forCpas(cpas.head), cpas.answers())
                                .id()
                                .value();
                        set("update dpd_application set last_changed_at = :at where id = :id", draft, began);
                        yield draft;
                    }
                    case PRINCIPAL_MANAGER_DRAFTS -> {
                        UUID draft = UUID.randomUUID();
                        jdbc.sql("""
                                        insert into principal_manager_draft (id, person_id, enterprise_number, answers, changed_at)
                                        values (:id, :person, :number, '{"email": "a@b.example"}', :at)""")
                                .param("id", draft)
                                .param(
                                        "person",
                                        worlds.people()
                                                .person("Paul", Language.FR)
                                                .id()
                                                .value())
                                .param("number", world.cpas.enterpriseNumber().value())
                                .param("at", Timestamp.from(began))
                                .update();
                        yield draft;
                    }
                    case DOCUMENTS -> {
                        UUID application = settled(began);
                        yield document(application, began);
                    }
                    case DPD_ANSWERS -> {
                        UUID application = settled(began);
                        set(
                                "insert into dpd_answers_version select application_id, 2, answers, sent_by, :at"
                                        + " from dpd_answers_version where application_id = :id",
                                application,
                                began);
                        yield application;
                    }
                    case PRINCIPAL_MANAGER_ANSWERS -> request(began);
                    case MAIL_BODIES -> mail(began, null);
                    case POST_CONTACTS -> {
                        UUID post = UUID.randomUUID();
                        jdbc.sql("""
                                        insert into responsibility (id, kind, organisation_id, domain_code, person_id, valid_from,
                                                                    valid_until, basis_id, email, phone)
                                        select :id, 'CO_ACCESS_MANAGER', :organisation, 'FINANCE', :person,
                                               timestamptz '2001-01-01 00:00Z', :at, (select id from basis limit 1), 'a@b.example', '02'""")
                                .param("id", post)
                                .param("organisation", world.cpas.id().value())
                                .param(
                                        "person",
                                        worlds.people()
                                                .person("Paul", Language.FR)
                                                .id()
                                                .value())
                                .param("at", Timestamp.from(began))
                                .update();
                        yield post;
                    }
                    case TIE_CONTACTS -> {
                        UUID tie = UUID.randomUUID();
                        jdbc.sql("""
                                        insert into working_relationship (id, organisation_id, person_id, category, email, valid_from,
                                                                          valid_until)
                                        values (:id, :organisation, :person, 'PERMANENT', 'a@b.example',
                                                timestamptz '2001-01-01 00:00Z', :at)""")
                                .param("id", tie)
                                .param("organisation", world.cpas.id().value())
                                .param(
                                        "person",
                                        worlds.people()
                                                .person("Paul", Language.FR)
                                                .id()
                                                .value())
                                .param("at", Timestamp.from(began))
                                .update();
                        yield tie;
                    }
                    case ENTITY_CONTACTS -> {
                        // Of days, one is the last that was over by then.
                        boolean reached = !began.isAfter(new RetentionSchedule(settings).limit(kind, now));
                        yield stopped(reached ? Days.of(began).minusDays(1) : Days.of(began));
                    }
                    case TAKEN_STEPS -> {
                        UUID application = settled(began);
                        set(
                                "update taken_step set taken_at = :at where case_id = (select case_id from dpd_application where id = :id)",
                                application,
                                began);
                        yield application;
                    }
                    case LOOK_UPS -> {
                        UUID person =
                                worlds.people().person("Paul", Language.FR).id().value();
                        jdbc.sql("insert into look_up (by_person, at, found) values (:person, :at, true)")
                                .param("person", person)
                                .param("at", Timestamp.from(began))
                                .update();
                        yield person;
                    }
                    case IMPORT_ROWS -> {
                        UUID file = UUID.randomUUID();
                        jdbc.sql("""
                                        insert into import_file (id, organisation_id, file_name, sha256, row_count, state,
                                                                 person_id, sign_in_level, brought_at, changed_at)
                                        values (:id, :organisation, 'x.csv', md5(cast(:id as text)) || md5(cast(:id as text)), 1,
                                                'CHECKED', :person, 500, :at, :at)""")
                                .param("id", file)
                                .param("organisation", world.cpas.id().value())
                                .param(
                                        "person",
                                        worlds.people()
                                                .person("Paul", Language.FR)
                                                .id()
                                                .value())
                                .param("at", Timestamp.from(began))
                                .update();
                        jdbc.sql("""
                                        insert into import_row (import_id, line, person_key, cells, state)
                                        values (:id, 2, '', '{}', 'GOOD')""").param("id", file).update();
                        yield file;
                    }
                });
    }

    private boolean isGone(Thing thing) {
        return switch (thing.kind()) {
            case DPD_DRAFTS -> !exists("dpd_application", thing.id());
            case PRINCIPAL_MANAGER_DRAFTS -> !exists("principal_manager_draft", thing.id());
            case DOCUMENTS ->
                is("select content is null and removed_at is not null from attachment where id = :id", thing);
            case DPD_ANSWERS ->
                is(
                        "select a.answers = '{}' and a.answers_removed_at is not null and not exists (select from"
                                + " dpd_answers_version v where v.application_id = a.id and v.answers <> '{}')"
                                + " from dpd_application a where a.id = :id",
                        thing);
            case PRINCIPAL_MANAGER_ANSWERS ->
                is(
                        "select email = '' and phone = '' and coalesce(explanation, '') = '' and answers_removed_at is not null"
                                + " from principal_manager_request where id = :id",
                        thing);
            case MAIL_BODIES ->
                is(
                        "select text_body is null and html_body is null and body_removed_at is not null and subject <> ''"
                                + " from notification where id = :id",
                        thing);
            case POST_CONTACTS ->
                is("select email is null and phone is null from responsibility where id = :id", thing);
            case TIE_CONTACTS ->
                is("select email is null and phone is null from working_relationship where id = :id", thing);
            case ENTITY_CONTACTS ->
                is(
                        "select contact_person is null and phone is null and email is not null from organisation where id = :id",
                        thing);
            case TAKEN_STEPS ->
                is(
                        "select not exists (select from taken_step t join dpd_application a on a.case_id = t.case_id where a.id = :id)",
                        thing);
            case LOOK_UPS -> is("select not exists (select from look_up where by_person = :id)", thing);
            case IMPORT_ROWS ->
                is(
                        "select state = 'DISCARDED' and not exists (select from import_row r where r.import_id = f.id)"
                                + " from import_file f where id = :id",
                        thing);
        };
    }

    private UUID stopped(@Nullable LocalDate day) {
        UUID entity = worlds.cpas().cpas.id().value();
        jdbc.sql("update organisation set stopped_on = :day, phone = '02', contact_person = 'Paul' where id = :id")
                .param("id", entity)
                .param("day", day)
                .update();
        return entity;
    }

    private boolean is(String sql, Thing thing) {
        return jdbc.sql(sql).param("id", thing.id()).query(Boolean.class).single();
    }

    private boolean exists(String table, UUID id) {
        return jdbc.sql("select exists (select from " + table + " where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void set(String sql, UUID id, Instant at) {
        jdbc.sql(sql).param("id", id).param("at", Timestamp.from(at)).update();
    }

    /** An application that was refused, and settled at that instant. */
    private UUID settled(Instant at) {
        CpasWorld before = world;
        world = worlds.cpas();
        UUID application = applicationOf(refused());
        world = before;
        settle(application, at);
        return application;
    }

    private DossierNumber refused() {
        DossierNumber number = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(CpasWorld.as(world.reviewer), number, null, false, "Trop peu");
        acts.decide(CpasWorld.as(world.approver), number, null, false, "Trop peu");
        return number;
    }

    private void settle(UUID application, Instant at) {
        set("update dpd_application set last_changed_at = :at where id = :id", application, at);
        set(
                "update case_file set closed_at = :at where id = (select case_id from dpd_application where id = :id)",
                application,
                at);
    }

    private UUID applicationOf(DossierNumber number) {
        return jdbc.sql(
                        "select a.id from dpd_application a join case_file c on c.id = a.case_id where c.dossier_number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single();
    }

    private UUID document(UUID subject, Instant at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into attachment (id, subject_id, file_name, media_type, size, sha256, content, added_by, added_at)
                        values (:id, :subject, 'preuve.pdf', 'application/pdf', 1, sha256('x'), 'x', :by, :at)""")
                .param("id", id)
                .param("subject", subject)
                .param("by", world.head.id().value())
                .param("at", Timestamp.from(at))
                .update();
        return id;
    }

    /** One that is not due stays as it is: the application sends the others meanwhile. */
    private UUID mail(@Nullable Instant sent, @Nullable Instant givenUp) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into notification (id, kind, recipient_name, to_address, language, subject, text_body, html_body,
                                                  message_id, created_at, next_attempt_at, sent_at, given_up_at)
                        values (:id, 'probe', 'Paul', 'paul@test.example', 'fr', 'Sujet', 'Texte', '<p>Texte</p>', :message,
                                timestamptz '2001-01-01 00:00Z', timestamptz '2999-01-01 00:00Z', :sent, :givenUp)""")
                .param("id", id)
                .param("message", id + "@test.example")
                .param("sent", sent == null ? null : Timestamp.from(sent))
                .param("givenUp", givenUp == null ? null : Timestamp.from(givenUp))
                .update();
        return id;
    }

    /** A request on documents that was refused at that instant. */
    private UUID request(Instant at) {
        UUID dossier = UUID.randomUUID();
        jdbc.sql("""
                        insert into case_file (id, dossier_number, kind, organisation_id, opened_by, opened_at, status, status_since,
                                               closed_at)
                        values (:id, :number, 'PRINCIPAL_MANAGER', :organisation, :by, timestamptz '2001-01-01 00:00Z', 'principal-manager.refused', :at, :at)""")
                .param("id", dossier)
                .param("number", "GAP-1999-1" + Integer.toUnsignedLong(dossier.hashCode()))
                .param("organisation", world.cpas.id().value())
                .param("by", world.user.id().value())
                .param("at", Timestamp.from(at))
                .update();
        UUID request = UUID.randomUUID();
        jdbc.sql("""
                        insert into principal_manager_request (id, case_id, organisation_id, requested_by, filed_at, special, ground,
                                                               explanation, manager_id, email, phone, status, settled_at)
                        values (:id, :dossier, :organisation, :by, timestamptz '2001-01-01 00:00Z', true, 'NO_EID', 'Statuts', :by,
                                'a@b.example', '02', 'REFUSED', :at)""")
                .param("id", request)
                .param("dossier", dossier)
                .param("organisation", world.cpas.id().value())
                .param("by", world.user.id().value())
                .param("at", Timestamp.from(at))
                .update();
        return request;
    }

    private DossierNumber designate(EnterpriseWorld enterprise) {
        EnterpriseNumber number = enterprise.enterprise.enterpriseNumber();
        FormDefinition form = forms.get("principal-manager");
        var answers = form.read(Map.of(
                "who", List.of("SELF"),
                "email", List.of("direction@alpha.example"),
                "phone", List.of("02 123 45 67")));
        Actor director = EnterpriseWorld.as(enterprise.director);
        principalManagers.save(director, number, form.pages().get(0), answers.values());
        return principalManagers.send(director, number, new Incumbency(null));
    }
}
