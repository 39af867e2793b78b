package be.designations.testing;

import be.designations.casework.DocumentKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of each kind that is taken as a document. */
public final class SampleFiles {

    private static final String DOCX_MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private SampleFiles() {}

    public static byte[] of(DocumentKind kind) {
        return switch (kind) {
            case PDF -> pdf();
            case PNG ->
                HexFormat.of()
                        .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
                                + "0000000c4944415408d763f8ffff3f0005fe02fea735815b0000000049454e44ae426082");
            case JPEG ->
                HexFormat.of()
                        .parseHex("ffd8ffe000104a46494600010100000100010000ffdb004300" + "08".repeat(64) + "ffd9");
            case ODT -> odt();
            case DOCX -> docx(DOCX_MAIN);
        };
    }

    public static byte[] pdf() {
        return """
                %PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj
                trailer<</Root 1 0 R>>
                %%EOF
                """.getBytes(StandardCharsets.US_ASCII);
    }

    /** As Word writes it, with that type of its main part. */
    public static byte[] docx(String mainPart) {
        return zip(
                "_rels/.rels",
                "<Relationships/>",
                "word/document.xml",
                "<document/>",
                "[Content_Types].xml",
                "<Types><Override PartName=\"/word/document.xml\" ContentType=\"" + mainPart + "\"/></Types>");
    }

    /** @param mebibytes of a first part that holds nothing but zeros */
    public static byte[] giantInFrontOfDocx(int mebibytes) {
        return zip(
                "word/media/image.bmp",
                new String(new char[mebibytes << 20]),
                "word/document.xml",
                "<document/>",
                "[Content_Types].xml",
                "<Types><Override ContentType=\"" + DOCX_MAIN + "\"/></Types>");
    }

    /** @param namesAndTexts of the parts, in turn */
    public static byte[] zip(String... namesAndTexts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < namesAndTexts.length; index += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[index]));
                zip.write(namesAndTexts[index + 1].getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] odt() {
        byte[] type = "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            // Stored, not packed, as the format asks.
            var first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            var crc = new CRC32();
            crc.update(type);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write("<document-content/>".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
