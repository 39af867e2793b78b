package be.designations.principalmanager.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.Organisation;
import be.designations.directory.Person;
import be.designations.directory.RelationshipCategory;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.testing.BrowserJourney;
import be.designations.testing.CheckedWindow;
import be.designations.testing.CpasWorld;
import be.designations.testing.SampleFiles;
import be.designations.testing.TestPeople;
import be.designations.testing.TestRegister;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever represents an enterprise designates its principal access manager in a browser. */
class PrincipalManagerJourneyIT extends BrowserJourney {

    private static final String BUTTON = "main form button";
    private static final String ERROR = ".govuk-error-summary";

    @Autowired
    private TestRegister register;

    private CpasWorld world;
    private TestPeople people;
    private Organisation enterprise;
    private Person head;
    private Person other;
    private String address;

    @BeforeEach
    void anEnterpriseThatIsNotRegistered() {
        world = worlds.cpas();
        people = worlds.people();
        enterprise = people.enterprise("Menuiserie du Moulin");
        head = world.person("Hortense");
        people.give(head, LegalFunctionKind.DIRECTOR, enterprise);
        other = world.person("Octave");
        address = "/principal-manager/" + enterprise.enterpriseNumber().value();
    }

    @AfterEach
    void theRegisterAnswersAgain() {
        register.answers(enterprise.enterpriseNumber());
    }

