package be.designations.notification;

import static be.designations.notification.MailFixtures.NAMES;
import static be.designations.notification.MailFixtures.SETTINGS;
import static be.designations.notification.MailFixtures.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import be.designations.directory.DeskNames;
import be.designations.directory.InEachLanguage;
import be.designations.directory.OrganisationKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailRendererTest {
    private final MailRenderer renderer = new MailRenderer(SETTINGS, NAMES, Clock.systemUTC());

    @ParameterizedTest
    @MethodSource("be.designations.notification.MailFixtures#everyKindInEveryLanguage")
    void every_kind_is_written_in_every_language_without_a_placeholder_left(NotificationKind kind, Locale language) {
        RenderedMail mail = renderer.render(aMessage(kind, language));

        assertThat(mail.subject()).isNotBlank().doesNotContainPattern("[{}]");
        assertThat(mail.text()).doesNotContainPattern("[{}]").doesNotContain("[(", "[#", "[/");
        assertThat(mail.html()).doesNotContain(" th:");
        Document html = Jsoup.parse(mail.html());
        assertThat(html.select("html").attr("lang")).isEqualTo(language.getLanguage());
        assertThat(html.title()).isEqualTo(mail.subject());
        assertThat(html.body().text()).doesNotContainPattern("[{}]");
        for (Detail detail : kind.required()) {
            String value = detail == Detail.DOSSIER ? "DPD-2026-00001" : "value of " + detail.code();
            if (html.select("p").eachText().contains(value)) {
                // The reason of a refusal stands in the text, and is not said twice (D98).
                assertThat(html.select("td").eachText()).doesNotContain(value);
                assertThat(mail.text()).contains("\n" + value + "\n");
            } else {
                assertThat(html.select("td").eachText()).contains(value);
                assertThat(mail.text()).contains(": " + value);
            }
        }
        assertThat(html.select("a").attr("href")).isEqualTo("https://designations.example/cases/DPD-2026-00001");
        assertThat(mail.text()).contains("\nhttps://designations.example/cases/DPD-2026-00001\n");
        assertThat(html.select("a").last().attr("href")).isEqualTo("https://designations.example/help");
        assertThat(mail.text()).contains("\nhttps://designations.example/help\n");
    }

    /** With the number of a dossier, and names that are not long. */
    @ParameterizedTest
    @MethodSource("be.designations.notification.MailFixtures#everyKindInEveryLanguage")
    void a_subject_is_short_enough_for_a_list_of_mails(NotificationKind kind, Locale language) {
        String words = MailTexts.in(language, text -> text).get("mail." + kind.code() + ".subject");

        assertThat(words.replace("{dossier}", "DPD-2026-00001").replaceAll("\\{[a-z-]+}", "OCMW Brugge"))
                .hasSizeLessThanOrEqualTo(73);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, 'Madame, Monsieur,', ceci est une démonstration",
        "nl, 'Geachte mevrouw, geachte heer,', dit is een demonstratie",
        "de, 'Guten Tag!', dies ist eine demonstration",
        "en, 'Dear Sir or Madam,', this is a demonstration"
    })
    void the_mail_is_in_the_language_of_its_recipient(Locale language, String greeting, String demonstration) {
        RenderedMail mail = renderer.render(aMessage(NotificationKind.DPD_APPROVED, language));

        assertThat(mail.text()).startsWith(greeting).containsIgnoringCase(demonstration);
        assertThat(Jsoup.parse(mail.html()).body().text()).contains(greeting).containsIgnoringCase(demonstration);
    }

    @ParameterizedTest
    @MethodSource("be.designations.notification.MailFixtures#everyKindInEveryLanguage")
    void every_kind_says_what_to_do_next_over_the_address_that_leads_there(NotificationKind kind, Locale language) {
        MailTexts texts = MailTexts.in(language);
        String key = "mail." + kind.code() + ".next";
        assertThat(texts.has(key)).as(key + " in messages/notification").isTrue();

        RenderedMail mail = renderer.render(aMessage(kind, language));

        assertThat(texts.get(key)).endsWith(":");
        assertThat(mail.text()).contains(texts.get(key) + "\nhttps://designations.example/cases/DPD-2026-00001\n");
        assertThat(Jsoup.parse(mail.html()).select("p:has(a) strong").text())
                .isEqualTo(texts.get(key).replace('\u00a0', ' '));
    }

    @Test
    void a_french_word_loses_its_last_letter_before_a_vowel() {
        Message message = aMessage(NotificationKind.RELATIONSHIP_ENDED_TOLD, Locale.FRENCH);

        assertThat(renderer.render(message.with(Detail.PEOPLE, "Élise Peeters")).subject())
                .contains("de travail d’Élise Peeters");
        assertThat(renderer.render(message.with(Detail.PEOPLE, "Marc Janssens")).subject())
                .contains("de travail de Marc Janssens");
        assertThat(renderer.render(aMessage(NotificationKind.DPD_LAPSED, Locale.forLanguageTag("nl"))
                                .with(Detail.CANDIDATE, "Elke Peeters"))
                        .text())
                .contains("van Elke Peeters");
    }

    @Test
    void values_are_escaped_in_html_and_plain_in_text() {
        Message message = aMessage(NotificationKind.DPD_REFUSED, Locale.FRENCH)
                .with(Detail.CANDIDATE, "<script>alert(1)</script> & ${7*7}")
                .with(Detail.REASON, "<b>non</b>\nligne 2 [[${7*7}]] {dossier} $1 \\");

        RenderedMail mail = renderer.render(message);

        assertThat(mail.html())
                .doesNotContain("<script", "<b>")
                .contains("&lt;script&gt;")
                .doesNotContain("49");
        assertThat(Jsoup.parse(mail.html()).select("p").stream().map(Element::wholeText))
                .contains("<b>non</b>\nligne 2 [[${7*7}]] {dossier} $1 \\");
        assertThat(mail.text())
                .contains("<script>alert(1)</script> & ${7*7}")
                .contains("<b>non</b>\nligne 2 [[${7*7}]] {dossier} $1 \\");
    }

    @Test
    void a_line_end_in_a_value_does_not_reach_the_subject() {
        Message message = aMessage(NotificationKind.WORK_ITEM_REMINDER, Locale.FRENCH)
                .with(Detail.TASK, "Donner l’avis\r\nBcc: x@y.example");

        assertThat(renderer.render(message).subject())
                .isEqualTo("DPD-2026-00001 – Rappel : Donner l’avis Bcc: x@y.example");
    }

    @Test
    void a_missing_detail_is_refused() {
        Message message = Message.of(
                        NotificationKind.DPD_REFUSED, Recipient.mailbox("CPAS", "cpas@x.example", Locale.FRENCH))
                .inCase(UUID.randomUUID(), "DPD-2026-00001")
                .with(Detail.CPAS, "CPAS")
                .with(Detail.CANDIDATE, "A");

        assertThatThrownBy(() -> renderer.render(message))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("REASON");
    }

    @Test
    void outside_the_demonstration_a_mail_does_not_speak_of_one() {
        MailSettings real = MailSettings.of("a@b.example", "https://designations.example", false);

        RenderedMail mail = new MailRenderer(real, NAMES, Clock.systemUTC())
                .render(aMessage(NotificationKind.DPD_APPROVED, Locale.ENGLISH));

        assertThat(mail.text() + mail.html()).doesNotContainIgnoringCase("demonstration");
    }

    @Test
    void a_message_without_path_leads_to_help_alone() {
        RenderedMail mail = renderer.render(
                Message.of(NotificationKind.WORK_ITEM_OVERDUE, Recipient.mailbox("A", "a@b.example", Locale.ENGLISH))
                        .with(Detail.DOSSIER, "X-1")
                        .with(Detail.TASK, "Give the opinion")
                        .with(Detail.DEADLINE, LocalDate.of(2026, 3, 9)));

        Document html = Jsoup.parse(mail.html());
        assertThat(html.body().text()).contains("09/03/2026");
        assertThat(html.select("a").eachAttr("href")).containsExactly("https://designations.example/help");
        assertThat(mail.text().split("https://")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"fr, Favorable, Défavorable", "nl, Gunstig, Ongunstig", "de, Befürwortend, Ablehnend"})
    void an_opinion_is_stated_in_words(Locale language, String favourable, String unfavourable) {
        Message message = aMessage(NotificationKind.DPD_OPINION_GIVEN, language);

        assertThat(renderer.render(message.withOpinion(true)).text()).contains(": " + favourable + ".");
        assertThat(renderer.render(message.withOpinion(false)).text()).contains(": " + unfavourable + ".");
    }

    @Test
    void the_message_id_is_stable_and_of_the_sending_domain() {
        UUID id = UUID.fromString("3f1c0b0e-1111-4222-8333-444455556666");

        assertThat(SETTINGS.messageId(id))
                .isEqualTo("<3f1c0b0e-1111-4222-8333-444455556666@designations.example>")
                .isEqualTo(SETTINGS.messageId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//elsewhere.example", "https://elsewhere.example", "cases/1", "/cases/\"x"})
    void a_link_stays_within_the_application(String path) {
        Message message = aMessage(NotificationKind.DPD_APPROVED, Locale.FRENCH);

        assertThatThrownBy(() -> message.linkingTo(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settings_that_cannot_work_are_refused_at_the_start() {
        assertThatThrownBy(() -> MailSettings.of("nobody", "https://a.example", false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MailSettings.of("a@b.example", "a.example", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_recipient_has_an_address_and_a_language_of_ours_and_prints_neither_name_nor_address() {
        assertThatThrownBy(() -> Recipient.mailbox("A", " ", Locale.FRENCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Recipient.mailbox("A", "a@b.example", Locale.ITALIAN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(aMessage(NotificationKind.DPD_APPROVED, Locale.GERMANY)
                        .recipient()
                        .toString())
                .doesNotContain("@", "Exempleville");
    }

    /** One that waits in the outbox tells of what was so when it was written (D104). */
    @Test
    void a_mail_names_who_had_the_desk_when_it_was_written() {
        Instant from = Instant.parse("2027-01-01T00:00:00Z");
        DeskNames names = new DeskNames(
                () -> List.of(new DeskNames.Taken(
                        OrganisationKind.SPP_IS,
                        from,
                        new InEachLanguage("l’Agence", "het Agentschap", "die Agentur", "the Agency"))),
                Clock.systemUTC());
        names.refresh();
        MailRenderer taken = new MailRenderer(SETTINGS, names, Clock.systemUTC());
        Message mail = aMessage(NotificationKind.DPD_OPINION_GIVEN, Locale.FRENCH);

        assertThat(taken.render(mail, from.minusMillis(1)).text())
                .contains("SPP Intégration sociale")
                .doesNotContain("Agence");
        assertThat(taken.render(mail, from).text())
                .contains("l’Agence", "L’Agence")
                .doesNotContain("SPP");
    }
}
