package be.designations;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.Glossary;
import be.designations.testing.Glossary.Concept;
import be.designations.testing.WholeApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The words that migrations bring into the database are those of the glossary, as they stand after all of them. */
class StoredWordsIT extends WholeApplication {

    /** What people write, and tests with them, is theirs. */
    private static final List<String> WRITTEN_BY_PEOPLE = List.of(
            "organisation", "establishment_unit", "municipality", "prima_web_profile", "prima_web_profile_version");

    private final List<Concept> concepts = Glossary.read(Path.of("docs/glossary.yaml"));

    private record Column(String table, String name) {}

    private record Word(String language, String text) {}

    @Test
    void no_stored_word_is_one_that_the_glossary_rules_out() {
        List<Column> columns = columns();
        assertThat(columns)
                .contains(
                        new Column("role", "name_de"),
                        new Column("application", "description_fr"),
                        new Column("prima_web_function", "names_nl"));

        List<String> found = new ArrayList<>();
        columns.forEach(
                column -> words(column).forEach(word -> Glossary.found(concepts, word.language(), "", word.text())
                        .forEach(variant -> found.add(column + ": " + word.text() + " says " + variant))));

        assertThat(found).as("terms that docs/glossary.yaml rules out").isEmpty();
    }

    /** The columns whose name ends with a language, in whatever table. */
    private List<Column> columns() {
        return jdbc.sql("""
                        select table_name as "table", column_name as name from information_schema.columns
                         where table_schema = current_schema() and column_name ~ '_(fr|nl|de|en)$'
                           and table_name in (select tablename from pg_tables) and table_name not in (:people)""")
                .param("people", WRITTEN_BY_PEOPLE)
                .query(Column.class)
                .list();
    }

    private List<Word> words(Column column) {
        String language = column.name().substring(column.name().length() - 2);
        // Some columns hold several names.
        return jdbc
                .sql("select distinct array_to_string(array[" + column.name() + "], ', ') from " + column.table()
                        + " where " + column.name() + " is not null")
                .query(String.class)
                .list()
                .stream()
                .map(text -> new Word(language, text))
                .toList();
    }
}
