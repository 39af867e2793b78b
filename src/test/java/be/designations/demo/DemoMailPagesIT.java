package be.designations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import be.designations.casework.CaseTypes;
import be.designations.casework.Suspensions;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.pages.PageForms;
import be.designations.reference.ExternalLinks;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(
        controllers = DemoMailController.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "be\\.designations\\.(security\\..*|web\\.(?!PresentAddress).*)"))
@Import({PageForms.class, Forms.class, FormViews.class, ExternalLinks.class})
@ActiveProfiles("demo")
@WithMockUser
class DemoMailPagesIT {

    @TestConfiguration
    static class Mails {

        @Bean
        DemoMailbox demoMailbox() throws IOException {
            return new DemoMailbox(Files.createTempDirectory("mails"), Clock.systemUTC());
        }

        @Bean
        DemoMailServer demoMailServer(DemoMailbox mailbox) {
            return DemoMailServer.start(mailbox, 0);
        }
    }

    /** The pages of mails belong to no kind of dossier. */
    @MockitoBean
    CaseTypes types;

    @MockitoBean
    Suspensions suspensions;

    @Autowired
    MockMvc mvc;

    @Autowired
    DemoMailbox mailbox;

    @Autowired
    DemoMailServer server;

    @Test
    void a_mail_that_was_sent_is_in_the_list_and_opens() throws Exception {
        send("Désignation <b>2026</b>", "<p>ok</p>");

        Document list = page("/demo/mails", Locale.FRENCH);
        String address = list.select(".app-mail a").first().attr("href");
        Document mail = page(address, Locale.FRENCH);

        assertThat(list.select(".app-mail__to").first().text()).isEqualTo("À cpas@example.org");
        assertThat(mail.select("h1").text()).isEqualTo("Désignation <b>2026</b>");
        assertThat(mail.select(".app-mail__text").text()).isEqualTo("Bonjour");
        assertThat(mail.select("iframe").attr("src")).isEqualTo(address + "/html");
        assertThat(mail.select("iframe").first().attributes().hasKey("sandbox")).isTrue();
        assertThat(mail.select(".app-demo")).isNotEmpty();
    }

    @Test
    void the_html_of_a_mail_is_served_in_a_sandbox_that_runs_and_loads_nothing() throws Exception {
        send("Avis", "<script>alert(1)</script>");
        String id = mailbox.page(1, 1).mails().get(0).id();

        mvc.perform(get("/demo/mails/" + id + "/html"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/html;charset=UTF-8"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox; default-src 'none'")));
    }

    @Test
    void a_mail_that_does_not_exist_answers_404() throws Exception {
        mvc.perform(get("/demo/mails/00000000000001-abcdef01")).andExpect(status().isNotFound());
        mvc.perform(get("/demo/mails/00000000000001-abcdef01/html")).andExpect(status().isNotFound());
    }

    @Test
    void the_mail_server_goes_down_and_up_by_the_button() throws Exception {
        mvc.perform(post("/demo/mails/server").param("on", "false").with(csrf()))
                .andExpect(redirectedUrl("/demo/mails"));
        assertThat(server.isOn()).isFalse();
        assertThat(page("/demo/mails", Locale.ENGLISH).select(".app-tag").text())
                .isEqualTo("Mail server down");

        mvc.perform(post("/demo/mails/server").param("on", "true").with(csrf()))
                .andExpect(redirectedUrl("/demo/mails"));
        assertThat(server.isOn()).isTrue();
    }

    @Test
    void the_button_needs_the_token_of_the_form() throws Exception {
        mvc.perform(post("/demo/mails/server").param("on", "false")).andExpect(status().isForbidden());
        assertThat(server.isOn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"fr,Mails envoyés", "nl,Verzonden mails", "de,Gesendete E-Mails", "en,Mails sent"})
    void the_page_speaks_the_language_of_the_reader(String language, String title) throws Exception {
        assertThat(page("/demo/mails", Locale.forLanguageTag(language))
                        .select("h1")
                        .text())
                .isEqualTo(title);
    }

    private Document page(String address, Locale locale) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).locale(locale))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private void send(String subject, String html) throws Exception {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(DemoMailServer.HOST);
        sender.setPort(server.port());
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, "UTF-8");
        helper.setFrom("desk@example.org");
        helper.setTo("cpas@example.org");
        helper.setSubject(subject);
        helper.setText("Bonjour", html);
        sender.send(message);
    }
}
