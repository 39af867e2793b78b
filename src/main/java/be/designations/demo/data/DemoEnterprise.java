package be.designations.demo.data;

import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.EnterpriseNumber;
import be.designations.reference.CsvFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An invented enterprise that is not registered with CSAM: nobody manages it yet. Their numbers are from 0999.200.000 up
 * (D16).
 *
 * @param code      as the file of the people names places
 * @param places    where it works besides, as establishments of those names; such an enterprise uses federal services already
 * @param stoppedOn the last day of its activity, or null while it has any
 */
record DemoEnterprise(
        String code,
        int serial,
        String officialName,
        Language language,
        String street,
        String postalCode,
        String locality,
        @Nullable LocalDate stoppedOn,
        List<String> places) {

    private static final Pattern BETWEEN_PLACES = Pattern.compile("\\|");

    static final List<DemoEnterprise> ALL = CsvFile.read("demo/enterprises.csv", 9, DemoEnterprise::parse);

    private static final int FIRST_NUMBER = 9_992_000;
    private static final Instant CREATED = Instant.parse("2011-04-30T22:00:00Z");

    private static DemoEnterprise parse(List<String> columns) {
        return new DemoEnterprise(
                columns.get(0),
                Integer.parseInt(columns.get(1)),
                columns.get(2),
                Language.of(columns.get(3)),
                columns.get(4),
                columns.get(5),
                columns.get(6),
                columns.get(7).isEmpty() ? null : LocalDate.parse(columns.get(7)),
                columns.get(8).isEmpty()
                        ? List.of()
                        : BETWEEN_PLACES.splitAsStream(columns.get(8)).toList());
    }

    static Optional<DemoEnterprise> find(String code) {
        return ALL.stream().filter(enterprise -> enterprise.code().equals(code)).findFirst();
    }

    OrganisationId id() {
        return new OrganisationId(UUID.nameUUIDFromBytes(("enterprise-" + name()).getBytes(StandardCharsets.UTF_8)));
    }

    String mailDomain() {
        return name() + ".example";
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

    private String name() {
        return code.toLowerCase(Locale.ROOT);
    }
}
