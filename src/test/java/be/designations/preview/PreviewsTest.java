package be.designations.preview;

import static org.assertj.core.api.Assertions.assertThat;

import be.designations.preview.Previews.Kind;
import be.designations.testing.SampleFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What strangers sent is drawn in a process of its own; whatever is in it, that process alone goes down (D90). */
class PreviewsTest {

    private final Previews previews = new Previews();

    @Test
    void a_page_of_a_pdf_is_drawn() throws IOException {
        PagePicture drawn = previews.page(SampleFiles.pdf(), Kind.PDF, 1).orElseThrow();

        assertThat(drawn.pages()).isEqualTo(1);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn.jpeg()));
        assertThat(picture.getWidth()).isBetween(1, 1100);
        assertThat(picture.getHeight()).isBetween(1, 1600);
    }

    @Test
    void a_picture_is_drawn_anew_and_no_larger_than_is_shown() throws IOException {
        BufferedImage large = new BufferedImage(5000, 300, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(large, "png", png);

        PagePicture drawn = previews.page(png.toByteArray(), Kind.PICTURE, 1).orElseThrow();

        assertThat(ImageIO.read(new ByteArrayInputStream(drawn.jpeg())).getWidth())
                .isLessThanOrEqualTo(1100);
    }

    @Test
    void what_is_not_there_or_cannot_be_read_is_not_drawn() {
        assertThat(previews.page(SampleFiles.pdf(), Kind.PDF, 2)).isEmpty();
        assertThat(previews.page("no file".getBytes(StandardCharsets.UTF_8), Kind.PDF, 1))
                .isEmpty();
    }

    @Test
    void a_file_that_unfolds_to_a_giant_does_so_elsewhere() throws IOException {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (var zeros = new DeflaterOutputStream(small, new Deflater(9))) {
            byte[] mebibyte = new byte[1024 * 1024];
            for (int i = 0; i < 700; i++) {
                zeros.write(mebibyte);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes("""
                %%PDF-1.4
                1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R>>endobj
                4 0 obj<</Filter/FlateDecode/Length %d>>stream
                """.formatted(small.size()).getBytes(StandardCharsets.US_ASCII));
        pdf.writeBytes(small.toByteArray());
        pdf.writeBytes("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

        long before = Runtime.getRuntime().totalMemory();
        previews.page(pdf.toByteArray(), Kind.PDF, 1);
        assertThat(Runtime.getRuntime().totalMemory() - before).isLessThan(100L << 20);
        assertThat(previews.page(SampleFiles.pdf(), Kind.PDF, 1)).isPresent();
    }

    @Test
    void what_takes_too_long_or_too_much_memory_ends_alone() {
        assertThat(new Previews(Duration.ofSeconds(15), 4).page(SampleFiles.pdf(), Kind.PDF, 1))
                .isEmpty();
        assertThat(new Previews(Duration.ofMillis(1), 192).page(SampleFiles.pdf(), Kind.PDF, 1))
                .isEmpty();
    }
}
