package be.designations.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.UUID;

/**
 * Where mails come from and lead to.
 *
 * @param from one address, with or without a name
 * @param publicAddress of the application as recipients reach it, such as {@code https://designations.example}
 * @param demonstration whether mails say that nothing in them is real
 */
record MailSettings(InternetAddress from, URI publicAddress, boolean demonstration) {

    /** @throws IllegalArgumentException when an address is not one: better at the start than at the first mail */
    static MailSettings of(String from, String publicAddress, boolean demonstration) {
        URI address = URI.create(publicAddress.replaceAll("/+$", ""));
        if (!"http".equals(address.getScheme()) && !"https".equals(address.getScheme())) {
            throw new IllegalArgumentException("designations.public-address must start with http:// or https://");
        }
        try {
            return new MailSettings(new InternetAddress(from, true), address, demonstration);
        } catch (AddressException e) {
            throw new IllegalArgumentException("designations.mail.from is not an address", e);
        }
    }

    /** The same for every attempt, so that a mail server or reader recognises a repeat. */
    String messageId(UUID notification) {
        String address = from.getAddress();
        return "<" + notification + "@" + address.substring(address.lastIndexOf('@') + 1) + ">";
    }

    String link(String path) {
        return publicAddress + path;
    }
}
