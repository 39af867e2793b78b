package be.designations.figures;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A CPAS with what decides whether its mailbox is shown; never leaves the module.
 *
 * @param contact      without a mailbox
 * @param municipality its names
 * @param officer      the names of whoever is officer now; empty when nobody is
 * @param quality      the mailbox of its quality Social action, which its officer keeps; or null
 * @param own          the mailbox of the CPAS
 */
public record ContactLine(
        PublicContact contact,
        List<String> municipality,
        List<String> officer,
        @Nullable String quality,
        String own) {

    public ContactLine {
        municipality = List.copyOf(municipality);
        officer = List.copyOf(officer);
    }

    PublicContact published() {
        String mailbox = officer.isEmpty()
                ? null
                : Stream.of(quality, own)
                        .filter(address -> address != null && FunctionMailbox.isSurely(address, municipality, officer))
                        .findFirst()
                        .orElse(null);
        return new PublicContact(
                contact.number(),
                contact.nisCode(),
                contact.name(),
                contact.languages(),
                contact.postalCode(),
                contact.region(),
                contact.province(),
                mailbox);
    }
}
