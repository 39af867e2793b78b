package be.designations.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Tells the kind of a document by its content. Text documents are zip files, which Tika's core does not look into: here
 * that is done within bounds, as a small zip file can unfold to a giant.
 */
final class KindDetector {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNFOLDED = 100L * 1024 * 1024;
    private static final int LONGEST_LIST_OF_PARTS = 1024 * 1024;

    /** Other main parts are templates, and documents with macros. */
    private static final String DOCX_MAIN_PART =
            "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"";

    private KindDetector() {}

    static Optional<DocumentKind> detect(byte[] content) {
        return isZip(content) ? ofZip(content) : DocumentKind.ofMediaType(mediaType(content));
    }

    private static boolean isZip(byte[] content) {
        return content.length > 4 && content[0] == 'P' && content[1] == 'K' && content[2] == 3 && content[3] == 4;
    }

    private static String mediaType(byte[] content) {
        try (InputStream input = new ByteArrayInputStream(content)) {
            return TYPES.detect(input, new Metadata()).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<DocumentKind> ofZip(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry first = zip.getNextEntry();
            // An ODF package begins with its own type (ODF 1.3 part 2, 3.3).
            if (first != null && first.getName().equals("mimetype")) {
                String type = new String(zip.readNBytes(100), StandardCharsets.US_ASCII);
                return type.equals(DocumentKind.ODT.mediaType()) ? Optional.of(DocumentKind.ODT) : Optional.empty();
            }
            return isDocx(zip, first) ? Optional.of(DocumentKind.DOCX) : Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static boolean isDocx(ZipInputStream zip, ZipEntry first) throws IOException {
        boolean listsMainPart = false;
        boolean hasMainPart = false;
        long unfolded = 0;
        byte[] buffer = new byte[64 * 1024];
        int entries = 0;
        for (ZipEntry entry = first; entry != null && entries < MOST_ENTRIES; entry = zip.getNextEntry()) {
            entries++;
            if (entry.getName().equals("[Content_Types].xml")) {
                byte[] list = zip.readNBytes(LONGEST_LIST_OF_PARTS);
                unfolded += list.length;
                listsMainPart = new String(list, StandardCharsets.UTF_8).contains(DOCX_MAIN_PART);
            }
            hasMainPart |= entry.getName().equals("word/document.xml");
            if (listsMainPart && hasMainPart) {
                return true;
            }
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                unfolded += read;
                if (unfolded > MOST_UNFOLDED) {
                    return false;
                }
            }
        }
        return false;
    }
}
