package be.designations.retention;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.testing.SourceFiles;
import be.designations.testing.WholeApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The schedule that people read is the one that the application keeps, and no table is without a line in it (D33). */
class RetentionScheduleIT extends WholeApplication {

    private static final Pattern NAME = Pattern.compile("`([a-z_*]+)`");
    private static final int WHERE = 2;

    @Autowired
    private RetentionProperties settings;

    private final List<String[]> lines = SourceFiles.read(Path.of("docs/retention.md"))
            .lines()
            .filter(line -> line.startsWith("| ") && line.contains("`"))
            .map(line -> line.split("\\|", -1))
            .toList();

    @Test
    void every_table_has_its_line_and_every_line_its_table() {
        Set<String> tables = Set.copyOf(jdbc.sql("""
                        select table_name::text from information_schema.tables
                         where table_schema = 'public' and table_type = 'BASE TABLE'""").query(String.class).list());
        List<String> named = lines.stream()
                .flatMap(line -> NAME.matcher(line[WHERE]).results())
                .map(match -> match.group(1))
                .distinct()
                .toList();

        assertThat(tables).hasSizeGreaterThan(80).allSatisfy(table -> assertThat(named)
                .as("docs/retention.md says how long %s is kept", table)
                .anyMatch(name -> fits(name, table)));
        assertThat(named)
                .allSatisfy(name -> assertThat(tables).as("%s is a table", name).anyMatch(table -> fits(name, table)));
    }

    private static boolean fits(String name, String table) {
        return name.endsWith("*") ? table.startsWith(name.substring(0, name.length() - 1)) : table.equals(name);
    }

    @ParameterizedTest
    @EnumSource(RetentionKind.class)
    void what_is_removed_is_kept_as_long_as_the_schedule_says(RetentionKind kind) {
        assertThat(lines.stream().filter(line -> line[1].contains("`" + kind.code() + "`")))
                .singleElement()
                .satisfies(line ->
                        assertThat(line[WHERE + 1]).contains(settings.of(kind).toString()));
    }
}
