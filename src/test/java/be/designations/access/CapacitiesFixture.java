package be.designations.access;

import java.time.Clock;

/** Capacities without Spring, for tests of other modules. */
public final class CapacitiesFixture {

    private CapacitiesFixture() {}

    public static Capacities of(AccessModel access, Clock clock) {
        return new Capacities(access, clock);
    }
}
