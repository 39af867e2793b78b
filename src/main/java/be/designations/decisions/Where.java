package be.designations.decisions;

import be.designations.identifier.EnterpriseNumber;
import be.designations.identifier.EstablishmentUnitNumber;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place that is asked about; null where it may be any.
 *
 * @param entity      its enterprise number
 * @param quality     the id of one quality of one entity
 * @param qualityKind the code of the kind of quality
 * @param unit        the number of an establishment unit
 */
public record Where(
        @Nullable String entity,
        @Nullable UUID quality,
        @Nullable String qualityKind,
        @Nullable String unit) {

    private static final Pattern KIND = Pattern.compile("[A-Z_]{1,60}");

    static final Where ANYWHERE = new Where(null, null, null, null);

    /** Narrowed to that place; empty when it contradicts what was said before, or is no place at all. */
    Optional<Where> in(ResourceType type, String id) {
        return switch (type) {
            case ENTITY ->
                EnterpriseNumber.parse(id)
                        .map(EnterpriseNumber::value)
                        .filter(number -> entity == null || entity.equals(number))
                        .map(number -> new Where(number, quality, qualityKind, unit));
            case ESTABLISHMENT_UNIT ->
                EstablishmentUnitNumber.parse(id)
                        .map(EstablishmentUnitNumber::value)
                        .filter(number -> unit == null || unit.equals(number))
                        .map(number -> new Where(entity, quality, qualityKind, number));
            case QUALITY -> id.indexOf('-') < 0 ? inKind(id) : inQuality(id);
            case APPLICATION, ROLE, FUNCTION -> Optional.of(this);
        };
    }

    private Optional<Where> inKind(String kind) {
        return KIND.matcher(kind).matches() && (qualityKind == null || qualityKind.equals(kind))
                ? Optional.of(new Where(entity, quality, kind, unit))
                : Optional.empty();
    }

    private Optional<Where> inQuality(String id) {
        return Ids.parse(id)
                .filter(found -> quality == null || quality.equals(found))
                .map(found -> new Where(entity, found, qualityKind, unit));
    }
}
