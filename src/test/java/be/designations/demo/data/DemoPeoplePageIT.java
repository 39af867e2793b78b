package be.designations.demo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import be.designations.reference.ExternalLinks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(classes = DemoPeoplePageIT.Slice.class)
@AutoConfigureMockMvc(addFilters = false)
@ActiveProfiles("demo")
class DemoPeoplePageIT {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private DemoPeople people;

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "de", "en"})
    void everybody_of_the_file_is_shown_with_key_and_niss_in_each_language(String language) throws Exception {
        Document page = page("", language);

        assertThat(page.select("main tbody tr, #main-content tbody tr")).hasSameSizeAs(people.named());
        for (DemoPerson person : people.named()) {
            var row = page.select("tbody tr:has(code:matchesOwn(^" + person.key() + "$))");
            assertThat(row.text()).contains(person.name(), person.niss().formatted());
        }
        assertThat(page.text()).doesNotContain("??", "people.");
    }

    @ParameterizedTest
    @CsvSource({"fr, CPAS de Bruges", "nl, OCMW Brugge", "de, ÖSHZ Brugge", "en, OCMW Brugge"})
    void a_group_is_called_as_its_organisation_in_that_language(String language, String name) throws Exception {
        assertThat(page("", language).select("#brugge h2").text()).isEqualTo(name);
    }

    @Test
    void everybody_shown_can_be_signed_in() throws Exception {
        Document page = page("head-21004", "en");

        assertThat(page.select("form[method=post][action=/sign-in] button[name=persona][value=head-21004]"))
                .hasSize(1);
    }

    @Test
    void a_search_finds_people_who_are_not_listed() throws Exception {
        Document page = page("head-21004", "fr");

        assertThat(page.select("tbody tr")).hasSize(1);
        assertThat(page.select("input[name=q]").attr("value")).isEqualTo("head-21004");
    }

    @Test
    void a_search_that_finds_many_says_so() throws Exception {
        Document page = page("cpas", "en");

        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.text()).contains("These are the first 50 people");
    }

    @Test
    void what_was_searched_is_shown_as_text() throws Exception {
        Document page = page("<b>x</b> '{0}'", "fr");

        assertThat(page.select("h2 b")).isEmpty();
        assertThat(page.select("h2").eachText()).isEqualTo(List.of("Résultats pour « <b>x</b> '{0}' »"));
        assertThat(page.text()).contains("Aucune personne ne correspond");
    }

    private Document page(String query, String language) throws Exception {
        byte[] html = mvc.perform(get("/demo/people").param("q", query).locale(Locale.forLanguageTag(language)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
    }

    /** The page and what renders it, without database and engine. */
    @Configuration(proxyBeanMethods = false)
    @Import({DemoPeopleController.class, ExternalLinks.class})
    @ImportAutoConfiguration({
        DispatcherServletAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Slice {

        @Bean
        DemoPeople demoPeople() {
            return DemoPeople.read();
        }
    }
}
