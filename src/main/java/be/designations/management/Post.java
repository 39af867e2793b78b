package be.designations.management;

import be.designations.access.DomainCode;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.access.SubdivisionId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * What a manager can make somebody, and where.
 *
 * @param entity      for a post of the whole entity or of a domain, else null
 * @param quality     for a post of a quality, else null
 * @param subdivision for a post of a subdivision, else null
 * @param domain      for a post of a domain, else null
 */
public record Post(
        ResponsibilityKind kind,
        @Nullable EnterpriseNumber entity,
        @Nullable QualityId quality,
        @Nullable SubdivisionId subdivision,
        @Nullable DomainCode domain) {

    public static Post coPrincipalManager(EnterpriseNumber entity) {
        return new Post(ResponsibilityKind.CO_PRINCIPAL_ACCESS_MANAGER, entity, null, null, null);
    }

    /** GA of a domain. */
    public static Post accessManager(EnterpriseNumber entity, DomainCode domain) {
        return new Post(ResponsibilityKind.ACCESS_MANAGER, entity, null, null, domain);
    }

    public static Post coAccessManager(EnterpriseNumber entity, DomainCode domain) {
        return new Post(ResponsibilityKind.CO_ACCESS_MANAGER, entity, null, null, domain);
    }

    public static Post localManager(QualityId quality) {
        return new Post(ResponsibilityKind.LOCAL_MANAGER, null, quality, null, null);
    }

    public static Post coLocalManager(QualityId quality) {
        return new Post(ResponsibilityKind.CO_LOCAL_MANAGER, null, quality, null, null);
    }

    /** The contact for structured messages. */
    public static Post technicalUser(QualityId quality) {
        return new Post(ResponsibilityKind.TECHNICAL_USER, null, quality, null, null);
    }

    public static Post subdivisionManager(SubdivisionId subdivision) {
        return new Post(ResponsibilityKind.SUBDIVISION_MANAGER, null, null, subdivision, null);
    }

    public static Post coSubdivisionManager(SubdivisionId subdivision) {
        return new Post(ResponsibilityKind.CO_SUBDIVISION_MANAGER, null, null, subdivision, null);
    }

    /**
     * The post of a domain that addresses name so, on pages and in the API.
     *
     * @throws NotFoundException when there is none of that name
     */
    public static Post ofDomain(EnterpriseNumber entity, DomainCode domain, String name) {
        return switch (name) {
            case "access-manager" -> accessManager(entity, domain);
            case "co-access-managers" -> coAccessManager(entity, domain);
            default -> throw new NotFoundException("post");
        };
    }

    /** As {@link #ofDomain}, of a quality. */
    public static Post ofQuality(QualityId quality, String name) {
        return switch (name) {
            case "local-manager" -> localManager(quality);
            case "co-managers" -> coLocalManager(quality);
            case "technical-user" -> technicalUser(quality);
            default -> throw new NotFoundException("post");
        };
    }

    /** As {@link #ofDomain}, of a subdivision. */
    public static Post ofSubdivision(SubdivisionId subdivision, String name) {
        return switch (name) {
            case "manager" -> subdivisionManager(subdivision);
            case "co-managers" -> coSubdivisionManager(subdivision);
            default -> throw new NotFoundException("post");
        };
    }

    /** Whether one person at a time has it: who is designated takes the place of whoever had it. */
    public boolean isForOne() {
        return switch (kind) {
            case LOCAL_MANAGER, SUBDIVISION_MANAGER, TECHNICAL_USER, PRINCIPAL_ACCESS_MANAGER, ACCESS_MANAGER -> true;
            case CO_PRINCIPAL_ACCESS_MANAGER, CO_LOCAL_MANAGER, CO_SUBDIVISION_MANAGER, CO_ACCESS_MANAGER, USER ->
                false;
        };
    }

    /** Whether whoever has it manages something; the contact for structured messages does not. */
    public boolean isManagers() {
        return kind != ResponsibilityKind.TECHNICAL_USER && kind != ResponsibilityKind.USER;
    }

    /** What filling it is called in the decision that it rests on. */
    String operation() {
        return switch (kind) {
            case PRINCIPAL_ACCESS_MANAGER -> "principal-manager-designated";
            case CO_PRINCIPAL_ACCESS_MANAGER -> "co-principal-manager-designated";
            case LOCAL_MANAGER -> "local-manager-designated";
            case CO_LOCAL_MANAGER -> "co-local-manager-named";
            case SUBDIVISION_MANAGER -> "subdivision-manager-named";
            case CO_SUBDIVISION_MANAGER -> "co-subdivision-manager-named";
            case ACCESS_MANAGER -> "access-manager-named";
            case CO_ACCESS_MANAGER -> "co-access-manager-named";
            case TECHNICAL_USER -> "technical-user-named";
            case USER -> "user-added";
        };
    }
}
