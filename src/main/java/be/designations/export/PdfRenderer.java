package be.designations.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerFactory;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Makes a PDF of a page: tagged, so that a screen reader can read it, with the page's title and language and its font in
 * it. The page is well-formed XML without a document type, with a {@code title} and a {@code description}; it brings no
 * style of its own and nothing is fetched for it.
 */
@Component
public class PdfRenderer {

    /** What people once typed may hold characters that XML knows no way of writing. */
    private static final Pattern NOT_OF_XML =
            Pattern.compile("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    /** The only font that PDFBox brings: names from all over Europe, in Greek and Cyrillic letters too; no bold. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String FAMILY = "Liberation Sans";

    private static final String STYLE = "/export/pdf.css";
    private static final String LETTER_STYLE = "/export/letter.css";

    /** A picture in the page itself. */
    private static final String PICTURE = "data:image/png;base64,";

    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    static {
        // Libraries look for these among all jars again for every file, to come back with those of the JDK.
        name(DocumentBuilderFactory.class, DocumentBuilderFactory.newDefaultInstance());
        name(TransformerFactory.class, TransformerFactory.newDefaultInstance());
        // A picture of a kilobyte would pass through a file of its own each time it is read or written.
        ImageIO.setUseCache(false);
    }

    private final String style;
    private final String letterStyle;
    private final byte[] font;
    private final byte[] colours;
    private final CmapLookup signs;

    /** Parsed, and used by nobody right now: they keep what they have read, and are for one thread at a time. */
    private final Queue<TrueTypeFont> faces = new ConcurrentLinkedQueue<>();

    PdfRenderer() {
        this.style = new String(resource(PdfRenderer.class, STYLE), StandardCharsets.UTF_8);
        this.letterStyle = new String(resource(PdfRenderer.class, LETTER_STYLE), StandardCharsets.UTF_8);
        this.font = resource(PDDocument.class, FONT);
        this.signs = signs(font);
        this.colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        // It tells the time of each of its steps otherwise.
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    /** Whether the font has that sign: another one would come out as a mark for what is missing. */
    public boolean hasSign(int codePoint) {
        return signs.getGlyphId(codePoint) != 0;
    }

    /** @throws IllegalArgumentException when the page is not well-formed */
    public byte[] render(String page) {
        return render(styled(page, style), new PdfRendererBuilder());
    }

    /**
     * Makes a letter of it, in PDF/A-2u: to be read the same in many years. It may hold pictures, as {@code data:image/png}.
     *
     * @throws IllegalArgumentException when the page is not well-formed
     */
    public byte[] archive(String page) {
        var builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(colours);
        return render(styled(page, letterStyle), builder);
    }

    private byte[] render(Document page, PdfRendererBuilder builder) {
        var bytes = new ByteArrayOutputStream();
        try (PDDocument pdf = new PDDocument()) {
            TrueTypeFont idle = faces.poll();
            TrueTypeFont face = idle == null ? face(font) : idle;
            PDFont written = PDType0Font.load(pdf, face, true);
            // Asked for in bold too, it stays itself: another font would lack the letters that it has.
            for (int weight : new int[] {NORMAL, BOLD}) {
                builder.useFont(new PDFontSupplier(written), FAMILY, weight, FontStyle.NORMAL, true);
            }
            builder.usePDDocument(pdf);
            builder.useUriResolver((base, uri) -> uri.startsWith(PICTURE) ? uri : null);
            builder.usePdfUaAccessibility(true);
            builder.withProducer("Designations");
            builder.withW3cDocument(page, null);
            builder.toStream(bytes);
            builder.run();
            // One that failed on the way is not used again.
            faces.add(face);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void name(Class<?> factory, Object ofJdk) {
        if (System.getProperty(factory.getName()) == null) {
            System.setProperty(factory.getName(), ofJdk.getClass().getName());
        }
    }

    /** Without its ligatures: a third of the time of a letter would be spent in looking for them. */
    private static TrueTypeFont face(byte[] font) throws IOException {
        TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(font));
        face.setEnableGsub(false);
        return face;
    }

    private static CmapLookup signs(byte[] font) {
        try {
            return face(font).getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document styled(String page, String style) {
        Document document = parse(page);
        Element element = document.createElement("style");
        element.setTextContent(style);
        Element head = (Element) document.getElementsByTagName("head").item(0);
        head.appendChild(element);
        return document;
    }

    private static Document parse(String page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String wellFormed = NOT_OF_XML.matcher(page).replaceAll("\uFFFD");
            return factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(wellFormed.getBytes(StandardCharsets.UTF_8)));
        } catch (SAXException notWellFormed) {
            throw new IllegalArgumentException("the page is not well-formed", notWellFormed);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] resource(Class<?> owner, String path) {
        try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(path), path)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
