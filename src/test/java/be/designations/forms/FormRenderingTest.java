package be.designations.forms;

import static be.designations.forms.FormFixtures.completeApplication;
import static be.designations.forms.FormFixtures.posted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.messageresolver.SpringMessageResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class FormRenderingTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final FormDefinition APPLICATION = FormFixtures.forms().get("dpd-application");
    private static final FormViews VIEWS = new FormViews(FormFixtures.messages());
    private static final SpringTemplateEngine ENGINE = engine();

    @Test
    void a_page_shows_its_fields_in_french_from_the_file() {
        Document page = fields(page("candidate", FormValues.empty(), List.of(), Locale.FRENCH));

        assertThat(page.selectFirst("label[for=candidateLastName]").text()).isEqualTo("Nom");
        assertThat(page.selectFirst("label[for=candidateGrade]").text()).isEqualTo("Grade (facultatif)");
        Element niss = page.selectFirst("input#candidateNiss");
        assertThat(niss.attr("inputmode")).isEqualTo("numeric");
        assertThat(niss.attr("aria-describedby")).isEqualTo("candidateNiss-hint");
        assertThat(page.selectFirst("#candidateNiss-hint").text()).startsWith("11 chiffres");
        assertThat(page.select("input[name=candidateLanguage]").eachAttr("id"))
                .containsExactly("candidateLanguage", "candidateLanguage-2", "candidateLanguage-3");
        assertThat(page.select("fieldset legend").eachText()).contains("Lien avec le CPAS");
    }

    @Test
    void a_page_shows_its_fields_in_dutch_from_the_bundle() {
        Document page = fields(page("candidate", FormValues.empty(), List.of(), DUTCH));

        assertThat(page.selectFirst("label[for=candidateLastName]").text()).isEqualTo("Naam");
        assertThat(page.selectFirst("label[for=candidateGrade]").text()).isEqualTo("Graad (niet verplicht)");
        assertThat(page.selectFirst("label[for=employment-2]").text()).isEqualTo("Externe persoon");
        assertThat(page("candidate", FormValues.empty(), List.of(), DUTCH).title())
                .isEqualTo("De kandidaat");
    }

    @Test
    void contact_details_of_the_person_who_types_can_be_filled_in_by_the_browser() {
        Document page = fields(page("institution", FormValues.empty(), List.of(), Locale.FRENCH));
        assertThat(page.selectFirst("#contactEmail").attr("type")).isEqualTo("email");
        assertThat(page.selectFirst("#contactEmail").attr("autocomplete")).isEqualTo("email");
        assertThat(page.selectFirst("#contactPhone").attr("type")).isEqualTo("tel");
        assertThat(page.selectFirst("#headOfDailyManagementName").hasAttr("autocomplete"))
                .isFalse();
    }

    @Test
    void a_dependent_field_stands_under_the_answer_that_reveals_it() {
        Document asked = fields(page("candidate", FormValues.empty(), List.of(), Locale.FRENCH));
        Element revealed = asked.selectFirst("#conditional-employment-2");
        assertThat(revealed.select("input").eachAttr("name")).containsExactly("supplierNumber", "supplierName");
        assertThat(revealed.hasClass("app-revealed")).isTrue();
        assertThat(revealed.previousElementSibling())
                .as("the styles show it when this option is chosen")
                .isEqualTo(asked.selectFirst(".govuk-radios__item:has(#employment-2)"));
        assertThat(asked.select("#conditional-employment")).isEmpty();

        FormValues external = FormValues.empty().with("employment", "EXTERNAL");
        Document chosen = fields(page("candidate", external, List.of(), Locale.FRENCH));
        assertThat(chosen.selectFirst("#employment-2").hasAttr("checked")).isTrue();
    }

    @Test
    void errors_stand_in_the_summary_and_at_their_field_and_what_was_typed_is_kept() {
        FormPage role = APPLICATION.page("role").orElseThrow();
        FormSubmission submission = APPLICATION.read(
                posted(
                        "startDate-day=31",
                        "startDate-month=2",
                        "startDate-year=2027",
                        "otherHours=<b>",
                        "otherInstitutions=</textarea><script>"),
                role);
        FormView view = VIEWS.of(APPLICATION, role, submission.values(), submission.errors(), Locale.FRENCH);

        Document summary = render("errorSummary(${view})", Map.of("view", view));
        assertThat(summary.selectFirst(".govuk-error-summary").attr("data-module"))
                .isEqualTo("govuk-error-summary");
        assertThat(summary.select("[role=alert] a").eachAttr("href")).containsExactly("#startDate-day", "#otherHours");
        assertThat(summary.select("a").first().text())
                .isEqualTo("« Date de début souhaitée » doit être une date qui existe, par exemple 27 3 2026.");

        Document page = fields(view);
        assertThat(page.selectFirst("#startDate-day").val()).isEqualTo("31");
        assertThat(page.selectFirst("#startDate-error .govuk-error-message").text())
                .startsWith("Erreur : « Date de début souhaitée »");
        assertThat(page.selectFirst("fieldset").attr("aria-describedby")).isEqualTo("startDate-hint startDate-error");
        assertThat(page.selectFirst("#otherHours").val()).isEqualTo("<b>");
        assertThat(page.selectFirst("#otherInstitutions").val()).isEqualTo("</textarea><script>");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select(".govuk-form-group--error")).hasSize(2);
    }

    @Test
    void a_field_that_is_not_needed_can_be_left_out() {
        FormDefinition form = FormFixtures.forms().get("local-manager-change");
        FormView view = VIEWS.of(form, FormValues.empty(), List.of(), Locale.FRENCH);
        assertThat(fields(view).select("input").eachAttr("name")).containsExactly("niss", "confirmRemoval");
        assertThat(fields(view.without("confirmRemoval")).select("input").eachAttr("name"))
                .containsExactly("niss");
    }

    @Test
    void a_page_without_errors_has_no_summary() {
        FormView view = page("time", FormValues.empty(), List.of(), Locale.FRENCH);
        assertThat(render("errorSummary(${view})", Map.of("view", view)).body().children())
                .isEmpty();
    }

    @Test
    void a_rejection_by_the_domain_shows_like_an_error_of_the_form() {
        FormView view = page("candidate", FormValues.empty(), List.of(), DUTCH)
                .withErrors(List.of(
                        new ShownError(null, "Er loopt al een aanvraag."),
                        new ShownError("supplierNumber", "Deze onderneming is onbekend."),
                        new ShownError("candidateNiss", "Deze persoon is onbekend.")));

        Document summary = render("errorSummary(${view})", Map.of("view", view));
        assertThat(summary.select("li").eachText())
                .containsExactly(
                        "Deze persoon is onbekend.", "Deze onderneming is onbekend.", "Er loopt al een aanvraag.");
        assertThat(summary.select("a").eachAttr("href")).containsExactly("#candidateNiss", "#supplierNumber");
        Document page = fields(view);
        assertThat(page.selectFirst("#candidateNiss-error").text()).isEqualTo("Fout: Deze persoon is onbekend.");
        assertThat(page.selectFirst("#supplierNumber").attr("aria-describedby"))
                .isEqualTo("supplierNumber-hint supplierNumber-error");
    }

    @Test
    void a_long_text_counts_its_characters_in_the_language_of_the_reader() {
        Document page = fields(page("qualifications", FormValues.empty(), List.of(), DUTCH));
        Element group = page.selectFirst("[data-module=govuk-character-count]");
        assertThat(group.attr("data-maxlength")).isEqualTo("4000");
        assertThat(group.attr("data-i18n.characters-under-limit.other")).isEqualTo("Er blijven %{count} tekens over");
        assertThat(group.selectFirst("textarea").attr("aria-describedby"))
                .isEqualTo("itKnowledge-info itKnowledge-hint");
        assertThat(group.selectFirst("#itKnowledge-info").text()).isEqualTo("Maximaal 4.000 tekens");
    }

    @Test
    void answers_are_shown_as_people_write_them() {
        FormSubmission submission = APPLICATION.read(
                completeApplication("candidateNiss=85073003328", "otherInstitutions=CPAS A\r\nCPAS B"));
        List<FormView> views = VIEWS.all(APPLICATION, submission.values(), submission.errors(), Locale.FRENCH);
        Document page = answers(views, "/cases/D-1/form");

        assertThat(answer(page, "Numéro de registre national (NISS)")).isEqualTo("85.07.30-033.28");
        assertThat(answer(page, "Langue")).isEqualTo("Français");
        assertThat(answer(page, "Date de début souhaitée")).isEqualTo("01/02/2027");
        assertThat(answer(page, "Date de fin")).isEqualTo("Sans réponse");
        assertThat(answer(page, "Heures par semaine pour ce CPAS")).isEqualTo("7,5");
        assertThat(answer(page, "La personne exerce-t-elle une de ces fonctions ?"))
                .isEqualTo("Aucune");
        assertThat(page.select("dd br")).hasSize(1);
        assertThat(page.select("h2").eachText()).hasSize(8).first().isEqualTo("Le CPAS");
        assertThat(page.select("dt").eachText()).doesNotContain("Nom du fournisseur");
        Element change = page.selectFirst("a[href=/cases/D-1/form/role#startDate-day]");
        assertThat(change.text()).isEqualTo("Modifier – Date de début souhaitée");
        assertThat(change.selectFirst(".govuk-visually-hidden").text()).isEqualTo("– Date de début souhaitée");
    }

    @Test
    void answers_that_are_only_read_have_no_links() {
        List<FormView> views =
                VIEWS.all(APPLICATION, APPLICATION.read(completeApplication()).values(), List.of(), DUTCH);
        Document page = answers(views, null);
        assertThat(page.select("a")).isEmpty();
        assertThat(answer(page, "Taal")).isEqualTo("Frans");
    }

    @Test
    void what_is_missing_in_a_draft_is_linked_to_its_page() {
        FormSubmission submission = APPLICATION.check(APPLICATION
                .read(completeApplication("hoursPerWeek=", "noConflict=false"))
                .values());
        List<FormView> views = VIEWS.all(APPLICATION, submission.values(), submission.errors(), Locale.FRENCH);
        Document summary =
                render("errorSummaryOfAll(${views}, ${changeHref})", Map.of("views", views, "changeHref", "/draft"));
        assertThat(summary.select("a").eachAttr("href"))
                .containsExactly("/draft/time#hoursPerWeek", "/draft/independence#noConflict");
        assertThat(answers(views, "/draft").select(".govuk-error-message")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("be.designations.forms.FormFixtures#languages")
    void every_page_of_every_form_is_sound_html(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (FormDefinition form : FormFixtures.forms().all()) {
            FormSubmission empty = form.read(Map.of());
            for (FormPage formPage : form.pages()) {
                FormView view = VIEWS.of(form, formPage, empty.values(), empty.errors(), locale);
                Document page = fields(view);
                assertThat(page.select("[id]").eachAttr("id"))
                        .as("ids of %s", formPage.key())
                        .doesNotHaveDuplicates();
                assertThat(page.select("[style], script, style, [onclick]")).isEmpty();
                assertThat(page.html()).doesNotContain("??", "form.ui.");
                page.select("[aria-describedby]").forEach(input -> List.of(
                                input.attr("aria-describedby").split(" "))
                        .forEach(
                                id -> assertThat(page.getElementById(id)).as(id).isNotNull()));
                page.select("input, textarea, select")
                        .forEach(input -> assertThat(page.select("label[for=" + input.id() + "]"))
                                .as(input.id())
                                .hasSize(1));
                view.problems().stream()
                        .filter(problem -> problem.anchor() != null)
                        .forEach(problem -> assertThat(page.getElementById(problem.anchor()))
                                .isNotNull());
            }
        }
    }

    private static FormView page(String key, FormValues values, List<FieldError> errors, Locale locale) {
        return VIEWS.of(APPLICATION, APPLICATION.page(key).orElseThrow(), values, errors, locale);
    }

    private static String answer(Document page, String label) {
        return page.select("dt").stream()
                .filter(term -> term.text().equals(label))
                .map(term -> term.nextElementSibling().text())
                .findFirst()
                .orElseThrow();
    }

    private static Document fields(FormView view) {
        return render("fields(${view})", Map.of("view", view));
    }

    private static Document answers(List<FormView> views, String changeHref) {
        Context context = new Context(views.get(0).locale());
        context.setVariable("views", views);
        context.setVariable("changeHref", changeHref);
        return parse(context, "answers(${views}, ${changeHref})");
    }

    private static Document render(String fragment, Map<String, Object> variables) {
        FormView view = variables.get("view") instanceof FormView one
                ? one
                : (FormView) ((List<?>) variables.get("views")).get(0);
        return parse(new Context(view.locale(), variables), fragment);
    }

    private static Document parse(Context context, String fragment) {
        String html = ENGINE.process("<th:block th:replace=\"~{fragments/form :: " + fragment + "}\"/>", context);
        return Jsoup.parse(html);
    }

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        files.setCheckExistence(true);
        files.setOrder(1);
        StringTemplateResolver strings = new StringTemplateResolver();
        strings.setOrder(2);
        SpringMessageResolver messages = new SpringMessageResolver();
        messages.setMessageSource(FormFixtures.messages());
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addTemplateResolver(files);
        engine.addTemplateResolver(strings);
        engine.setMessageResolver(messages);
        return engine;
    }
}
