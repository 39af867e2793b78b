package be.designations.reference;

import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.EnterpriseNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The organisations of the reference data. Names and NIS codes are those of the field; enterprise numbers, streets and
 * mail addresses are invented: the numbers from 0999.000.000 up (D16), the addresses under the top-level domain that is
 * set aside for examples (RFC 2606).
 */
public final class ReferenceOrganisations {

    private static final int FIRST_CPAS = 9_990_000;
    private static final int FIRST_DESK = 9_991_000;

    /** The law of 8 July 1976 took effect on the CPAS on 1 April 1977. */
    private static final Instant CPAS_CREATED = Instant.parse("1977-03-31T23:00:00Z");

    private static final Instant DESKS_CREATED = Instant.parse("2003-01-01T00:00:00Z");

    /** Invented, and called the same in every language: the desks write letters in three. */
    private static final String STREET_OF_DESKS = "Exemplum";

    private ReferenceOrganisations() {}

    /** The id of the CPAS of that municipality, the same in every installation. */
    public static OrganisationId cpas(String nisCode) {
        return id("cpas-" + nisCode);
    }

    /**
     * The id of that desk, the same in every installation.
     *
     * @param kind BCSS, SPP_IS or SUPPORT
     */
    public static OrganisationId desk(OrganisationKind kind) {
        return id("desk-" + kind.name());
    }

    /** The CPAS of those municipalities, in their order, which the enterprise numbers follow. */
    public static List<Organisation> cpas(List<Municipality> municipalities) {
        List<Organisation> organisations = new ArrayList<>();
        for (Municipality municipality : municipalities) {
            organisations.add(cpas(municipality, FIRST_CPAS + organisations.size()));
        }
        return organisations;
    }

    /** The Crossroads Bank, SPP IS and the support desk of CSAM. */
    public static List<Organisation> desks() {
        return List.of(
                desk(
                        0,
                        OrganisationKind.BCSS,
                        "Banque Carrefour de la Sécurité Sociale",
                        "Kruispuntbank van de Sociale Zekerheid",
                        "Zentrale Datenbank der sozialen Sicherheit",
                        "security@bcss.example"),
                desk(
                        1,
                        OrganisationKind.SPP_IS,
                        "SPP Intégration sociale",
                        "POD Maatschappelijke Integratie",
                        "ÖPD Sozialeingliederung",
                        "dpd@spp-is.example"),
                desk(
                        2,
                        OrganisationKind.SUPPORT,
                        "Support CSAM",
                        "CSAM-support",
                        "CSAM-Support",
                        "helpdesk@support.example"));
    }

    /** The mail domain of the CPAS of that municipality. */
    public static String mailDomain(String nisCode) {
        return "cpas-ocmw-" + nisCode + ".example";
    }

    /** The mailbox of the quality Social action of that CPAS. */
    static String socialActionMailbox(Organisation cpas) {
        String name =
                switch (cpas.letterLanguage()) {
                    case NL -> "maatschappelijk.welzijn";
                    case DE -> "sozialhilfe";
                    case FR, EN -> "action.sociale";
                };
        return name + cpas.email().substring(cpas.email().indexOf('@'));
    }

    private static Organisation cpas(Municipality municipality, int number) {
        Language language = municipality.letterLanguage();
        return new Organisation(
                cpas(municipality.nisCode()),
                EnterpriseNumber.withCheckDigits(number),
                CpasNames.of(municipality, Language.FR),
                CpasNames.of(municipality, Language.NL),
                CpasNames.of(municipality, Language.DE),
                OrganisationKind.CPAS,
                municipality.nisCode(),
                language,
                municipality.languages(),
                "info@" + mailDomain(municipality.nisCode()),
                street(language),
                municipality.postalCode(),
                municipality.localName(),
                CPAS_CREATED);
    }

    private static Organisation desk(
            int index, OrganisationKind kind, String nameFr, String nameNl, String nameDe, String email) {
        return new Organisation(
                desk(kind),
                EnterpriseNumber.withCheckDigits(FIRST_DESK + index),
                nameFr,
                nameNl,
                nameDe,
                kind,
                null,
                Language.FR,
                List.of(),
                email,
                STREET_OF_DESKS + " " + (index + 1),
                "1000",
                "Bruxelles",
                DESKS_CREATED);
    }

    private static String street(Language language) {
        return switch (language) {
            case NL -> "Gemeenteplein 1";
            case DE -> "Gemeindeplatz 1";
            case FR, EN -> "Place communale 1";
        };
    }

    private static OrganisationId id(String name) {
        return new OrganisationId(
                UUID.nameUUIDFromBytes(name.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
    }
}
