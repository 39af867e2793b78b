package be.designations.casework.persistence;

import be.designations.casework.KeyedList.Direction;
import be.designations.casework.Place;
import java.sql.Timestamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How lines are read: by a moment and then by id, upwards or downwards. */
record KeyOrder(boolean ascending) {

    static KeyOrder of(boolean ascending, Direction direction) {
        return new KeyOrder(ascending == (direction == Direction.FORWARD));
    }

    /** By these columns. */
    String by(String moment, String id) {
        String suffix = ascending ? "" : " desc";
        return moment + suffix + ", " + id + suffix;
    }

    /** The condition that a line comes after that place. */
    String from(@Nullable Place place, String moment, String id, Map<String, Object> parameters) {
        if (place == null) {
            return "";
        }
        parameters.put("at", Timestamp.from(place.at()));
        parameters.put("id", place.id());
        return " and (%s, %s) %s (:at, :id)".formatted(moment, id, ascending ? ">" : "<");
    }
}
