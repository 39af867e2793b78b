package be.designations.demo.country;

import be.designations.directory.Language;
import be.designations.directory.RelationshipCategory;
import be.designations.identifier.Niss;
import be.designations.identifier.Sex;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;
import org.postgresql.copy.CopyManager;

/** The tables of the people: who they are, what they do at the head of an entity, and whom they work for. */
record People(Country country, Draws functions, Draws relationships, CopyManager copy) {

    /** Each entity has somebody there, who may well be a manager or a user too. */
    private static final int HEAD = 1;

    CountryReport.Line persons() throws SQLException {
        try (var table =
                new CopyTable(copy, "person", "id, niss, last_name, first_name, birth_date, sex, language, email")) {
            for (int person = 0; person < country.size().people(); person++) {
                SplittableRandom random = country.drawsOfPerson(person);
                Niss niss = country.numbers().niss(person);
                Sex sex = niss.sex().orElseThrow();
                int home = country.home(person);
                Language language = language(home, random);
                table.row(
                        country.person(person),
                        niss.value(),
                        Names.family(language, random),
                        Names.first(language, sex, random),
                        niss.birthDate().orElseThrow(),
                        sex == Sex.MALE ? "M" : "F",
                        language.code(),
                        random.nextInt(10) == 0 ? CopyTable.NULL : "p" + person + "@" + Entities.mailDomain(home));
            }
            return table.finish();
        }
    }

    CountryReport.Line legalFunctions() throws SQLException {
        try (var table = new CopyTable(copy, "legal_function", "id, organisation_id, person_id, kind, valid_from")) {
            for (int entity = 0; entity < country.size().entities(); entity++) {
                table.row(
                        functions.id(entity),
                        country.organisation(entity),
                        country.holder(entity, HEAD),
                        "HEAD_OF_DAILY_MANAGEMENT",
                        Days.text(Days.FIRST));
            }
            return table.finish();
        }
    }

    /** Everybody works for their own entity, and for those where they are users besides. */
    CountryReport.Line workingRelationships() throws SQLException {
        try (var table = new CopyTable(
                copy,
                "working_relationship",
                "id, organisation_id, person_id, category, email, valid_from, valid_until")) {
            for (int person = 0; person < country.size().people(); person++) {
                if (country.holdsPost(person)) {
                    int home = country.home(person);
                    // The key of the membership at home, which this person has not.
                    add(
                            table,
                            Country.key(person, 0),
                            country.person(person),
                            home,
                            RelationshipCategory.PERMANENT,
                            Days.FIRST,
                            Days.NONE);
                }
                for (Membership held : country.memberships(person)) {
                    add(
                            table,
                            held.key(),
                            held.person(),
                            held.entity(),
                            held.guest() ? RelationshipCategory.EXTERNAL : category(person),
                            held.since(),
                            held.until());
                }
            }
            return table.finish();
        }
    }

    private void add(
            CopyTable table, long key, UUID person, int entity, RelationshipCategory category, int since, int until)
            throws SQLException {
        table.row(
                relationships.id(key),
                country.organisation(entity),
                person,
                category,
                CopyTable.NULL,
                Days.text(since),
                Days.text(until));
    }

    /** The entities are enterprises, which have no officials (D50); who holds a post is of the staff (A2). */
    private RelationshipCategory category(int person) {
        int share = relationships.at(person).nextInt(100);
        return share < 75
                ? RelationshipCategory.PERMANENT
                : share < 92 ? RelationshipCategory.EXTERNAL : RelationshipCategory.OCCASIONAL;
    }

    private Language language(int home, SplittableRandom random) {
        int share = random.nextInt(100);
        return share < 92 ? country.language(home) : share < 96 ? Language.FR : Language.NL;
    }
}
