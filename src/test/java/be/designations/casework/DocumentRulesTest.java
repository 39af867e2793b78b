package be.designations.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import be.designations.rules.RejectedException;
import be.designations.testing.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentRulesTest {

    @ParameterizedTest
    @EnumSource
    void each_kind_is_known_by_its_content(DocumentKind kind) {
        for (String extension : kind.extensions()) {
            var file = DocumentRules.check("Avis." + extension.toUpperCase(Locale.ROOT), SampleFiles.of(kind));

            assertThat(file.kind()).isEqualTo(kind);
            assertThat(file.content()).isEqualTo(SampleFiles.of(kind));
        }
    }

    @Test
    void an_empty_file_is_refused() {
        assertRefused("casework.file-empty", "a.pdf", new byte[0]);
    }

    @Test
    void ten_mebibytes_are_taken_and_one_byte_more_is_refused() {
        byte[] largest = Arrays.copyOf(SampleFiles.pdf(), 10_485_760);
        byte[] tooLarge = Arrays.copyOf(SampleFiles.pdf(), 10_485_761);

        assertThat(DocumentRules.check("a.pdf", largest).content()).hasSize(10_485_760);
        assertRefused("casework.file-too-large", "a.pdf", tooLarge);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    program for Windows | MZ
                    program for Linux   | \u007fELF\u0002\u0001\u0001
                    script              | #!/bin/sh
                    page                | <!DOCTYPE html><script>alert(1)</script>
                    drawing             | <svg xmlns="http://www.w3.org/2000/svg"/>
                    text                | Bonjour
                    half a header       | PK
                    broken archive      | PK\u0003\u0004 and no more
                    """)
    void what_is_none_of_the_kinds_is_refused_whatever_its_name(String what, String content) {
        byte[] bytes = Arrays.copyOf(content.getBytes(StandardCharsets.UTF_8), 600);

        for (String name : new String[] {"avis.pdf", "avis.docx", "avis.odt", "avis.png", "avis.jpg", "avis"}) {
            assertRefused("casework.file-kind-refused", name, bytes);
        }
    }

    @Test
    void an_executable_with_a_pdf_behind_its_head_is_refused() {
        byte[] program = Arrays.copyOf("MZ\0\0".getBytes(StandardCharsets.US_ASCII), 700);
        System.arraycopy(SampleFiles.pdf(), 0, program, 64, 100);

        assertRefused("casework.file-kind-refused", "avis.pdf", program);
    }

    @Test
    void a_name_that_tells_another_kind_is_refused() {
        assertRefused("casework.file-name-misleads", "photo.png", SampleFiles.pdf());
        assertRefused("casework.file-name-misleads", "avis.pdf.exe", SampleFiles.pdf());
        assertRefused("casework.file-name-misleads", "avis", SampleFiles.pdf());
        assertRefused("casework.file-name-misleads", "avis.docx", SampleFiles.of(DocumentKind.ODT));
    }

    @Test
    void archives_that_are_no_text_document_are_refused() {
        assertRefused("casework.file-kind-refused", "a.docx", SampleFiles.zip("hello.txt", "Bonjour"));
        assertRefused("casework.file-kind-refused", "a.docx", SampleFiles.zip("word/document.xml", "<document/>"));
        assertRefused(
                "casework.file-kind-refused",
                "a.odt",
                SampleFiles.zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"));
    }

    @Test
    void a_document_with_macros_is_refused() {
        assertRefused(
                "casework.file-kind-refused",
                "a.docx",
                SampleFiles.docx("application/vnd.ms-word.document.macroEnabled.main+xml"));
    }

    @Test
    void an_archive_that_unfolds_to_a_giant_is_given_up() {
        byte[] giant = SampleFiles.giantInFrontOfDocx(101);
        assertThat(giant.length).isLessThan(1024 * 1024);

        assertRefused("casework.file-kind-refused", "a.docx", giant);
        assertThat(DocumentRules.check("a.docx", SampleFiles.giantInFrontOfDocx(99))
                        .kind())
                .isEqualTo(DocumentKind.DOCX);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    avis.pdf                 | avis.pdf
                    C:\\Users\\me\\avis.pdf  | avis.pdf
                    ../../etc/avis.pdf       | avis.pdf
                    a\u0000vi\u007fs.pdf     | avis.pdf
                    sip\u202Efdp.pdf         | sipfdp.pdf
                    une   belle\tpage.pdf    | une belle page.pdf
                    .pdf                     | document.pdf
                    e\u0301cole.pdf          | école.pdf
                    """)
    void a_name_is_cleaned(String typed, String kept) {
        assertThat(DocumentRules.check(typed, SampleFiles.pdf()).fileName()).isEqualTo(kept);
    }

    @Test
    void a_name_stays_on_its_line() {
        assertThat(DocumentRules.check("av\r\nis.pdf", SampleFiles.pdf()).fileName())
                .isEqualTo("avis.pdf");
    }

    @Test
    void a_long_name_is_shortened_and_keeps_its_extension() {
        var name =
                DocumentRules.check("é".repeat(300) + ".pdf", SampleFiles.pdf()).fileName();
        assertThat(name).hasSize(120).endsWith("é.pdf");

        var astral = DocumentRules.check("a" + "😀".repeat(100) + ".pdf", SampleFiles.pdf())
                .fileName();
        assertThat(astral).hasSizeLessThanOrEqualTo(120).endsWith("😀.pdf");
    }

    private static void assertRefused(String code, String name, byte[] content) {
        assertThatExceptionOfType(RejectedException.class)
                .as("%s of %d bytes", name, content.length)
                .isThrownBy(() -> DocumentRules.check(name, content))
                .satisfies(refused -> {
                    assertThat(refused.rejections()).singleElement().satisfies(rejection -> {
                        assertThat(rejection.code()).isEqualTo(code);
                        assertThat(rejection.field()).isEqualTo("files");
                    });
                });
    }
}
