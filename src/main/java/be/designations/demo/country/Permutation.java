package be.designations.demo.country;

import java.math.BigInteger;
import java.util.SplittableRandom;

/** A shuffle of 0 to size - 1 that takes no memory and can be undone. */
final class Permutation {

    private final long size;
    private final long stride;
    private final long shift;
    private final long inverse;

    /** @param size 1 to 1 000 000 000 */
    Permutation(int size, SplittableRandom random) {
        this.size = size;
        this.shift = random.nextInt(size);
        // Neither short nor nearly a whole turn, or else neighbours would stay neighbours.
        long candidate = size / 3L + random.nextInt(size / 3 + 1);
        BigInteger whole = BigInteger.valueOf(size);
        while (!BigInteger.valueOf(candidate).gcd(whole).equals(BigInteger.ONE)) {
            candidate++;
        }
        this.stride = candidate;
        this.inverse = BigInteger.valueOf(candidate).modInverse(whole).longValue();
    }

    int of(int number) {
        return (int) ((number * stride + shift) % size);
    }

    int back(int place) {
        return (int) ((place - shift + size) % size * inverse % size);
    }
}
