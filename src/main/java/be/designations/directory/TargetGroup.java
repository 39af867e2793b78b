package be.designations.directory;

import static be.designations.directory.RelationshipCategory.EXTERNAL;
import static be.designations.directory.RelationshipCategory.EXTERNAL_DPD;
import static be.designations.directory.RelationshipCategory.OCCASIONAL;
import static be.designations.directory.RelationshipCategory.OFFICIAL;
import static be.designations.directory.RelationshipCategory.PERMANENT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * For whom the Flemish administration offers rights, in the order of the source; which relationships each knows is our own reading
 * of B4. <i>Source: S003 (“Gebruikersrechten per doelgroep”), B4, D50.</i>
 */
public enum TargetGroup {
    /** VO-medewerkers. */
    FLEMISH_STAFF(OFFICIAL, PERMANENT, EXTERNAL, OCCASIONAL),
    /** Economische Actoren: nobody there is an official. */
    ECONOMIC_ACTORS(PERMANENT, EXTERNAL, OCCASIONAL),
    /** Lokale Besturen, the centres for social welfare among them: these have external officers, too. */
    LOCAL_AUTHORITIES(OFFICIAL, PERMANENT, EXTERNAL, OCCASIONAL, EXTERNAL_DPD),
    /** Onderwijs en Vormingsinstellingen. */
    EDUCATION(OFFICIAL, PERMANENT, EXTERNAL, OCCASIONAL);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set, which the checker cannot see
    private final Set<RelationshipCategory> categories;

    TargetGroup(RelationshipCategory... categories) {
        this.categories = Set.of(categories);
    }

    /** How people are tied to entities of that group. */
    public boolean knows(RelationshipCategory category) {
        return categories.contains(category);
    }

    /** How people can be tied to an entity of that kind, in the usual order: by any tie where it belongs to no group. */
    public static List<RelationshipCategory> categories(OrganisationKind kind) {
        Optional<TargetGroup> group = of(kind);
        return Arrays.stream(RelationshipCategory.values())
                .filter(category -> group.isEmpty() || group.get().knows(category))
                .toList();
    }

    /** That of an entity of that kind; the desks belong to none. */
    public static Optional<TargetGroup> of(OrganisationKind kind) {
        return switch (kind) {
            case ENTERPRISE -> Optional.of(ECONOMIC_ACTORS);
            case CPAS -> Optional.of(LOCAL_AUTHORITIES);
            case BCSS, SPP_IS, SUPPORT -> Optional.empty();
        };
    }
}
