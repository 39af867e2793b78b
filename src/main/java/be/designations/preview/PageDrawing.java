package be.designations.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The program of the process that draws: reads a file from its input and writes how many pages that has (four bytes), then the page
 * asked for as JPEG. It ends with an error where the file is not what it is said to be, wants a password or more than this process
 * has; nothing of that reaches whoever asked for it.
 */
final class PageDrawing {

    static final String PDF = "pdf";
    static final String PICTURE = "picture";

    /** Dots. */
    private static final int WIDEST = 1100;

    private static final int HIGHEST = 1600;

    /** Pictures of more dots are not unfolded. */
    private static final long MOST_DOTS = 100_000_000;

    private static final float QUALITY = 0.8f;

    private PageDrawing() {}

    /** @param arguments {@link #PDF} or {@link #PICTURE}, and which page, from 1 */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        // Libraries that log would write into the answer.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        byte[] answer = draw(arguments[0], Integer.parseInt(arguments[1]), System.in);
        answers.write(answer, 0, answer.length);
        answers.flush();
    }

    static byte[] draw(String kind, int page, InputStream input) throws IOException {
        byte[] file = input.readAllBytes();
        var answer = new ByteArrayOutputStream();
        var output = new DataOutputStream(answer);
        if (kind.equals(PDF)) {
            drawPdf(file, page, output);
        } else {
            output.writeInt(1);
            writeJpeg(fitted(picture(file)), output);
        }
        return answer.toByteArray();
    }

    private static void drawPdf(byte[] file, int page, DataOutputStream output) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            int pages = document.getNumberOfPages();
            output.writeInt(pages);
            if (page < 1 || page > pages) {
                return;
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            writeJpeg(renderer.renderImage(page - 1, scale(document.getPage(page - 1)), ImageType.RGB), output);
        }
    }

    private static float scale(PDPage page) throws IOException {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        float width = turned ? box.getHeight() : box.getWidth();
        float height = turned ? box.getWidth() : box.getHeight();
        if (!(width >= 1 && height >= 1)) {
            throw new IOException("a page without size");
        }
        return Math.min(WIDEST / width, HIGHEST / height);
    }

    private static BufferedImage picture(byte[] file) throws IOException {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            reader.setInput(stream, true, true);
            long width = reader.getWidth(0);
            long height = reader.getHeight(0);
            if (width * height > MOST_DOTS) {
                throw new IOException("a picture too large");
            }
            ImageReadParam every = reader.getDefaultReadParam();
            int step = (int) Math.max(1, Math.min(width / WIDEST, height / HIGHEST));
            every.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, every);
        }
    }

    private static BufferedImage fitted(BufferedImage picture) {
        double scale =
                Math.min(1, Math.min((double) WIDEST / picture.getWidth(), (double) HIGHEST / picture.getHeight()));
        int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return fitted;
    }

    private static void writeJpeg(BufferedImage picture, OutputStream output) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        try (var stream = ImageIO.createImageOutputStream(output)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
