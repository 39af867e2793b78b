package be.designations.letters;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A text as a square that a telephone reads. */
final class QrCode {

    private static final int DOTS_PER_MODULE = 4;
    private static final int WHITE = 0;
    private static final int BLACK = 1;

    /** Not from black to white: that would be written as grey, which is drawn anew for a PDF, while a palette is taken as it is. */
    private static final IndexColorModel COLOURS = colours((byte) 0xFF, (byte) 0);

    private QrCode() {}

    /** As the address of a picture that holds it itself. */
    static String of(String text) {
        BitMatrix modules;
        try {
            modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
        int width = modules.getWidth() * DOTS_PER_MODULE;
        int[] dots = new int[width * width];
        for (int dot = 0; dot < dots.length; dot++) {
            dots[dot] = modules.get(dot % width / DOTS_PER_MODULE, dot / width / DOTS_PER_MODULE) ? BLACK : WHITE;
        }
        var picture = new BufferedImage(width, width, BufferedImage.TYPE_BYTE_BINARY, COLOURS);
        // All at once: to look up the colour of each dot takes longer than all the rest.
        picture.getRaster().setPixels(0, 0, width, width, dots);
        var png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static IndexColorModel colours(byte... shades) {
        return new IndexColorModel(1, shades.length, shades, shades, shades);
    }
}
