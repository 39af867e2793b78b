package be.designations.access;

import be.designations.directory.OrganisationId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader may see of the access model, by what they are now: the only place that says so. The desks see all, people
 * by their names (D31). Whoever is something in an entity sees the entity and who manages it; lists of users are for those
 * who manage them and for those who speak for the entity (A2, D2, D5), and for access managers of a domain where it has
 * applications (S003). Whoever was not recognised surely sees where they are something and who manages there, to know whom to turn to;
 * nothing else that is about others (D30).
 */
public final class Sight {

    private static final Set<CapacityKind> DESKS = CapacityKind.DESKS;
    private static final Set<CapacityKind> ENTITY_MANAGERS = CapacityKind.ENTITY_MANAGERS;
    private static final Set<CapacityKind> LEGAL_FUNCTIONS = CapacityKind.REPRESENTATIVES;
    private static final Set<CapacityKind> QUALITY_MANAGERS =
            EnumSet.of(CapacityKind.LOCAL_MANAGER, CapacityKind.CO_LOCAL_MANAGER);
    private static final Set<CapacityKind> SUBDIVISION_MANAGERS = CapacityKind.SUBDIVISION_MANAGERS;
    private static final Set<CapacityKind> PLAIN_MEMBERS = EnumSet.of(CapacityKind.USER, CapacityKind.TECHNICAL_USER);

    private final List<Capacity> held;
    private final boolean sure;
    /** Those of them that open what is about others. */
    private final List<Capacity> counting;
    /** Both by the entity: somebody may be something in hundreds, and a page asks about each of them. */
    private final Map<OrganisationId, List<Capacity>> heldBy;

    private final Map<OrganisationId, List<Capacity>> countingBy;

    private final Set<QualityId> socialActions;
    private final Set<QualityId> ofDomains;
    private final Map<DomainCode, Translated> domainNames;
    private final boolean everything;

    /**
     * @param held          what the reader is
     * @param sure          whether they were recognised as surely as what concerns other people asks for
     * @param socialActions those of their qualities that are Social action, whose local manager is the officer
     * @param ofDomains     qualities in which domains that they look after have applications
     * @param domainNames   what these domains are called
     */
    Sight(
            List<Capacity> held,
            boolean sure,
            Set<QualityId> socialActions,
            Set<QualityId> ofDomains,
            Map<DomainCode, Translated> domainNames) {
        this.held = List.copyOf(held);
        this.sure = sure;
        this.counting = sure ? this.held : List.of();
        this.heldBy = this.held.stream().collect(Collectors.groupingBy(Capacity::organisation));
        this.countingBy = sure ? heldBy : Map.of();
        this.socialActions = Set.copyOf(socialActions);
        this.ofDomains = sure ? Set.copyOf(ofDomains) : Set.of();
        this.domainNames = Map.copyOf(domainNames);
        this.everything = sure && held.stream().anyMatch(capacity -> DESKS.contains(capacity.kind()));
    }

    /** Which users of a quality a reader sees. */
    public enum Users {
        ALL,
        /** Those of the subdivisions that the reader manages. */
        OF_OWN_SUBDIVISIONS,
        NONE
    }

    /** What the reader is. */
    public List<Capacity> held() {
        return held;
    }

    /**
     * The same for queries, which must leave out what the reader may not see before they count and page.
     *
     * @param everything       whether nothing is foreign to the reader; the sets are not to be asked then
     * @param organisations    entities that are seen with who manages them
     * @param wholes           entities of which every quality is seen with who manages it
     * @param qualities        qualities that are seen besides
     * @param usersOfWholes    entities of which all users are seen
     * @param usersOfQualities qualities of which all users are seen besides
     * @param ownSubdivisions  whether the users of those subdivisions are seen that the reader manages
     */
    public record Reach(
            boolean everything,
            Set<OrganisationId> organisations,
            Set<OrganisationId> wholes,
            Set<QualityId> qualities,
            Set<OrganisationId> usersOfWholes,
            Set<QualityId> usersOfQualities,
            boolean ownSubdivisions) {}

    public Reach reach() {
        return new Reach(
                everything,
                organisations(),
                organisations(held, capacity -> !PLAIN_MEMBERS.contains(capacity.kind())),
                qualities(held, capacity -> PLAIN_MEMBERS.contains(capacity.kind())),
                organisations(
                        counting,
                        capacity ->
                                ENTITY_MANAGERS.contains(capacity.kind()) || LEGAL_FUNCTIONS.contains(capacity.kind())),
                Stream.concat(
                                qualities(counting, capacity -> QUALITY_MANAGERS.contains(capacity.kind())).stream(),
                                ofDomains.stream())
                        .collect(Collectors.toUnmodifiableSet()),
                counting.stream().anyMatch(capacity -> SUBDIVISION_MANAGERS.contains(capacity.kind())));
    }

