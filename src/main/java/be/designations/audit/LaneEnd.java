package be.designations.audit;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where a lane of the log ends, or how far a pass over it has come.
 *
 * @param place how many rows that is, counted from 1 without gaps
 * @param event id of the last of them
 * @param hash  its hash in hexadecimal
 */
record LaneEnd(int lane, long place, long event, String hash) {

    static Map<Integer, LaneEnd> byLane(List<LaneEnd> ends) {
        return ends.stream().collect(Collectors.toMap(LaneEnd::lane, Function.identity()));
    }
}
