package be.designations.notification;

import static be.designations.notification.MailFixtures.NAMES;
import static be.designations.notification.MailFixtures.SETTINGS;
import static be.designations.notification.MailFixtures.aMessage;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowedTextTest {

    @ParameterizedTest
    @MethodSource("be.designations.notification.MailFixtures#everyKindInEveryLanguage")
    void every_mail_has_short_lines_that_join_to_what_was_written(NotificationKind kind, Locale language) {
        String text = new MailRenderer(SETTINGS, NAMES, Clock.systemUTC())
                .render(aMessage(kind, language))
                .text();

        String flowed = FlowedText.of(text);

        assertThat(flowed.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(76));
        assertThat(flowed.replace(" \n", " ").replace("\n From ", "\nFrom ")).isEqualTo(text);
    }

    @Test
    void one_long_word_stays_whole() {
        String address = "https://designations.example/" + "x".repeat(90);

        assertThat(FlowedText.of("Voir " + address + " et répondre\n"))
                .isEqualTo("Voir \n" + address + " \net répondre\n");
    }

    @Test
    void what_would_be_read_as_a_quotation_or_a_new_mail_gets_a_space_in_front() {
        assertThat(FlowedText.of("> cité\nFrom A\n deux  \nfin\n")).isEqualTo(" > cité\n From A\n  deux\nfin\n");
    }
}
