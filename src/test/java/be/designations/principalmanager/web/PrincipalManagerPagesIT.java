package be.designations.principalmanager.web;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.calendar.Days;
import be.designations.directory.LegalFunctionKind;
import be.designations.identifier.EnterpriseNumber;
import be.designations.testing.Browser;
import be.designations.testing.CpasWorld;
import be.designations.testing.EnterpriseWorld;
import be.designations.testing.TestRegister;
import be.designations.testing.TestRegister.Mood;
import be.designations.testing.WholeApplication;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages of the designation say to whom, in French and Dutch. */
class PrincipalManagerPagesIT extends WholeApplication {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Map<String, String> SELF =
            Map.of("who", "SELF", "email", "direction@alpha.example", "phone", "02 123 45 67");

    @Autowired
    private TestRegister register;

    private EnterpriseWorld world;
    private String address;

    @BeforeEach
    void anEnterprise() {
        world = worlds.enterprise();
        address = "/principal-manager/" + world.enterprise.enterpriseNumber().value();
    }

    @Test
    void a_representative_of_two_enterprises_chooses_one() {
        EnterpriseWorld second = worlds.enterprise();
        second.give(world.director, LegalFunctionKind.CHAIR);

        assertThat(browsers.signedIn(world.director)
                        .get("/principal-manager")
                        .page()
                        .select("main a[href^=/principal-manager/]"))
                .extracting(link -> link.attr("href"))
                .containsExactlyInAnyOrder(
                        address,
                        "/principal-manager/"
                                + second.enterprise.enterpriseNumber().value());
    }

    @Test
    void whose_function_ended_yesterday_is_told_the_last_day_on_which_it_held() {
        LocalDate today = LocalDate.now(Days.BRUSSELS);
        Instant midnight = today.atStartOfDay(Days.BRUSSELS).toInstant();
        world.endFunctions(world.director, midnight);
        world.endFunctions(world.otherDirector, midnight);
        String yesterday = DAY.format(today.minusDays(1));

        assertThat(browsers.signedIn(world.director).get(address).text()).contains("BCE", "terminée", yesterday);
        assertThat(browsers.signedIn(world.otherDirector).get(address).text()).contains("KBO", yesterday);
    }

    @Test
    void whose_function_begins_tomorrow_is_told_from_when() {
        LocalDate tomorrow = LocalDate.now(Days.BRUSSELS).plusDays(1);
        world.beginFunctions(
                world.director, tomorrow.atStartOfDay(Days.BRUSSELS).toInstant());

        assertThat(browsers.signedIn(world.director).get(address).text()).contains(DAY.format(tomorrow));
    }

    @Test
    void a_co_manager_who_designates_themselves_is_told_that_they_cease_to_be_co_manager() {
        CpasWorld cpas = worlds.cpas();
        jdbc.sql("update legal_function set person_id = :person where organisation_id = :cpas")
                .param("person", cpas.coPrincipalManager.id().value())
                .param("cpas", cpas.cpas.id().value())
                .update();
        String page = "/principal-manager/" + cpas.cpas.enterpriseNumber().value();
        Browser browser = browsers.signedIn(cpas.coPrincipalManager);
        browser.get(page);

        var check = browser.follow(browser.post(page, SELF));

        assertThat(check.text())
                .contains(cpas.principalManager.displayName())
                .contains("co-")
                .contains(cpas.coPrincipalManager.niss().formatted());
    }

    @Test
    void a_register_that_is_silent_about_an_unknown_enterprise_is_waited_for() {
        String number = EnterpriseNumber.withCheckDigits(9_975_001).value();
        register.is(Mood.DOWN, EnterpriseNumber.of(number));

        var page = browsers.signedIn(world.director).get("/principal-manager/" + number);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("dès qu’elle répondra");
        assertThat(page.page().select("input[name=who]")).isNotEmpty();
    }

    @Test
    void answers_that_do_not_fit_come_back_with_all_that_was_typed() {
        Browser browser = browsers.signedIn(world.director);
        browser.get(address);

        var refused = browser.post(
                address,
                Map.of(
                        "who",
                        "OTHER",
                        "niss",
                        "81050103521",
                        "lastName",
                        "Dupont",
                        "email",
                        "sans-arobase",
                        "phone",
                        ""));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".govuk-error-summary a")).hasSize(3);
        assertThat(refused.page().select("input[name=lastName]").val()).isEqualTo("Dupont");
        assertThat(refused.page().select("input[name=email]").val()).isEqualTo("sans-arobase");
        assertThat(world.count("case_file")).isZero();
    }
}
