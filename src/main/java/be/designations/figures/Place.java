package be.designations.figures;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the country.
 *
 * @param area a province, or null for the whole region
 */
public record Place(Region region, @Nullable Area area) {

    /** As it stands in addresses; Brussels, region and area in one, is the region. */
    public String code() {
        return area == null ? region.code() : area.code();
    }

    /** Empty for what was made up. */
    public static Optional<Place> of(String code) {
        return Stream.concat(
                        Arrays.stream(Region.values()).map(region -> new Place(region, null)),
                        Arrays.stream(Area.values()).map(area -> new Place(area.region(), area)))
                .filter(place -> place.code().equals(code))
                .findFirst();
    }
}
