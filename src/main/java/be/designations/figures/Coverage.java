package be.designations.figures;

/**
 * How many CPAS of a part of the country have a data protection officer on a day (D99). Of the others some have somebody who stands in (D102). Those who have none any more within 30 days are
 * among those within 60, and these among those within 90.
 */
public record Coverage(int all, int none, int interim, int soon30, int soon60, int soon90) {

    public static final Coverage NOTHING = new Coverage(0, 0, 0, 0, 0, 0);

    public int somebody() {
        return all - none - interim;
    }

    /** 0 to 100, rounded down: a hundred means all of them. */
    public int percent() {
        return all == 0 ? 0 : 100 * somebody() / all;
    }

    public Coverage and(Coverage other) {
        return new Coverage(
                all + other.all,
                none + other.none,
                interim + other.interim,
                soon30 + other.soon30,
                soon60 + other.soon60,
                soon90 + other.soon90);
    }
}
