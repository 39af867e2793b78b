package be.designations.notification;

import be.designations.directory.DeskNames;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Messages that state every detail of their kind. */
final class MailFixtures {
    static final MailSettings SETTINGS =
            MailSettings.of("Désignations <no-reply@designations.example>", "https://designations.example/", true);

    /** Nothing was taken over. */
    static final DeskNames NAMES = new DeskNames(List::of, Clock.systemUTC());

    private MailFixtures() {}

    static Stream<Arguments> everyKindInEveryLanguage() {
        return Arrays.stream(NotificationKind.values()).flatMap(kind -> Recipient.LANGUAGES.stream()
                .map(language -> Arguments.of(kind, Locale.forLanguageTag(language))));
    }

    static Message aMessage(NotificationKind kind, Locale language) {
        Message message =
                Message.of(kind, Recipient.mailbox("CPAS de Exempleville", "cpas@exempleville.example", language));
        for (Detail detail : kind.required()) {
            message = message.with(detail, "value of " + detail.code());
        }
        return (kind.required().contains(Detail.DOSSIER) ? message.with(Detail.DOSSIER, "DPD-2026-00001") : message)
                .linkingTo("/cases/DPD-2026-00001");
    }
}
