package be.designations.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import be.designations.export.Csv;
import be.designations.imports.CsvTable.Line;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<Line> read(String text) {
        return CsvTable.read(utf8(text));
    }

    private static Rejection refusal(byte[] content) {
        return catchThrowableOfType(RejectedException.class, () -> CsvTable.read(content))
                .rejections()
                .get(0);
    }

    private static String cell(Line line, Column column) {
        return column.in(line.cells());
    }

    private static String problem(Line line) {
        return Objects.requireNonNull(line.problem()).code();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void semicolons_commas_and_tabs_are_recognised(String separator) {
        List<Line> lines = read("role" + separator + "niss" + separator + "reason\r\nA" + separator + "1" + separator
                + "\"x" + separator + "y\"\r\n");
        assertThat(lines).hasSize(1);
        assertThat(cell(lines.get(0), Column.ROLE)).isEqualTo("A");
        assertThat(cell(lines.get(0), Column.NISS)).isEqualTo("1");
        assertThat(cell(lines.get(0), Column.REASON)).isEqualTo("x" + separator + "y");
        assertThat(cell(lines.get(0), Column.PHONE)).isEmpty();
    }

    /** Of a file of any size no more is taken apart than is asked for. */
    @Test
    void no_more_records_are_read_than_asked_for() {
        assertThat(CsvRecords.read("a;b\n\n1;2\n3;4\n\"never closed", ';', 2))
                .extracting(CsvRecords.Raw::line)
                .containsExactly(1, 3);
        assertThat(CsvRecords.read("a;b\n", ';', 2)).hasSize(1);
    }

    @Test
    void another_separator_is_refused_by_its_name() {
        Rejection refused = refusal(utf8("niss|role\n1|A\n"));
        assertThat(refused.code()).isEqualTo("imports.separator");
        assertThat(refused.arguments()).containsExactly("|");
        assertThat(refusal(utf8("sep=|\nniss|role\n1|A\n")).code()).isEqualTo("imports.separator");
    }

    @Test
    void a_line_that_names_the_separator_is_passed_over_and_counted() {
        assertThat(read("sep=,\nniss,role\n1,A\n")).singleElement().satisfies(line -> assertThat(line.number())
                .isEqualTo(3));
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_column() {
        assertThat(read("\ufeffniss;role\n1;A")).hasSize(1);
    }

    @Test
    void lines_are_counted_as_an_editor_counts_them() {
        List<Line> lines = read("niss;role;reason\n\n1;A;\"two\nlines\"\r\n;;\n2;B;\"\"\"quoted\"\"\"\n");
        assertThat(lines).extracting(Line::number).containsExactly(3, 6);
        assertThat(cell(lines.get(0), Column.REASON)).isEqualTo("two\nlines");
        assertThat(cell(lines.get(1), Column.REASON)).isEqualTo("\"quoted\"");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-16"})
    void utf_16_is_refused_by_its_name(String encoding) {
        Rejection refused = refusal("niss;role\n1;A\n".getBytes(Charset.forName(encoding)));
        assertThat(refused.code()).isEqualTo("imports.encoding");
        assertThat(refused.arguments()).containsExactly("UTF-16");
    }

    @Test
    void a_file_in_another_encoding_is_refused_by_its_name_and_the_first_line_that_tells() {
        Rejection latin = refusal("niss;reason;role\n1;x;A\n2;été;A\n3;là;A\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(latin.code()).isEqualTo("imports.encoding-of-lines");
        assertThat(latin.arguments()).containsExactly("ISO-8859-1", 3);
        assertThat(refusal("niss;reason;role\n1;5 €;A\n2;été;A\n".getBytes(WINDOWS))
                        .arguments())
                .containsExactly("Windows-1252", 2);
    }

    @Test
    void one_line_in_another_encoding_is_a_wrong_line() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(utf8("niss;role;reason\n1;A;là\n"));
        file.writeBytes("2;B;5 €\n".getBytes(WINDOWS));
        file.writeBytes(utf8("3;C;été\n"));
        List<Line> lines = CsvTable.read(file.toByteArray());
        assertThat(lines).hasSize(3);
        assertThat(problem(lines.get(1))).isEqualTo("imports.line-encoding");
        assertThat(lines.get(1).number()).isEqualTo(3);
        assertThat(Objects.requireNonNull(lines.get(1).problem()).arguments()).containsExactly("Windows-1252");
        assertThat(lines.get(2).problem()).isNull();
        assertThat(CsvTable.read("niss;role\n1;é\n".getBytes(WINDOWS))).hasSize(1);
    }

    @Test
    void what_is_no_csv_file_is_refused() {
        assertThat(refusal(new byte[0]).code()).isEqualTo("imports.empty");
        assertThat(refusal(utf8(" \n\n")).code()).isEqualTo("imports.empty");
        assertThat(refusal(utf8("niss;role\n")).code()).isEqualTo("imports.empty");
        assertThat(refusal(utf8("PK\u0003\u0004")).code()).isEqualTo("imports.spreadsheet");
        assertThat(refusal(utf8("%PDF-1.7")).code()).isEqualTo("imports.not-text");
        assertThat(refusal(new byte[CsvTable.LARGEST + 1]).code()).isEqualTo("imports.too-large");
        assertThat(refusal(utf8("niss;role\n" + "1;A\n".repeat(CsvTable.MOST_ROWS + 1)))
                        .code())
                .isEqualTo("imports.too-many-rows");
    }

    @Test
    void columns_are_known_and_named_once() {
        assertThat(refusal(utf8("niss;role;rijksregister 85073003328\n1;A;x\n")).arguments())
                .containsExactly("rijksregister ###########");
        assertThat(refusal(utf8("niss;role;niss\n1;A;1\n")).code()).isEqualTo("imports.column-twice");
        assertThat(refusal(utf8("niss;email\n1;A\n")).code()).isEqualTo("imports.column-missing");
        assertThat(refusal(utf8("role;email\n1;A\n")).code()).isEqualTo("imports.column-missing");
    }

    @Test
    void a_line_of_another_width_is_wrong_and_the_others_are_not() {
        List<Line> lines = read("niss;role\n1;A;B\n2\n3;C;;\n4;D\n");
        assertThat(problem(lines.get(0))).isEqualTo("imports.cells");
        assertThat(problem(lines.get(1))).isEqualTo("imports.cells");
        assertThat(lines.get(2).problem()).isNull();
        assertThat(lines.get(3).problem()).isNull();
    }

    @Test
    void quotes_that_do_not_close_are_told_with_their_line() {
        Rejection open = refusal(utf8("niss;role\n1;A\n2;\"B\n3;C\n"));
        assertThat(open.code()).isEqualTo("imports.quote-open");
        assertThat(open.arguments()).containsExactly(3);
        assertThat(problem(read("niss;role\n1;\"A\"x\n2;B\n").get(0))).isEqualTo("imports.quote-misplaced");
    }

    @Test
    void formulas_are_refused_and_what_an_export_made_harmless_is_read_as_it_was() {
        assertThat(problem(read("niss;role;reason\n1;A;=1+1\n").get(0))).isEqualTo("imports.formula");
        String line = Csv.line("1", "A", "+32 470 00 00 00", "=HYPERLINK(\"x\")");
        List<Line> lines = read("niss;role;phone;reason\n" + line);
        assertThat(cell(lines.get(0), Column.PHONE)).isEqualTo("+32 470 00 00 00");
        assertThat(cell(lines.get(0), Column.REASON)).isEqualTo("=HYPERLINK(\"x\")");
    }
}
