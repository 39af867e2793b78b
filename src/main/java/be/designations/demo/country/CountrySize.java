package be.designations.demo.country;

/**
 * How much to make.
 *
 * @param entities at least 2
 * @param people at least 5 for each entity, at most {@value #MOST_PEOPLE}: so many NISS are set aside
 * @param rights at most {@value #MOST_RIGHTS_A_PERSON} for each person
 */
public record CountrySize(int entities, int people, int rights) {

    static final int FEWEST_STAFF = 5;
    static final int MOST_PEOPLE = 1_750_000;
    private static final int MOST_RIGHTS_A_PERSON = 100;

    /** The size for which the pages are made. */
    public static final CountrySize BELGIUM = new CountrySize(10_000, 1_000_000, 5_000_000);

    public CountrySize {
        if (entities < 2
                || people < (long) FEWEST_STAFF * entities
                || people > MOST_PEOPLE
                || rights < 0
                || rights > (long) MOST_RIGHTS_A_PERSON * people) {
            throw new IllegalArgumentException(
                    "No country has " + entities + " entities, " + people + " people and " + rights + " rights");
        }
    }

    @Override
    public String toString() {
        return entities + " entities, " + people + " people, " + rights + " rights";
    }
}