    @ParameterizedTest
    @CsvSource({"nl, 360, Hoofdtoegangsbeheerder aangesteld!", "de, 360, Hauptzugangsverwalter ernannt!"})
    void a_representative_becomes_principal_manager(String language, int width, String done) {
        openWindow(width);
        window.signIn(head, language);
        window.open("/principal-manager");
        page.fill("[name=enterpriseNumber]", enterprise.enterpriseNumber().formatted());
        window.press(BUTTON);
        window.check();
        page.check("[name=who][value=SELF]");
        window.press(BUTTON);
        assertThat(page.locator(ERROR).count()).isEqualTo(1);
        window.check();
        page.fill("[name=email]", "directie@onderneming.example");
        page.fill("[name=phone]", "02 123 45 67");
        window.press(BUTTON);
        window.check();
        window.press(BUTTON);
        assertThat(page.locator("#confirmed-error").count()).isEqualTo(1);
        window.check();
        page.check("[name=confirmed]");
        window.press(BUTTON);
        window.check();

        assertThat(page.locator("#now").innerText()).isEqualTo(done);
        assertThat(page.locator("main, #main-content").first().innerText())
                .contains("Menuiserie du Moulin", "directie@onderneming.example");
        assertThat(incumbent()).hasValueSatisfying(held -> {
            assertThat(held.person()).isEqualTo(head.id());
            assertThat(held.contact()).isNotNull();
        });
        assertThat(directory.registeredWithCsam(enterprise.id())).isPresent();
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void another_person_is_designated_whose_tie_is_declared() {
        openWindow(1280);
        window.signIn(head, "fr");
        window.open(address);
        page.check("[name=who][value=OTHER]");
        page.fill("[name=niss]", other.niss().formatted());
        page.fill("[name=lastName]", "Quelqu’un");
        contact();
        window.press(BUTTON);
        assertThat(page.locator("#lastName-error").innerText()).contains("ne correspond pas");
        assertThat(page.locator("#niss").inputValue()).isNotEmpty();
        window.check();
        page.fill("[name=lastName]", other.lastName());
        window.press(BUTTON);
        window.check();
        page.check("[name=category][value=PERMANENT]");
        lastDay("2020");
        window.press(BUTTON);
        assertThat(page.locator("#lastDay-error").innerText()).contains("déjà passé");
        window.check();
        lastDay("2040");
        window.press(BUTTON);
        window.check();
        assertThat(page.url()).doesNotContain(other.niss().value());
        page.locator("main a[href='" + address + "'], #main-content a[href='" + address + "']")
                .last()
                .click();
        assertThat(page.locator("#lastName").inputValue()).isEqualTo(other.lastName());
        window.press(BUTTON);
        window.press(BUTTON);
        page.check("[name=confirmed]");
        window.press(BUTTON);
        window.check();

        assertThat(incumbent()).map(Responsibility::person).contains(other.id());
        assertThat(directory.relationships(other.id(), enterprise.id(), Instant.now()))
                .containsExactly(RelationshipCategory.PERMANENT);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void a_number_that_leads_nowhere_is_explained_at_its_field() {
        openWindow(360);
        window.signIn(head, "fr");
        window.open("/principal-manager");
        String unit = EstablishmentUnitNumber.withCheckDigits(29_990_000).value();
        refused(unit, "unité d’établissement");
        refused("123", "10 chiffres");
        refused("1999999984", "numéro");
        jdbc.sql("update organisation set stopped_on = date '2024-03-31' where id = :id")
                .param("id", enterprise.id().value())
                .update();
        refused(enterprise.enterpriseNumber().value(), "31/03/2024");
        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fr, 1280", "en, 360"})
    void a_mandate_that_the_register_does_not_show_is_verified_by_support(String language, int width) {
        people.endFunctions(head);
        Person agent = world.supportAgent("Sacha");
        openWindow(width);
        window.signIn(head, language);
        String dossier = claim();

        window.signIn(agent, language);
        window.open("/work");
        window.open(dossier);
        window.open(dossier + "/verification");
        page.check("[name=decision][value=REFUSE]");
        window.press(BUTTON);
        assertThat(page.locator("#reason-error").count()).isEqualTo(1);
        window.check();
        page.check("[name=decision][value=ACCEPT]");
        window.press(BUTTON);
        window.check();

        assertThat(incumbent()).map(Responsibility::person).contains(head.id());
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void support_does_not_verify_a_mandate_of_its_own() {
        Person agent = world.supportAgent("Sacha");
        openWindow(1280);
        window.signIn(agent, "fr");
        String dossier = claim();
        window.open(dossier + "/verification");

        assertThat(page.locator("[name=decision]").count()).isZero();
        assertThat(page.locator("main, #main-content").first().innerText())
                .contains("un collègue doit vérifier le mandat");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void a_request_that_waits_for_the_register_is_withdrawn() {
        register.is(TestRegister.Mood.DOWN, enterprise.enterpriseNumber());
        openWindow(360);
        window.signIn(head, "fr");
        window.open(address);
        page.check("[name=who][value=SELF]");
        contact();
        window.press(BUTTON + "[value=documents]");
        assertThat(page.locator("[name=ground][value=REGISTER_SILENT]").isChecked())
                .isTrue();
        window.check();
        window.open(address);
        window.press(BUTTON + "[value=next]");
        page.check("[name=confirmed]");
        window.check();
        window.press(BUTTON);
        window.check();
        assertThat(page.locator("main, #main-content").first().innerText()).contains("interrogée une fois");
        assertThat(incumbent()).isEmpty();
        String dossier = page.url();
        window.open(address);
        assertThat(page.locator("[name=who]").count()).isZero();
        window.open(dossier + "/withdraw-request");
        page.fill("[name=reason]", "Erreur.");
        window.press(BUTTON);
        window.check();

        assertThat(page.url()).isEqualTo(dossier);
        assertThat(page.locator(".govuk-notification-banner").count()).isEqualTo(1);
        assertThat(page.locator("main a[href$='/withdraw-request'], #main-content a[href$='/withdraw-request']")
                        .count())
                .isZero();
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void whoever_comes_second_reads_who_was_designated_by_whom_and_may_replace_them() {
        Person second = world.person("Hilaire");
        people.give(second, LegalFunctionKind.CHAIR, enterprise);
        openWindow(1280);
        window.signIn(head, "fr");
        asSelf();
        page.check("[name=confirmed]");
        try (CheckedWindow faster = anotherWindow(1280)) {
            faster.signIn(second, "fr");
            faster.open(address);
            faster.page().check("[name=who][value=SELF]");
            faster.page().fill("[name=email]", "direction@entreprise.example");
            faster.page().fill("[name=phone]", "02 123 45 67");
            faster.press(BUTTON);
            faster.page().check("[name=confirmed]");
            faster.press(BUTTON);
            assertThat(faster.complaints()).isEmpty();
        }
        window.press(BUTTON);
        window.check();
        assertThat(page.locator(ERROR).innerText())
                .contains(second.displayName() + " a désigné " + second.displayName());
        assertThat(incumbent()).map(Responsibility::person).contains(second.id());
        page.check("[name=confirmed]");
        window.press(BUTTON);
        window.check();

        assertThat(incumbent()).map(Responsibility::person).contains(head.id());
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void a_check_without_answers_leads_back_and_another_person_sees_no_dossier() {
        openWindow(1280);
        window.signIn(head, "fr");
        window.open(address + "/check");
        assertThat(page.url()).endsWith(address);
        asSelf();
        page.check("[name=confirmed]");
        window.press(BUTTON);
        String dossier = page.url();
        window.signIn(other, "fr");
        page.navigate(dossier);

        assertThat(page.locator("h1").innerText()).doesNotContain("GAP-");
        assertThat(window.complaints()).isEmpty();
    }

    /** The special procedure up to the dossier. */
    private String claim() {
        window.open(address);
        page.check("[name=who][value=SELF]");
        contact();
        window.press(BUTTON);
        window.check();
        page.fill("[name=explanation]", "Statuts du 12 mars 2026, article 14.");
        window.press(BUTTON + "[value=add]");
        assertThat(page.locator("#files-error").count()).isEqualTo(1);
        assertThat(page.locator("#explanation").inputValue()).contains("article 14");
        window.check();
        window.press(BUTTON + "[value=next]");
        assertThat(page.locator("#files-error").count()).isEqualTo(1);
        page.setInputFiles("[name=files]", new FilePayload("statuts.pdf", "application/pdf", SampleFiles.pdf()));
        window.press(BUTTON + "[value=add]");
        window.check();
        window.press(BUTTON + "[value=next]");
        window.check();
        page.check("[name=confirmed]");
        window.press(BUTTON);
        window.check();
        assertThat(incumbent()).isEmpty();
        return page.url();
    }

    private void asSelf() {
        window.open(address);
        page.check("[name=who][value=SELF]");
        contact();
        window.press(BUTTON);
        window.check();
    }

    private void contact() {
        page.fill("[name=email]", "direction@entreprise.example");
        page.fill("[name=phone]", "02 123 45 67");
    }

    private void lastDay(String year) {
        page.fill("[name='lastDay-day']", "1");
        page.fill("[name='lastDay-month']", "1");
        page.fill("[name='lastDay-year']", year);
    }

    private void refused(String typed, String reason) {
        page.fill("[name=enterpriseNumber]", typed);
        window.press(BUTTON);
        window.check();
        assertThat(page.locator("#enterpriseNumber-error").innerText()).contains(reason);
        assertThat(page.locator("#enterpriseNumber").inputValue()).isEqualTo(typed);
    }

    private Optional<Responsibility> incumbent() {
        return access
                .incumbents(ResponsibilityKind.PRINCIPAL_ACCESS_MANAGER, enterprise.id(), null, null, Instant.now())
                .stream()
                .findFirst();
    }
}
