package be.designations.demo.country;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The random numbers of one table, addressed by row: whoever asks for a row again, for a foreign key say, draws the same,
 * so that nothing need be kept in memory.
 */
final class Draws {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    private final long base;

    Draws(long seed, String table) {
        this.base = mix(mix(seed) + table.hashCode());
    }

    /** The stream of a row, 0 or higher. */
    SplittableRandom at(long row) {
        // Mixed, for the streams of neighbouring seeds are one stream, one number apart.
        return new SplittableRandom(mix(base + row * ODD));
    }

    /** The id of a row, in the form of random ids. */
    UUID id(long row) {
        SplittableRandom random = at(~row);
        return new UUID(
                (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L,
                (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE);
    }

    private static long mix(long number) {
        long mixed = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
