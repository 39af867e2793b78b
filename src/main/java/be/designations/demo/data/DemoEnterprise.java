package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.EnterpriseNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invented enterprise that is not registered with CSAM: nobody manages it yet. The last one has stopped. Their
 * numbers are from 0999.200.000 up (D16).
 */
enum DemoEnterprise {
    MOULIN(0, "Menuiserie du Moulin SRL", Language.FR, "Rue du Moulin 12", "5000", "Namur", null),
    ARDENNE(1, "Transports Ardenne SA", Language.FR, "Route de Bastogne 45", "6800", "Libramont", null),
    LINDE(2, "Drukkerij De Linde BV", Language.NL, "Lindelei 8", "9000", "Gent", null),
    LAITERIE(3, "Ancienne Laiterie SRL", Language.FR, "Chemin des Prés 3", "4900", "Spa", LocalDate.of(2025, 12, 31));

    private static final int FIRST_NUMBER = 9_992_000;
    private static final Instant CREATED = Instant.parse("2011-04-30T22:00:00Z");

    private final int serial;
    private final String officialName;
    private final Language language;
    private final String street;
    private final String postalCode;
    private final String locality;

    @Nullable
    private final LocalDate stoppedOn;

    DemoEnterprise(
            int serial,
            String officialName,
            Language language,
            String street,
            String postalCode,
            String locality,
            @Nullable LocalDate stoppedOn) {
        this.serial = serial;
        this.officialName = officialName;
        this.language = language;
        this.street = street;
        this.postalCode = postalCode;
        this.locality = locality;
        this.stoppedOn = stoppedOn;
    }

    static List<Organisation> all() {
        return Arrays.stream(values()).map(DemoEnterprise::organisation).toList();
    }

    /** That of this code, as the file of the people names places. */
    static Optional<DemoEnterprise> find(String code) {
        return Arrays.stream(values())
                .filter(enterprise -> enterprise.name().equals(code))
                .findFirst();
    }

    OrganisationId id() {
        return new OrganisationId(UUID.nameUUIDFromBytes(("enterprise-" + code()).getBytes(StandardCharsets.UTF_8)));
    }

    String mailDomain() {
        return code() + ".example";
    }

    /** The last day of its activity, or empty while it has any. */
    Optional<LocalDate> stoppedOn() {
        return Optional.ofNullable(stoppedOn);
    }

    /** An enterprise has one official name, whatever the language. */
    Organisation organisation() {
        return new Organisation(
                id(),
                EnterpriseNumber.withCheckDigits(FIRST_NUMBER + serial),
                officialName,
                officialName,
                officialName,
                OrganisationKind.ENTERPRISE,
                null,
                language,
                List.of(),
                "info@" + mailDomain(),
                street,
                postalCode,
                locality,
                CREATED);
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
