package be.designations.notification;

import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who gets a mail.
 *
 * @param person null for a desk, or the mailbox of an organisation or quality
 * @param address an e-mail address; a wrong one is not refused here but shows as a mail that cannot be sent, so that
 *     it does not stop the operation that the mail tells of
 * @param language the one that the mail is written in; fr, nl, de or en
 */
public record Recipient(@Nullable UUID person, String name, String address, Locale language) {
    /** fr, nl, de, en. */
    public static final Set<String> LANGUAGES = Set.of("fr", "nl", "de", "en");

    /** @throws IllegalArgumentException when the address is blank or the language is not one of {@link #LANGUAGES} */
    public Recipient {
        if (address.isBlank()) {
            throw new IllegalArgumentException("a recipient needs an address");
        }
        if (!LANGUAGES.contains(language.getLanguage())) {
            throw new IllegalArgumentException("no mail is written in " + language.getLanguage());
        }
        name = OneLine.of(name);
        address = OneLine.of(address);
    }

    public static Recipient person(UUID person, String name, String address, Locale language) {
        return new Recipient(person, name, address, language);
    }

    public static Recipient mailbox(String name, String address, Locale language) {
        return new Recipient(null, name, address, language);
    }

    /** Without name and address: what is printed ends up in logs. */
    @Override
    public String toString() {
        return "Recipient[person=" + person + ", language=" + language.getLanguage() + "]";
    }
}
