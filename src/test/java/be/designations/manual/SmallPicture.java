package be.designations.manual;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A picture of a page with the sixteen colours that it has most of: letters and lines lose nothing that an eye sees. */
final class SmallPicture {

    private static final int COLOURS = 16;

    /** Of each of red, green and blue; what differs less is one colour while they are counted. */
    private static final int BITS = 0xf0f0f0;

    private SmallPicture() {}

    /** @param drawn a PNG */
    static byte[] of(byte[] drawn) {
        try {
            BufferedImage picture = ImageIO.read(new ByteArrayInputStream(drawn));
            int width = picture.getWidth();
            int height = picture.getHeight();
            int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
            List<Integer> palette = palette(pixels);
            int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
            BufferedImage small = new BufferedImage(
                    width,
                    height,
                    BufferedImage.TYPE_BYTE_BINARY,
                    new IndexColorModel(4, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE));
            Map<Integer, Integer> nearest = new HashMap<>();
            for (int i = 0; i < pixels.length; i++) {
                int index = nearest.computeIfAbsent(pixels[i] & 0xffffff, colour -> nearest(colour, colours));
                small.getRaster().setSample(i % width, i / width, 0, index);
            }
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            ImageIO.write(small, "png", written);
            return written.toByteArray();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The commonest colours, as they are, one of each neighbourhood. */
    private static List<Integer> palette(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        Map<Integer, Map<Integer, Integer>> shades = new HashMap<>();
        for (int pixel : pixels) {
            int colour = pixel & 0xffffff;
            counts.merge(colour & BITS, 1, Integer::sum);
            shades.computeIfAbsent(colour & BITS, few -> new HashMap<>()).merge(colour, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COLOURS)
                .map(few -> commonest(shades.get(few.getKey())))
                .toList();
    }

    private static int commonest(Map<Integer, Integer> shades) {
        return shades.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private static int nearest(int colour, int[] colours) {
        return IntStream.range(0, colours.length)
                .reduce((one, other) ->
                        distance(colour, colours[one]) <= distance(colour, colours[other]) ? one : other)
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        int red = ((one >> 16) & 255) - ((other >> 16) & 255);
        int green = ((one >> 8) & 255) - ((other >> 8) & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }
}
