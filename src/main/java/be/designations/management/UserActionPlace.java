package be.designations.management;

import be.designations.access.SubdivisionId;
import be.designations.catalogue.Role;
import be.designations.directory.EstablishmentUnit;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The quality in which somebody acts, as far as the rules of actions ask for it; nothing is read unless one does.
 *
 * @param roles   that may be granted there
 * @param units   the places where the entity works
 * @param refusal why nobody is put into that subdivision by the one who acts; null for none
 */
record UserActionPlace(
        LocalDate today,
        Supplier<List<Role>> roles,
        Supplier<List<EstablishmentUnit>> units,
        Function<@Nullable SubdivisionId, Optional<Rejection>> refusal) {}
