package be.designations.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the log ended at some moment: kept outside the database, it shows later whether rows were cut off or the chain was
 * computed anew, whoever did it.
 *
 * @param places how many rows there were in each lane that had any
 * @param head   what they ended with, as {@link #headOf(String)}
 */
public record AuditAnchor(SortedMap<Integer, Long> places, String head, Instant at) {

    private static final int OF_ONE = 64;

    public AuditAnchor {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    /** How many rows there were, 1 or more. */
    public long events() {
        return places.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@link #headOf(String)} of these ends, in the order of their lanes. */
    static String headOf(List<LaneEnd> ends) {
        return headOf(ends.stream().map(LaneEnd::hash).collect(Collectors.joining()));
    }

    /**
     * One hash for the ends of all lanes: the SHA-256 of theirs; where there is but one lane, as there was once, its own.
     *
     * @param hashes in the order of the lanes, one after the other, in hexadecimal
     * @return in hexadecimal
     */
    static String headOf(String hashes) {
        if (hashes.length() == OF_ONE) {
            return hashes;
        }
        try {
            HexFormat hex = HexFormat.of();
            return hex.formatHex(MessageDigest.getInstance("SHA-256").digest(hex.parseHex(hashes)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
