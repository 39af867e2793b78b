package be.designations.demo.country;

import be.designations.directory.Language;
import be.designations.reference.Municipality;
import java.sql.SQLException;
import java.util.Locale;
import java.util.SplittableRandom;
import org.postgresql.copy.CopyManager;

/** The tables of the entities: organisations with their qualities and subdivisions. */
record Entities(Country country, CopyManager copy) {

    CountryReport.Line organisations() throws SQLException {
        try (var table = new CopyTable(
                copy,
                "organisation",
                "id, enterprise_number, name_fr, name_nl, name_de, kind, letter_language, email, street, postal_code, "
                        + "locality, created_at, registered_with_csam_at")) {
            for (int entity = 0; entity < country.size().entities(); entity++) {
                SplittableRandom random = country.drawsOfEntity(entity);
                Municipality seat = country.seat(entity);
                Names.Trade trade = Names.trade(random);
                String name = " " + Names.family(seat.letterLanguage(), random) + " ";
                table.row(
                        country.organisation(entity),
                        Numbers.enterprise(entity).value(),
                        trade.fr() + name + seat.nameFr(),
                        trade.nl() + name + seat.nameNl(),
                        trade.de() + name + locality(seat),
                        "ENTERPRISE",
                        seat.letterLanguage().code(),
                        "info@" + mailDomain(entity),
                        street(seat.letterLanguage()) + " " + (1 + random.nextInt(200)),
                        seat.postalCode(),
                        locality(seat),
                        Days.text(Days.FIRST),
                        Days.text(Days.FIRST));
            }
            return table.finish();
        }
    }

    CountryReport.Line qualities() throws SQLException {
        try (var table = new CopyTable(
                copy, "quality", "id, organisation_id, kind, identifier, email, activated_at, activated_by")) {
            for (int entity = 0; entity < country.size().entities(); entity++) {
                for (int quality = 0; quality < country.qualities(entity); quality++) {
                    var kind = country.kind(entity, quality);
                    table.row(
                            country.quality(entity, quality),
                            country.organisation(entity),
                            kind,
                            Numbers.identifier(kind, entity),
                            kind.name().toLowerCase(Locale.ROOT) + "@" + mailDomain(entity),
                            Days.text(Days.FIRST),
                            country.holder(entity, 0));
                }
            }
            return table.finish();
        }
    }

    CountryReport.Line subdivisions() throws SQLException {
        try (var table = new CopyTable(copy, "subdivision", "id, quality_id, name")) {
            for (int entity = 0; entity < country.size().entities(); entity++) {
                for (int subdivision = 0; subdivision < country.subdivisions(entity); subdivision++) {
                    table.row(
                            country.subdivision(entity, subdivision),
                            country.quality(entity, 0),
                            service(country.language(entity)) + " " + (subdivision + 1));
                }
            }
            return table.finish();
        }
    }

    /** Under the top-level domain that is set aside for examples (RFC 2606). */
    static String mailDomain(int entity) {
        return "entity-" + entity + ".example";
    }

    private static String locality(Municipality seat) {
        return seat.letterLanguage() == Language.FR ? seat.nameFr() : seat.nameNl();
    }

    private static String street(Language language) {
        return switch (language) {
            case NL -> "Voorbeeldstraat";
            case DE -> "Beispielstraße";
            case FR, EN -> "Rue de l’Exemple";
        };
    }

    private static String service(Language language) {
        return switch (language) {
            case NL -> "Dienst";
            case DE -> "Dienststelle";
            case FR, EN -> "Service";
        };
    }
}
