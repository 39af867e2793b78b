package be.designations.insight;

import be.designations.access.CapacityKind;
import be.designations.access.DomainName;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.insight.AccessOverview.RightLine;
import be.designations.insight.AccessOverview.SubdivisionName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person is in an entity now.
 *
 * @param kind    a responsibility or legal function; roles of desks show as rights of a user
 * @param quality the quality that it is limited to, or null
 * @param domain  of which the person is access manager, or null
 * @param blocked whether it gives nothing at present (D6)
 * @param rights  of a user, those that run in that quality; empty for others
 */
public record Position(
        PersonId person,
        OrganisationId organisation,
        CapacityKind kind,
        @Nullable QualityName quality,
        @Nullable SubdivisionName subdivision,
        @Nullable DomainName domain,
        boolean blocked,
        List<RightLine> rights) {

    public Position {
        rights = List.copyOf(rights);
    }

    /** A quality as others name it. */
    public record QualityName(QualityId id, OrganisationId organisation, QualityKind kind, String identifier) {}
}
