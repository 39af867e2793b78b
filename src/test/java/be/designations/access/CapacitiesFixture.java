package be.designations.access;

import be.designations.directory.Directory;
import java.time.Clock;

/** Capacities without Spring, for tests of other modules. */
public final class CapacitiesFixture {

    private CapacitiesFixture() {}

    public static Capacities of(Directory directory, AccessModel access, Clock clock) {
        return new Capacities(directory, access, clock);
    }
}
