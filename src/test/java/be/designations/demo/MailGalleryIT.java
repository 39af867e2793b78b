package be.designations.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import be.designations.directory.DeskNames;
import be.designations.forms.FormViews;
import be.designations.forms.Forms;
import be.designations.notification.NotificationKind;
import be.designations.pages.PageForms;
import be.designations.reference.ExternalLinks;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(
        controllers = MailGalleryController.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "be\\.designations\\.(security\\..*|casework\\.web\\.SuspensionNotices|web\\.(?!PresentAddress).*)"))
@Import({PageForms.class, Forms.class, FormViews.class, ExternalLinks.class})
@ActiveProfiles("demo")
@WithMockUser
class MailGalleryIT {

    private static final String GALLERY = "/demo/mails/gallery";

    @TestConfiguration
    @ComponentScan(
            basePackages = "be.designations.notification",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(MailRenderer|NotificationConfiguration)"))
    static class Words {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        DeskNames names(Clock clock) {
            return new DeskNames(List::of, clock);
        }
    }

    @Autowired
    MockMvc mvc;

    @Test
    void every_kind_of_mail_stands_in_the_gallery() throws Exception {
        assertThat(page(GALLERY).select("main ol a").eachAttr("href"))
                .containsExactlyElementsOf(Arrays.stream(NotificationKind.values())
                        .map(kind -> GALLERY + "/" + kind.code())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(NotificationKind.class)
    void a_mail_is_shown_in_every_language_as_html_in_a_sandbox_and_as_text(NotificationKind kind) throws Exception {
        for (String language : List.of("fr", "nl", "de", "en")) {
            Document shown = page(GALLERY + "/" + kind.code() + "?in=" + language);
            assertThat(shown.select("iframe").first().attributes().hasKey("sandbox"))
                    .isTrue();
            assertThat(shown.select(".app-mail__text").text()).contains("http://localhost:8080/");
            assertThat(shown.select("h1").text()).isNotBlank();

            String html = shown.select("iframe").attr("src");
            String mail = mvc.perform(get(html))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("text/html;charset=UTF-8"))
                    .andExpect(
                            header().string("Content-Security-Policy", containsString("sandbox; default-src 'none'")))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(Jsoup.parse(mail).select("html").attr("lang")).isEqualTo(language);
            assertThat(Jsoup.parse(mail).title()).isEqualTo(shown.select("h1").text());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/demo/mails/gallery/no-such-mail",
                "/demo/mails/gallery/dpd-refused?in=it",
                "/demo/mails/gallery/dpd-refused/html?in=it"
            })
    void what_is_not_sent_is_not_found(String address) throws Exception {
        mvc.perform(get(address)).andExpect(status().isNotFound());
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).locale(Locale.FRENCH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
