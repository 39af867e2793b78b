package be.designations.mandate;

import static be.designations.testing.CpasWorld.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import be.designations.calendar.BelgianDates;
import be.designations.calendar.Days;
import be.designations.casework.CaseDesk;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationKind;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.dpd.DpdRegister;
import be.designations.letters.Letter;
import be.designations.letters.LetterKind;
import be.designations.letters.Letters;
import be.designations.mandate.MandateAnswers.ExtensionDecision;
import be.designations.mandate.MandateAnswers.ExtensionDecision.Verdict;
import be.designations.mandate.MandateAnswers.ExtensionWithdrawal;
import be.designations.rules.AlreadyHandledException;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.testing.AtOnce;
import be.designations.testing.CpasWorld;
import be.designations.testing.ProcessElements.MandateExtension;
import be.designations.testing.ProcessTrace;
import be.designations.testing.WholeApplication;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A CPAS asks that a mandate with an end go on, and SPP IS decides: through services, engine, database and mails. */
class MandateExtensionIT extends WholeApplication {

    private static final BelgianDates DATES = new BelgianDates();

    private final LocalDate today = LocalDate.now(Days.BRUSSELS);
    private final LocalDate lastDay = today.plusDays(50);
    private final LocalDate later = lastDay.plusYears(1);

    @Autowired
    private MandateExtensions extensions;

    @Autowired
    private MandateEnds ends;

    @Autowired
    private DpdRegister register;

    @Autowired
    private CaseDesk desk;

    @Autowired
    private Cases cases;

    @Autowired
    private Letters letters;

    @Autowired
    private ProcessEngine engine;

    private CpasWorld world;
    private ProcessTrace trace;
    private UUID mandate;

    @BeforeEach
    void aMandateWithAnEnd() {
        world = worlds.cpas();
        trace = new ProcessTrace(engine);
        mandate = register.runningMandate(world.cpas.id(), Instant.now())
                .orElseThrow()
                .id();
        endsOnLastDay();
    }

    private void endsOnLastDay() {
        jdbc.sql("update dpd_mandate set valid_until = :until, end_reason = null, ended_basis_id = null where id = :id")
                .param("until", Timestamp.from(Days.endOf(lastDay)))
                .param("id", mandate)
                .update();
    }

    @Test
    void allowed_the_mandate_goes_on_and_everybody_is_told() {
        DossierNumber number = asked();
        assertThat(number.value()).matches("EXT-\\d{4}-\\d{5}");
        assertThat(trace.of(number)).isWaitingAtExactly(MandateExtension.TASK_DECIDE_EXTENSION);
        assertThat(mails.told(number, "mandate-extension-asked")).containsExactly("spp-is@test.example");
        assertThat(until()).isEqualTo(Days.endOf(lastDay));

        decide(world.approver, number, Verdict.ALLOWED, null);

        assertThat(until()).isEqualTo(Days.endOf(later));
        assertThat(status(number)).isEqualTo("extension.allowed");
        assertThat(trace.of(number)).isEnded().hasPassed(MandateExtension.EVENT_ANSWERED);
        assertThat(mails.told(number, "mandate-extended"))
                .containsExactlyInAnyOrder(world.cpas.email(), world.head.email(), world.localManager.email());
    }

    @Test
    void refused_the_mandate_ends_on_its_day_and_the_reason_is_told() {
        DossierNumber number = asked();

        assertThat(rejection(() -> decide(world.approver, number, Verdict.REFUSED, " ")))
                .isEqualTo("mandate.extension-refusal-missing");
        decide(world.approver, number, Verdict.REFUSED, "Un autre DPD est attendu");

        assertThat(until()).isEqualTo(Days.endOf(lastDay));
        assertThat(status(number)).isEqualTo("extension.refused");
        assertThat(mails.about(number))
                .filteredOn(mail -> mail.kind().equals("mandate-extension-refused"))
                .isNotEmpty()
                .allSatisfy(mail -> {
                    assertThat(mail.text().indexOf("Un autre DPD est attendu"))
                            .as("at its top")
                            .isBetween(1, 300);
                    assertThat(mail.text())
                            .as("the last day that stays")
                            .contains("Le mandat prend fin le " + DATES.day(lastDay));
                });
        assertThat(browsers.signedIn(world.head).get("/cases/" + number).text()).contains("Un autre DPD est attendu");
        assertThatThrownBy(() -> decide(world.approver, number, Verdict.ALLOWED, null))
                .isInstanceOf(AlreadyHandledException.class);
        assertThat(register.dataProtectionOfficer(world.cpas.id(), Days.startOf(lastDay)))
                .contains(world.localManager.id());
        assertThat(register.dataProtectionOfficer(world.cpas.id(), Days.endOf(lastDay)))
                .isEmpty();
    }

