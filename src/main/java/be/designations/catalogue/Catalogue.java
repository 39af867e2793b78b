package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationKind;
import be.designations.directory.TargetGroup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The applications and roles that there are; lists are in the order of the French names. */
public interface Catalogue {

    /** All of them, the retired ones too. */
    List<Application> applications();

    /**
     * What may be granted in qualities of these kinds: neither the role nor its home application is retired, and the role
     * is for any entity or for that kind of entity.
     */
    List<Role> rolesFor(Collection<QualityKind> qualities, OrganisationKind entity);

    /** The same for that entity; where it has a desk or is announced for it, the roles of that desk too (D18). */
    List<Role> rolesFor(Collection<QualityKind> qualities, Organisation entity);

    /** The same for one kind of quality. */
    default List<Role> rolesFor(QualityKind quality, Organisation entity) {
        return rolesFor(List.of(quality), entity);
    }

    /** Every role, the retired ones too. */
    List<Role> all();

    /** What is offered to entities of that group in particular, none of it retired. */
    List<Role> rolesOf(TargetGroup group);

    /** Those of these roles that there are, the retired ones too. */
    List<Role> roles(Collection<String> codes);

    /**
     * What pages call these roles, by their code and in the order of those names: with the application, but the Flemish ones by
     * their name alone, as the source does (S003).
     */
    default Map<String, String> named(Collection<Role> roles, Language language) {
        Map<String, String> applications = applications().stream()
                .collect(Collectors.toMap(
                        Application::code, application -> application.name().in(language)));
        Map<String, String> named = new LinkedHashMap<>();
        roles.stream()
                .map(role -> Map.entry(
                        role.code(),
                        (role.targetGroups().isEmpty() ? applications.get(role.application()) + " – " : "")
                                + role.name().in(language)))
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(name -> named.put(name.getKey(), name.getValue()));
        return named;
    }

    /** The codes of the roles that nobody has together with one of these (D20). */
    Set<String> excludedBy(Collection<String> codes);

    /** Those that are not retired, by position. */
    List<Domain> domains();

    /** The domain with that code, retired or not. */
    Optional<Domain> domain(DomainCode code);
}
