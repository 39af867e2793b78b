package be.designations.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.export.PdfRenderers;
import be.designations.reference.ReferenceOrganisations;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** Letters as they come out on paper, asked of veraPDF and read back. */
class LetterPaperTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final CheckCode CODE = CheckCode.of("7K3F-9QXM-2B4T-HV8N-C5RW");
    private static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();
    private static final LetterPaper PAPER =
            new LetterPaper(MESSAGES, PdfRenderers.ours(), new LetterSettings("https://designations.example/"));
    private static final LetterSamples SAMPLES = new LetterSamples(MESSAGES, PAPER, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeAll
    static void prepare() {
        MESSAGES.setBasenames("messages/letters", "messages/access");
        MESSAGES.setDefaultEncoding(StandardCharsets.UTF_8.name());
        MESSAGES.setFallbackToSystemLocale(false);
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Arguments> letters() {
        return Arrays.stream(LetterKind.values())
                .flatMap(kind -> Language.LETTERS.stream().map(language -> arguments(kind, language)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void each_letter_in_each_language_is_pdf_a_2_and_accessible_and_fits_a_page(LetterKind kind, Language language)
            throws Exception {
        byte[] letter = print(SAMPLES.letter(kind, language, NOW), language);
        requireArchivable(letter);
        try (PDDocument pdf = Loader.loadPDF(letter)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            String text = textOf(pdf);
            assertThat(text).contains("DPD-0000-00000/1", CODE.toString(), "Żółkiewska", "02/03/2026");
            assertThat(text).doesNotContain("{", "}");
            assertThat(text.contains("KB0026541")).isEqualTo(kind.isOfProcedure());
        }
    }

    @Test
    void a_reason_of_two_thousand_characters_goes_on_on_another_page() throws Exception {
        String reason = "Le temps prévu ne suffit pas à la sécurité de l’information. "
                .repeat(40)
                .substring(0, 2_000);
        byte[] letter = print(
                SAMPLES.letter(LetterKind.DPD_REFUSAL, Language.FR, NOW).with(LetterWord.REASON, reason), Language.FR);
        requireArchivable(letter);
        try (PDDocument pdf = Loader.loadPDF(letter)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(textOf(pdf).split("prévu ne", -1)).hasSize(34);
        }
    }

    @Test
    void the_widest_code_stands_whole_on_its_line_below_the_square_and_at_the_foot() throws Exception {
        CheckCode widest = CheckCode.of("WMWM-WMWM-WMWM-WMWM-WMWM");
        NewLetter told = SAMPLES.letter(LetterKind.DPD_OPINION, Language.DE, NOW);

        byte[] letter =
                PAPER.print(told, DeliveredTemplates.text(told.kind(), Language.DE), widest, "DPD-0000-00000/1", NOW);

        try (PDDocument pdf = Loader.loadPDF(letter)) {
            assertThat(textOf(pdf).lines().filter(line -> line.contains(widest.toString())))
                    .hasSize(2);
        }
    }

    @Test
    void a_long_name_and_letters_of_any_script_and_marks_of_html_stay_text() throws Exception {
        String name = "Freiherr Maximilian-Alexander von Donaudampfschifffahrtsgesellschaftskapitänswitwenstein-Żółć "
                + "Ωμέγα Жуков 漢字 \uD83D\uDE00 <b>&amp;</b> {reason} \u0007";
        byte[] letter = print(
                SAMPLES.letter(LetterKind.DPD_MANDATE, Language.DE, NOW)
                        .with(LetterWord.OFFICER, name)
                        .with(LetterWord.UNTIL, ""),
                Language.DE);
        requireArchivable(letter);
        try (PDDocument pdf = Loader.loadPDF(letter)) {
            assertThat(textOf(pdf).replaceAll("\\s+", " "))
                    .contains("Żółć Ωμέγα Жуков", "<b>&amp;</b> {reason}")
                    .doesNotContain("endet spätestens");
        }
    }

    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void the_longest_names_stay_between_the_margins_in_german(LetterKind kind) throws Exception {
        String name = "Maximiliane-Alexandra Freifrau von Donaudampfschifffahrtsgesellschaftskapitänswitwenstein"
                + "-Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
        NewLetter letter = SAMPLES.letter(kind, Language.DE, NOW).to(name).signedBy(name, name);
        for (LetterWord word : kind.words()) {
            letter = switch (word) {
                case CANDIDATE, OFFICER, MANAGER, FUNCTION, QUALITY, REASON -> letter.with(word, name);
                default -> letter;
            };
        }
        List<TextPosition> outside = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(print(letter, Language.DE))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> signs) {
                    signs.stream()
                            .filter(sign -> sign.getXDirAdj() < 60
                                    || sign.getXDirAdj() + sign.getWidthDirAdj() > sign.getPageWidth() - 60)
                            .forEach(outside::add);
                }
            }.getText(pdf);
        }
        assertThat(outside).isEmpty();
    }

    @Test
    void the_square_leads_to_the_page_where_the_letter_is_checked() throws Exception {
        byte[] letter = print(SAMPLES.letter(LetterKind.DPD_REFUSAL, Language.NL, NOW), Language.NL);
        try (PDDocument pdf = Loader.loadPDF(letter)) {
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(0, 150);
            int width = page.getWidth();
            int[] dots = page.getRGB(0, 0, width, page.getHeight(), null, 0, width);
            LuminanceSource seen = new RGBLuminanceSource(width, page.getHeight(), dots);
            assertThat(new QRCodeReader()
                            .decode(
                                    new BinaryBitmap(new HybridBinarizer(seen)),
                                    Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo("https://designations.example/verify?code=7K3F9QXM2B4THV8NC5RW");
        }
    }

    @ParameterizedTest
    @CsvSource({"FR, Bruxelles", "NL, Brussel", "DE, Brüssel"})
    void a_desk_of_brussels_writes_from_there_in_the_language_of_the_letter(Language language, String place)
            throws Exception {
        Organisation desk = ReferenceOrganisations.desks().get(0);
        NewLetter sample = SAMPLES.letter(LetterKind.DPD_OPINION, language, NOW);
        byte[] letter = print(
                NewLetter.of(sample.kind(), sample.origin().id(), "DPD-0000-00000", sample.entity(), desk, NOW)
                        .onGround(sample.legalBasis()),
                language);
        try (PDDocument pdf = Loader.loadPDF(letter)) {
            assertThat(textOf(pdf)).contains("1000 " + place, place + ", 02/03/2026");
        }
    }

    @Test
    void a_sample_says_that_it_is_one() throws Exception {
        byte[] sample =
                SAMPLES.print(LetterKind.DPD_OPINION, DeliveredTemplates.text(LetterKind.DPD_OPINION, Language.DE));
        try (PDDocument pdf = Loader.loadPDF(sample)) {
            assertThat(textOf(pdf)).contains("MUSTER").doesNotContain(CODE.toString());
        }
    }

    private static byte[] print(NewLetter letter, Language language) {
        return PAPER.print(letter, DeliveredTemplates.text(letter.kind(), language), CODE, "DPD-0000-00000/1", NOW);
    }

    private static String textOf(PDDocument pdf) throws Exception {
        return new PDFTextStripper().getText(pdf);
    }

    private static void requireArchivable(byte[] letter) throws Exception {
        for (PDFAFlavour flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_2_U, PDFAFlavour.PDFUA_1}) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(letter), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertThat(result.isCompliant())
                        .as(() -> flavour + ": "
                                + result.getTestAssertions().stream()
                                        .map(broken -> broken.getRuleId().getClause() + " " + broken.getMessage())
                                        .collect(Collectors.joining("; ")))
                        .isTrue();
            }
        }
    }
}
