package be.designations.demo.country;

import java.util.Arrays;

/**
 * How many people work for each entity: few for thousands, most for some. The sizes follow Zipf’s law, flattened at its top,
 * where the largest employer would have a tenth of everybody.
 */
final class EntitySizes {

    private static final int FLATTENED = 10;

    /** Where the people of each entity begin; one more than there are entities. */
    private final int[] starts;

    EntitySizes(CountrySize size) {
        starts = new int[size.entities() + 1];
        double whole = 0;
        for (int entity = 0; entity < size.entities(); entity++) {
            whole += weight(entity);
        }
        int shared = size.people() - CountrySize.FEWEST_STAFF * size.entities();
        double before = 0;
        for (int entity = 0; entity < size.entities(); entity++) {
            starts[entity] = CountrySize.FEWEST_STAFF * entity + (int) (shared * (before / whole));
            before += weight(entity);
        }
        starts[size.entities()] = size.people();
    }

    int start(int entity) {
        return starts[entity];
    }

    int of(int entity) {
        return starts[entity + 1] - starts[entity];
    }

    /** The entity of that place among the people. */
    int entityAt(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    private static double weight(int entity) {
        return 1.0 / (entity + 1 + FLATTENED);
    }
}