    /** D105. */
    @Test
    void allowed_makes_a_new_certificate_in_place_of_the_former_one_once() {
        Letter former = aMandateWithItsCertificate();
        DossierNumber number = asked();
        assertThat(status(former)).isEqualTo("holds");

        decide(world.approver, number, Verdict.ALLOWED, null);
        assertThatThrownBy(() -> decide(world.approver, number, Verdict.ALLOWED, null))
                .isInstanceOf(AlreadyHandledException.class);

        assertThat(status(former)).isEqualTo("replaced");
        assertThat(made(number))
                .extracting(Letter::kind)
                .containsExactly(LetterKind.DPD_EXTENSION, LetterKind.DPD_MANDATE);
        assertThat(made(number)).allSatisfy(letter -> assertThat(status(letter)).isEqualTo("holds"));
        assertThat(browsers.signedIn(world.head).pdf("/cases/" + number.value() + "/letters/2.pdf"))
                .contains(DATES.day(later), world.candidate.lastName(), world.approver.lastName());
        assertThat(mails.about(number))
                .filteredOn(mail -> mail.kind().equals("mandate-extended"))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.text()).contains(number.value() + "/2", "#letters"));

        ends.withdraw(as(world.approver), mandate, "Raison");
        assertThat(made(number)).allSatisfy(letter -> assertThat(status(letter)).isEqualTo("ended"));
    }

    @Test
    void a_second_extension_takes_the_place_of_the_first_on_paper_too() {
        DossierNumber first = asked();
        decide(world.approver, first, Verdict.ALLOWED, null);
        DossierNumber second = extensions.ask(world.forCpas(world.head), mandate, later.plusDays(9), "Encore");
        decide(world.approver, second, Verdict.ALLOWED, "Une dernière fois");

        assertThat(made(first)).allSatisfy(letter -> assertThat(status(letter)).isEqualTo("replaced"));
        assertThat(made(second)).allSatisfy(letter -> assertThat(status(letter)).isEqualTo("holds"));
    }

    @Test
    void the_certificate_of_the_mandate_that_follows_stays_the_later_one() {
        DossierNumber next = acts.submit(
                world.forCpas(world.head),
                world.answers().with("startDate", later.plusDays(1).toString()));
        acts.giveOpinion(as(world.reviewer), next, null, true, "Convient.");
        acts.decide(as(world.approver), next, null, true, null);
        endsOnLastDay();
        Letter following = certificate(next);

        decide(world.approver, asked(), Verdict.ALLOWED, null);

        assertThat(status(following)).isEqualTo("holds");
    }

    @Test
    void refused_leaves_the_certificate_as_it_is_and_says_why_in_a_letter() {
        Letter former = aMandateWithItsCertificate();
        DossierNumber number = asked();
        assertThat(rejection(() -> decide(world.approver, number, Verdict.REFUSED, "Non \uD83D\uDE00")))
                .isEqualTo("letters.sign-unknown");
        assertThat(made(number)).isEmpty();

        decide(world.approver, number, Verdict.REFUSED, "Un autre DPD est attendu");

        assertThat(status(former)).isEqualTo("holds");
        assertThat(made(number)).extracting(Letter::kind).containsExactly(LetterKind.DPD_EXTENSION_REFUSAL);
        assertThat(browsers.signedIn(world.head).pdf("/cases/" + number.value() + "/letters/1.pdf"))
                .contains("Un autre DPD est attendu", DATES.day(lastDay));
        assertThat(browsers.signedIn(worlds.cpas().head)
                        .get("/cases/" + number.value() + "/letters/1.pdf")
                        .status())
                .isEqualTo(404);
    }

    private Letter aMandateWithItsCertificate() {
        DossierNumber given = acts.submit(world.forCpas(world.head), world.answers());
        acts.giveOpinion(as(world.reviewer), given, null, true, "Convient.");
        acts.decide(as(world.approver), given, null, true, null);
        mandate = register.runningMandate(world.cpas.id(), Instant.now())
                .orElseThrow()
                .id();
        endsOnLastDay();
        return certificate(given);
    }

    private Letter certificate(DossierNumber number) {
        return made(number).stream()
                .filter(letter -> letter.kind() == LetterKind.DPD_MANDATE)
                .findFirst()
                .orElseThrow();
    }

    private List<Letter> made(DossierNumber number) {
        return letters.ofCase(cases.find(number).orElseThrow().id().value());
    }

    private String status(Letter letter) {
        return letters.check(letter.code()).orElseThrow().status();
    }

    @Test
    void is_asked_for_a_later_day_of_a_running_mandate_that_ends_by_its_date() {
        assertThat(rejection(() -> extensions.ask(world.forCpas(world.head), mandate, lastDay, "Raison")))
                .isEqualTo("mandate.not-later");
        assertThat(rejection(() -> extensions.ask(world.forCpas(world.head), mandate, later, " ")))
                .isEqualTo("mandate.extension-reason-missing");
        ends.resign(as(world.localManager), mandate, today.plusDays(2), null);
        assertThat(rejection(() -> extensions.ask(world.forCpas(world.head), mandate, later, "Raison")))
                .isEqualTo("mandate.not-to-extend");
    }

    @Test
    void decided_by_two_at_once_is_decided_once_and_the_other_is_told() throws Exception {
        DossierNumber number = asked();
        Person second = world.official("Seconde", OrganisationKind.SPP_IS, "DPD_APPROVER");
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<@Nullable Throwable>> deciding = Stream.of(world.approver, second)
                .map(approver -> CompletableFuture.supplyAsync(() -> catchThrowable(() -> {
                    start.await();
                    decide(approver, number, approver.equals(second) ? Verdict.REFUSED : Verdict.ALLOWED, "Raison");
                })))
                .toList();

        List<Throwable> failed = new ArrayList<>();
        for (CompletableFuture<@Nullable Throwable> one : deciding) {
            Optional.ofNullable(one.get()).ifPresent(failed::add);
        }

        assertThat(failed).singleElement().isInstanceOf(AlreadyHandledException.class);
        assertThat(until()).isEqualTo(Days.endOf(status(number).equals("extension.allowed") ? later : lastDay));
        assertThat(trace.of(number)).isEnded();
    }

    @Test
    void is_asked_once_and_can_be_taken_back() {
        DossierNumber number = asked();
        assertThatThrownBy(this::asked)
                .isInstanceOfSatisfying(AlreadyHandledException.class, it -> assertThat(it.bySelf())
                        .isTrue());
        assertThat(rejection(() ->
                        extensions.ask(world.forCpas(world.principalManager), mandate, later.plusDays(1), "Raison")))
                .isEqualTo("mandate.extension-waits");

        desk.perform(world.forCpas(world.head), number, "withdraw", null, new ExtensionWithdrawal(null));
        assertThat(status(number)).isEqualTo("extension.withdrawn");
        assertThat(trace.of(number)).isEnded().hasPassed(MandateExtension.EVENT_EXTENSION_OVER);
        assertThat(asked()).isNotEqualTo(number);
    }

    @Test
    void lapses_when_the_mandate_ends_before_a_decision() {
        DossierNumber number = asked();
        ends.withdraw(as(world.approver), mandate, "Raison");

        assertThat(status(number)).isEqualTo("extension.lapsed");
        assertThat(trace.of(number)).isEnded().hasNotPassed(MandateExtension.EVENT_ANSWERED);
        assertThatThrownBy(() -> decide(world.approver, number, Verdict.ALLOWED, null))
                .isInstanceOf(AlreadyHandledException.class);
    }

    @Test
    void is_not_allowed_of_a_mandate_whose_end_was_decided_meanwhile() {
        DossierNumber number = asked();
        ends.resign(as(world.localManager), mandate, today.plusDays(2), null);

        assertThat(rejection(() -> decide(world.approver, number, Verdict.ALLOWED, null)))
                .isEqualTo("mandate.not-to-extend");
        decide(world.approver, number, Verdict.REFUSED, "Le DPD démissionne");
        assertThat(until()).isEqualTo(Days.endOf(today.plusDays(2)));
    }

    @Test
    void is_asked_by_those_who_file_and_decided_by_approvers_whom_nothing_ties_to_it() {
        CpasWorld other = worlds.cpas();
        for (Person foreign : List.of(other.head, other.localManager, world.user)) {
            assertThatThrownBy(() -> extensions.ask(as(foreign), mandate, later, "Raison"))
                    .isInstanceOf(NotFoundException.class);
        }
        for (Person reader : List.of(world.localManager, world.reviewer, world.approver)) {
            assertThatThrownBy(() -> extensions.ask(as(reader), mandate, later, "Raison"))
                    .isInstanceOf(NotAllowedException.class);
        }
        DossierNumber number = asked();
        assertThatThrownBy(() -> decide(other.head, number, Verdict.ALLOWED, null))
                .isInstanceOf(NotFoundException.class);
        for (Person reader : List.of(world.head, world.localManager, world.reviewer)) {
            assertThatThrownBy(() -> decide(reader, number, Verdict.ALLOWED, null))
                    .isInstanceOf(NotAllowedException.class);
        }
        Person atHome = world.official("Sylvie", OrganisationKind.SPP_IS, "DPD_APPROVER");
        directory.relate(
                atHome.id(), world.cpas.id(), RelationshipCategory.PERMANENT, Instant.now(), "Travaille au CPAS");
        assertThatThrownBy(() -> decide(atHome, number, Verdict.ALLOWED, null)).isInstanceOf(NotAllowedException.class);
        assertThat(until()).isEqualTo(Days.endOf(lastDay));
    }

    @Test
    void two_approvers_at_the_same_moment_decide_once() throws Exception {
        Person other = world.official("Sylvie", OrganisationKind.SPP_IS, "DPD_APPROVER");
        DossierNumber number = asked();

        List<Optional<Throwable>> came = AtOnce.both(
                () -> Optional.ofNullable(catchThrowable(() -> decide(world.approver, number, Verdict.ALLOWED, null))),
                () -> Optional.ofNullable(
                        catchThrowable(() -> decide(other, number, Verdict.REFUSED, "Pas nécessaire"))));

        assertThat(came.stream().flatMap(Optional::stream)).singleElement().isInstanceOf(AlreadyHandledException.class);
        boolean allowed = came.get(0).isEmpty();
        assertThat(until()).isEqualTo(Days.endOf(allowed ? later : lastDay));
        assertThat(status(number)).isEqualTo(allowed ? "extension.allowed" : "extension.refused");
        assertThat(trace.of(number)).isEnded();
        assertThat(mails.told(number, allowed ? "mandate-extension-refused" : "mandate-extended"))
                .isEmpty();
    }

    @Test
    void the_api_says_what_is_asked_and_what_became_of_it_and_of_an_end() {
        DossierNumber number = asked();
        var waiting = api.as(world.approver).get("/api/v1/dossiers/" + number.value());
        assertThat(waiting.text("/mandate")).isEqualTo(mandate.toString());
        assertThat(waiting.text("/officer")).isEqualTo(world.localManager.displayName());
        assertThat(waiting.text("/lastDay")).isEqualTo(later.toString());
        assertThat(waiting.text("/formerLastDay")).isEqualTo(lastDay.toString());
        assertThat(waiting.at("/outcome").isMissingNode()).isTrue();
        decide(world.approver, number, Verdict.REFUSED, "Un autre DPD est attendu");
        var refused = api.as(world.head).get("/api/v1/dossiers/" + number.value());
        assertThat(refused.text("/outcome")).isEqualTo("REFUSED");
        assertThat(refused.text("/decisionReason")).isEqualTo("Un autre DPD est attendu");
        assertThat(refused.text("/decidedBy")).isEqualTo(world.approver.displayName());
        assertThat(api.as(world.user).get("/api/v1/dossiers/" + number.value()).status())
                .isEqualTo(404);

        DossierNumber end = ends.resign(as(world.localManager), mandate, today.plusDays(2), "Je pars");
        var ending = api.as(world.head).get("/api/v1/dossiers/" + end.value());
        assertThat(ending.text("/cause/code")).isEqualTo("RESIGNATION");
        assertThat(ending.text("/lastDay")).isEqualTo(today.plusDays(2).toString());
        assertThat(ending.text("/decidedBy")).isEqualTo(world.localManager.displayName());
        assertThat(ending.text("/reason")).isEqualTo("Je pars");
    }

    private DossierNumber asked() {
        return extensions.ask(world.forCpas(world.head), mandate, later, "Le DPD reste disponible");
    }

    private void decide(Person by, DossierNumber number, Verdict verdict, @Nullable String reason) {
        Actor actor = as(by);
        desk.perform(actor, number, "extension-decision", null, new ExtensionDecision(verdict, reason));
    }

    private @Nullable Instant until() {
        return register.find(mandate).orElseThrow().validUntil();
    }

    private String status(DossierNumber number) {
        return cases.find(number).orElseThrow().status();
    }

    private static String rejection(ThrowingCallable attempt) {
        RejectedException refused = (RejectedException) Objects.requireNonNull(catchThrowable(attempt));
        return refused.rejections().get(0).code();
    }
}