    private static Set<OrganisationId> organisations(List<Capacity> among, Predicate<Capacity> wanted) {
        return among.stream().filter(wanted).map(Capacity::organisation).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<QualityId> qualities(List<Capacity> among, Predicate<Capacity> wanted) {
        return among.stream()
                .filter(wanted)
                .map(Capacity::quality)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether no entity is foreign to the reader. */
    public boolean everything() {
        return everything;
    }

    /** What the reader would see without their desk: what they read beyond it they read for the desk (D31). */
    public Sight withoutDesk() {
        return new Sight(
                held.stream()
                        .filter(capacity -> !DESKS.contains(capacity.kind()))
                        .toList(),
                sure,
                socialActions,
                ofDomains,
                domainNames);
    }

    /** The desk for which the reader reads what is foreign to them: the one that they act for, else the weightiest; or null. */
    public @Nullable CapacityKind desk(@Nullable OrganisationId actingFor) {
        return held.stream()
                .filter(capacity -> DESKS.contains(capacity.kind()))
                .min(Comparator.comparing(
                                (Capacity capacity) -> !capacity.organisation().equals(actingFor))
                        .thenComparing(Capacity::kind))
                .map(Capacity::kind)
                .orElse(null);
    }

    /** The entities in which the reader is something. */
    public Set<OrganisationId> organisations() {
        return held.stream().map(Capacity::organisation).collect(Collectors.toUnmodifiableSet());
    }

    /** What the reader is in that entity, the weightiest first. */
    public List<CapacityKind> in(OrganisationId organisation) {
        return heldBy(organisation).map(Capacity::kind).distinct().sorted().toList();
    }

    /** The same, with the domain that each is for. */
    public List<Held> heldIn(OrganisationId organisation) {
        return heldBy(organisation)
                .map(capacity -> new Held(capacity.kind(), nameOf(capacity.domain())))
                .distinct()
                .sorted(Comparator.comparing(Held::kind)
                        .thenComparing(Held::domain, Comparator.nullsFirst(Comparator.comparing(domain -> domain.code()
                                .value()))))
                .toList();
    }

    private @Nullable DomainName nameOf(@Nullable DomainCode domain) {
        Translated name = domain == null ? null : domainNames.get(domain);
        return domain == null || name == null ? null : new DomainName(domain, name);
    }

    /**
     * Something that a reader is.
     *
     * @param domain that it is for, or null
     */
    public record Held(CapacityKind kind, @Nullable DomainName domain) {}

    /** Whether the reader manages that entity or one of its qualities, and was recognised surely enough for it. */
    public boolean managesQualities(OrganisationId organisation) {
        return is(organisation, CapacityKind.QUALITY_MANAGERS);
    }

    /** Whether the reader speaks for that entity by a legal function. */
    public boolean represents(OrganisationId organisation) {
        return is(organisation, LEGAL_FUNCTIONS);
    }

    /** The entity itself and who manages it. */
    public boolean sees(OrganisationId organisation) {
        return everything || heldBy.containsKey(organisation);
    }

    /** The quality itself and who manages it; a user sees the qualities that they are known in. */
    public boolean sees(OrganisationId organisation, QualityId quality) {
        return everything
                || heldBy(organisation)
                        .anyMatch(capacity ->
                                !PLAIN_MEMBERS.contains(capacity.kind()) || quality.equals(capacity.quality()));
    }

    public Users users(OrganisationId organisation, QualityId quality) {
        if (everything
                || is(organisation, ENTITY_MANAGERS)
                || is(organisation, LEGAL_FUNCTIONS)
                || is(organisation, quality, QUALITY_MANAGERS)
                || ofDomains.contains(quality)) {
            return Users.ALL;
        }
        return is(organisation, quality, SUBDIVISION_MANAGERS) ? Users.OF_OWN_SUBDIVISIONS : Users.NONE;
    }

    /** Whether the reader may seek people over all qualities of the entity (A2). */
    public boolean seeksPeople(OrganisationId organisation) {
        return everything || is(organisation, ENTITY_MANAGERS);
    }

    /** The NISS of those who manage the entity. A desk asks for one at a time, with a reason (D31). */
    public boolean seesNiss(OrganisationId organisation) {
        return is(organisation, ENTITY_MANAGERS);
    }

    /** The NISS of those who manage or use that quality. */
    public boolean seesNiss(OrganisationId organisation, QualityId quality) {
        return seesNiss(organisation) || is(organisation, quality, QUALITY_MANAGERS);
    }

    /** The dossiers of the entity. */
    public boolean seesDossiers(OrganisationId organisation) {
        return everything
                || is(organisation, ENTITY_MANAGERS)
                || is(organisation, LEGAL_FUNCTIONS)
                || countingBy(organisation)
                        .anyMatch(capacity -> capacity.kind() == CapacityKind.LOCAL_MANAGER
                                && capacity.quality() != null
                                && socialActions.contains(capacity.quality()));
    }

    /**
     * The words in which decisions were reasoned, about whoever the reader sees there; about themselves everybody reads
     * them.
     *
     * @param quality in which something was decided, or null for the entity itself
     */
    public boolean seesReasons(OrganisationId organisation, @Nullable QualityId quality) {
        return seesDossiers(organisation) || (quality != null && is(organisation, quality, QUALITY_MANAGERS));
    }

    private boolean is(OrganisationId organisation, Set<CapacityKind> kinds) {
        return countingBy(organisation).anyMatch(capacity -> kinds.contains(capacity.kind()));
    }

    private boolean is(OrganisationId organisation, QualityId quality, Set<CapacityKind> kinds) {
        return countingBy(organisation)
                .anyMatch(capacity -> quality.equals(capacity.quality()) && kinds.contains(capacity.kind()));
    }

    private Stream<Capacity> heldBy(OrganisationId organisation) {
        return heldBy.getOrDefault(organisation, List.of()).stream();
    }

    private Stream<Capacity> countingBy(OrganisationId organisation) {
        return countingBy.getOrDefault(organisation, List.of()).stream();
    }
}
