package be.designations.management;

import be.designations.access.SubdivisionId;
import be.designations.catalogue.Role;
import be.designations.directory.EstablishmentUnit;
import be.designations.rules.Rejection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The quality in which somebody acts, as far as the rules of actions ask for it. */
interface UserActionPlace {

    LocalDate today();

    /** The roles that may be granted there. */
    List<Role> roles();

    /** The places where the entity works. */
    List<EstablishmentUnit> units();

    /** Why nobody is put into that subdivision by the one who acts; null for none. */
    Optional<Rejection> refusal(@Nullable SubdivisionId subdivision);
}
