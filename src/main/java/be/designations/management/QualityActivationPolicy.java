package be.designations.management;

import be.designations.access.QualityKind;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.identifier.Identifier;
import be.designations.identifier.IdentifierKind;
import be.designations.identifier.InvalidIdentifierException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.Arrays;
import java.util.Optional;

/** Each kind of quality has a number of its own type; where that is the enterprise number, it is the entity's. <i>Source: S001, A6.</i> */
final class QualityActivationPolicy {

    private QualityActivationPolicy() {}

    /**
     * Reads the number.
     *
     * @return its digits
     * @throws RejectedException when it is no number of the type of that quality
     */
    static String identifier(Organisation organisation, QualityKind kind, String typed) {
        IdentifierKind wanted = IdentifierKind.valueOf(kind.identifierKind().name());
        Identifier identifier;
        try {
            identifier = wanted.read(typed);
        } catch (InvalidIdentifierException unreadable) {
            throw new RejectedException(refusal(wanted, typed, unreadable));
        }
        if (wanted == IdentifierKind.ENTERPRISE_NUMBER && !identifier.equals(organisation.enterpriseNumber())) {
            throw new RejectedException(Rejection.ofField("management.identifier-of-another-entity", "identifier"));
        }
        return identifier.value();
    }

    /** Social action is the quality of public centres for social welfare: its local manager is their officer (S002). */
    static Optional<Rejection> check(Organisation organisation, QualityKind kind) {
        return kind == QualityKind.SOCIAL_ACTION && organisation.kind() != OrganisationKind.CPAS
                ? Optional.of(Rejection.ofField("management.social-action-is-for-cpas", "kind"))
                : Optional.empty();
    }

    /** Says so when the number is a good one of another type: an ONSS number where an ORPSS number is asked for, say. */
    private static Rejection refusal(IdentifierKind wanted, String typed, InvalidIdentifierException unreadable) {
        return Arrays.stream(IdentifierKind.values())
                .filter(other -> other != wanted && other != IdentifierKind.NISS && reads(other, typed))
                .findFirst()
                .map(other -> Rejection.ofField("management.identifier-of-another-type." + wanted.name(), "identifier"))
                .orElseGet(() -> Rejection.ofField(
                        "management.identifier-unreadable." + unreadable.kind().name(), "identifier"));
    }

    private static boolean reads(IdentifierKind kind, String typed) {
        try {
            kind.read(typed);
            return true;
        } catch (InvalidIdentifierException unreadable) {
            return false;
        }
    }
}
