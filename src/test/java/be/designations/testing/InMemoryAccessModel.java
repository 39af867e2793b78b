package be.designations.testing;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.access.Contact;
import be.designations.access.DomainCode;
import be.designations.access.EarlierEnd;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.QualityId;
import be.designations.access.QualityKind;
import be.designations.access.Responsibility;
import be.designations.access.ResponsibilityKind;
import be.designations.access.Right;
import be.designations.access.Rights;
import be.designations.access.Standing;
import be.designations.access.Subdivision;
import be.designations.access.SubdivisionId;
import be.designations.access.Translated;
import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The access model without a database, for tests of rules; it keeps what it is told and checks nothing. */
public final class InMemoryAccessModel implements AccessModel, Rights, Qualities {

    private final Map<BasisId, Basis> bases = new HashMap<>();
    private final Map<QualityId, Quality> qualities = new HashMap<>();
    private final List<Responsibility> responsibilities = new ArrayList<>();
    private final Map<UUID, BasisId> endings = new HashMap<>();
    private final Map<UUID, Instant> blocked = new HashMap<>();
    private final List<Right> rights = new ArrayList<>();
    private final Map<PersonId, List<Post>> deputies = new HashMap<>();
    private final Map<UUID, BasisId> decisions = new HashMap<>();
    private final Map<SubdivisionId, Subdivision> subdivisions = new HashMap<>();
    private final Map<DomainCode, Set<QualityKind>> domainKinds = new HashMap<>();
    private final Directory directory;

    public InMemoryAccessModel() {
        this(new InMemoryDirectory());
    }

    /** @param directory whose legal functions and offices count */
    public InMemoryAccessModel(Directory directory) {
        this.directory = directory;
    }

    public void add(Quality quality) {
        qualities.put(quality.id(), quality);
    }

    /** The domain has applications in qualities of these kinds. */
    public void addDomain(DomainCode domain, Set<QualityKind> kinds) {
        domainKinds.put(domain, kinds);
    }

    public void addRight(PersonId person, String role, QualityId quality, Instant from) {
        rights.add(new Right(
                UUID.randomUUID(), person, role, quality, Set.of(), from, null, null, new BasisId(UUID.randomUUID())));
    }

    /** Switches off for good what the responsibility gives. */
    public void block(Responsibility responsibility) {
        blocked.put(responsibility.id(), Instant.MIN);
    }

    public Basis basis(BasisId id) {
        return Optional.ofNullable(bases.get(id)).orElseThrow();
    }

    /** By which decision the responsibility was ended. */
    public Optional<Basis> endingOf(Responsibility responsibility) {
        return Optional.ofNullable(endings.get(responsibility.id())).map(bases::get);
    }

    /** All that was ever begun in that quality, as it stands now. */
    public List<Responsibility> history(QualityId quality) {
        return responsibilities.stream()
                .filter(held -> quality.equals(held.quality()))
                .toList();
    }

    @Override
    public BasisId save(Basis basis) {
        bases.put(basis.id(), basis);
        return basis.id();
    }

    @Override
    public Optional<Quality> findQuality(OrganisationId organisation, QualityKind kind) {
        return qualities.values().stream()
                .filter(quality -> quality.organisation().equals(organisation) && quality.kind() == kind)
                .findFirst();
    }

    @Override
    public List<Quality> qualities(Collection<QualityId> ids) {
        return qualities.values().stream()
                .filter(quality -> ids.contains(quality.id()))
                .toList();
    }

    @Override
    public void lock(QualityId quality) {
        // Tests of rules have one thread.
    }

    @Override
    public Optional<Responsibility> localManager(QualityId quality, Instant at) {
        return history(quality).stream()
                .filter(held -> held.kind() == ResponsibilityKind.LOCAL_MANAGER && runs(held, at))
                .findFirst();
    }

    @Override
    public Map<QualityId, PersonId> localManagers(Collection<QualityId> qualities, Instant at) {
        Map<QualityId, PersonId> found = new HashMap<>();
        qualities.forEach(quality -> holders(quality, Set.of(ResponsibilityKind.LOCAL_MANAGER), at)
                .forEach(manager -> found.put(quality, manager)));
        return found;
    }

    @Override
    public List<Responsibility> responsibilitiesIn(QualityId quality, PersonId person, Instant at) {
        return history(quality).stream()
                .filter(held -> held.person().equals(person) && runs(held, at))
                .toList();
    }

    @Override
    public List<Responsibility> lastingIn(QualityId quality, PersonId person, Instant at) {
        return history(quality).stream()
                .filter(held -> held.person().equals(person))
                .filter(held -> runs(held, at)
                        || (held.kind() == ResponsibilityKind.USER
                                && held.validFrom().isAfter(at)
                                && (held.validUntil() == null
                                        || held.validUntil().isAfter(held.validFrom()))))
                .toList();
    }

    @Override
    public List<Responsibility> memberships(Collection<QualityId> qualities, Collection<PersonId> people, Instant at) {
        return qualities.stream()
                .flatMap(quality -> history(quality).stream())
                .filter(held -> people.contains(held.person()))
                .filter(held -> Set.of(
                                ResponsibilityKind.LOCAL_MANAGER,
                                ResponsibilityKind.CO_LOCAL_MANAGER,
                                ResponsibilityKind.USER)
                        .contains(held.kind()))
                .filter(held -> held.validUntil() == null
                        || (held.validUntil().isAfter(at) && held.validUntil().isAfter(held.validFrom())))
                .toList();
    }

    @Override
    public List<PersonId> holders(QualityId quality, Collection<ResponsibilityKind> kinds, Instant at) {
        return responsibilities.stream()
                .filter(held -> quality.equals(held.quality()) && kinds.contains(held.kind()))
                .filter(held -> gives(held, at))
                .map(Responsibility::person)
                .toList();
    }

    @Override
    public List<PersonId> holders(OrganisationId organisation, Collection<ResponsibilityKind> kinds, Instant at) {
        return responsibilities.stream()
                .filter(held -> held.organisation().equals(organisation) && kinds.contains(held.kind()))
                .filter(held -> gives(held, at))
                .map(Responsibility::person)
                .toList();
    }

    @Override
    public Set<OrganisationId> organisationsOf(PersonId person, Instant at) {
        return responsibilities.stream()
                .filter(held -> held.person().equals(person) && runs(held, at))
                .map(Responsibility::organisation)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<PersonId> deputiesOf(PersonId principal, Collection<String> roleCodes, Instant at) {
        return deputies.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(held -> principal.equals(held.inPlaceOf()) && roleCodes.contains(held.kind())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Lets a person work in the place of another, in that role. */
    public void standIn(PersonId deputy, String role, OrganisationId organisation, PersonId principal) {
        deputies.computeIfAbsent(deputy, it -> new ArrayList<>()).add(role(role, organisation, principal));
    }

    private Post role(String code, OrganisationId organisation, @Nullable PersonId principal) {
        return new Post(
                code,
                organisation,
                null,
                null,
                directory.findOrganisation(organisation).map(Organisation::kind).orElse(OrganisationKind.CPAS),
                principal);
    }

    @Override
    public List<Post> postsOf(PersonId person, Collection<String> roleCodes, Instant at) {
        return Stream.of(
                        directory.legalFunctionsOf(person, at).stream()
                                .map(held -> new Post(held.kind().name(), held.organisation(), null, null, null, null)),
                        responsibilities.stream()
                                .filter(held -> held.person().equals(person) && gives(held, at))
                                .map(held -> new Post(
                                        held.kind().name(),
                                        held.organisation(),
                                        held.quality(),
                                        held.domain(),
                                        null,
                                        null)),
                        rights.stream()
                                .filter(right -> right.person().equals(person)
                                        && roleCodes.contains(right.role())
                                        && runs(right, at))
                                .map(right -> role(
                                        right.role(),
                                        qualities.get(right.quality()).organisation(),
                                        null)),
                        deputies.getOrDefault(person, List.of()).stream())
                .flatMap(Function.identity())
                .toList();
    }

    @Override
    public List<PersonId> roleHolders(OrganisationId organisation, Collection<String> roleCodes, Instant at) {
        return rights.stream()
                .filter(right -> roleCodes.contains(right.role())
                        && qualities.get(right.quality()).organisation().equals(organisation)
                        && runs(right, at))
                .map(Right::person)
                .distinct()
                .toList();
    }

    @Override
    public void begin(Collection<Responsibility> begun) {
        responsibilities.addAll(begun);
        begun.forEach(responsibility -> decisions.put(responsibility.id(), responsibility.basis()));
    }

    @Override
    public void changeContact(UUID responsibility, Contact contact) {
        responsibilities.replaceAll(held -> held.id().equals(responsibility)
                ? new Responsibility(
                        held.id(),
                        held.kind(),
                        held.organisation(),
                        held.quality(),
                        held.subdivision(),
                        held.person(),
                        held.validFrom(),
                        held.validUntil(),
                        held.basis(),
                        held.domain(),
                        contact)
                : held);
    }

    private void endOne(Responsibility responsibility, Instant at, BasisId basis) {
        responsibilities.replaceAll(held -> held.id().equals(responsibility.id())
                ? new Responsibility(
                        held.id(),
                        held.kind(),
                        held.organisation(),
                        held.quality(),
                        held.subdivision(),
                        held.person(),
                        held.validFrom(),
                        at.isBefore(held.validFrom()) ? held.validFrom() : at,
                        held.basis(),
                        held.domain(),
                        held.contact())
                : held);
        endings.put(responsibility.id(), basis);
        decisions.put(responsibility.id(), basis);
    }

    @Override
    public List<String> endRights(QualityId quality, PersonId person, Instant at, BasisId basis) {
        List<Right> held = of(quality, List.of(person), at);
        end(held.stream().map(Right::id).toList(), at, basis);
        return held.stream().map(Right::role).toList();
    }

    @Override
    public List<Right> of(Collection<QualityId> among, Collection<PersonId> people, Instant at) {
        return rights.stream()
                .filter(right -> among.contains(right.quality()) && people.contains(right.person()))
                .filter(right -> right.until() == null
                        || (right.until().isAfter(at) && right.until().isAfter(right.from())))
                .toList();
    }

    @Override
    public void lock(Collection<PersonId> people) {
        // Tests of rules have one thread.
    }

    @Override
    public Map<PersonId, String> holders(Collection<PersonId> people, Set<String> roles, Instant at) {
        return rights.stream()
                .filter(right -> people.contains(right.person()) && roles.contains(right.role()))
                .filter(right -> right.until() == null || right.until().isAfter(at))
                .collect(Collectors.toUnmodifiableMap(Right::person, Right::role, (one, other) -> one));
    }

    @Override
    public void grant(Collection<Right> granted) {
        rights.addAll(granted);
    }

    @Override
    public List<String> rights(QualityId quality, PersonId person, Instant at) {
        return rights.stream()
                .filter(right ->
                        right.quality().equals(quality) && right.person().equals(person) && runs(right, at))
                .map(Right::role)
                .toList();
    }

    @Override
    public List<Right> of(PersonId person, OrganisationId organisation, Instant at) {
        return rights.stream()
                .filter(right -> right.person().equals(person)
                        && findQuality(right.quality())
                                .orElseThrow()
                                .organisation()
                                .equals(organisation)
                        && (right.until() == null || right.until().isAfter(at)))
                .toList();
    }

    @Override
    public List<Right> find(Collection<UUID> ids) {
        return rights.stream().filter(right -> ids.contains(right.id())).toList();
    }

    @Override
    public List<Responsibility> lastingIn(OrganisationId organisation, PersonId person, Instant at) {
        return responsibilities.stream()
                .filter(held -> held.organisation().equals(organisation)
                        && held.person().equals(person)
                        && (held.validUntil() == null || held.validUntil().isAfter(at)))
                .toList();
    }

    @Override
    public void shorten(Collection<EarlierEnd> ends, Instant decidedAt, BasisId basis) {
        ends.forEach(end -> end(List.of(end.id()), end.at(), basis));
    }

    @Override
    public void extend(Collection<UUID> ids, Instant until, BasisId basis) {
        ids.forEach(id -> end(List.of(id), until, basis));
    }

    @Override
    public void confirm(Responsibility responsibility, BasisId basis) {
        // No rule asks what a responsibility was confirmed by.
    }

    @Override
    public void lock(OrganisationId organisation) {
        // Tests of rules have one thread.
    }

    @Override
    public Optional<Standing> findResponsibility(UUID id, Instant at) {
        return responsibilities.stream()
                .filter(held -> held.id().equals(id))
                .map(this::standing)
                .findFirst();
    }

    @Override
    public Optional<Basis> findDecision(BasisId id) {
        return Optional.ofNullable(bases.get(id));
    }

    @Override
    public Optional<Basis> lastDecisionOn(UUID responsibility) {
        return Optional.ofNullable(decisions.get(responsibility)).map(bases::get);
    }

    @Override
    public List<Standing> standings(QualityId quality, Collection<PersonId> people, Instant at) {
        return history(quality).stream()
                .filter(held -> people.contains(held.person()) && runs(held, at))
                .map(this::standing)
                .toList();
    }

    @Override
    public List<Responsibility> incumbents(
            ResponsibilityKind kind,
            OrganisationId organisation,
            @Nullable QualityId quality,
            @Nullable SubdivisionId subdivision,
            @Nullable DomainCode domain,
            Instant at) {
        return responsibilities.stream()
                .filter(held -> held.kind() == kind && held.organisation().equals(organisation))
                .filter(held -> Objects.equals(held.quality(), quality)
                        && Objects.equals(held.subdivision(), subdivision)
                        && Objects.equals(held.domain(), domain)
                        && runs(held, at))
                .toList();
    }

    @Override
    public Map<DomainCode, Set<QualityKind>> domainKinds() {
        return domainKinds;
    }

    @Override
    public Map<DomainCode, Translated> domainNames() {
        return domainKinds.keySet().stream()
                .collect(Collectors.toMap(
                        Function.identity(), code -> new Translated(code.value(), code.value(), code.value())));
    }

    @Override
    public List<Quality> qualitiesOf(Collection<OrganisationId> organisations) {
        return qualities.values().stream()
                .filter(quality -> organisations.contains(quality.organisation()))
                .toList();
    }

    /**
     * Ends responsibilities and rights alike: their ids never meet.
     */
    @Override
    public void end(Collection<UUID> ids, Instant at, BasisId basis) {
        responsibilities.stream()
                .filter(held -> ids.contains(held.id()))
                .toList()
                .forEach(held -> endOne(held, at, basis));
        rights.replaceAll(right -> ids.contains(right.id())
                ? new Right(
                        right.id(),
                        right.person(),
                        right.role(),
                        right.quality(),
                        right.context(),
                        right.from(),
                        at.isBefore(right.from()) ? right.from() : at,
                        right.reason(),
                        right.basis())
                : right);
    }

    @Override
    public void block(Collection<UUID> ids, Instant at, BasisId basis) {
        ids.forEach(id -> blocked.put(id, at));
        ids.forEach(id -> decisions.put(id, basis));
    }

    @Override
    public void unblock(Collection<UUID> ids, Instant at, BasisId basis) {
        ids.forEach(blocked::remove);
        ids.forEach(id -> decisions.put(id, basis));
    }

    @Override
    public boolean isActive(OrganisationId organisation, QualityKind kind) {
        return findQuality(organisation, kind).isPresent();
    }

    @Override
    public boolean activate(Quality quality, PersonId by) {
        boolean taken = qualities.values().stream()
                .anyMatch(other ->
                        other.kind() == quality.kind() && other.identifier().equals(quality.identifier()));
        if (!taken) {
            add(quality);
        }
        return !taken;
    }

    @Override
    public void changeEmail(QualityId id, @Nullable String email) {
        Quality quality = Objects.requireNonNull(qualities.get(id));
        add(new Quality(
                id, quality.organisation(), quality.kind(), quality.identifier(), email, quality.activatedAt()));
    }

    @Override
    public Optional<Subdivision> findSubdivision(SubdivisionId id) {
        return Optional.ofNullable(subdivisions.get(id));
    }

    @Override
    public boolean hasSubdivision(QualityId quality, String name) {
        return subdivisions.values().stream()
                .anyMatch(subdivision -> subdivision.quality().equals(quality)
                        && subdivision.name().equalsIgnoreCase(name));
    }

    @Override
    public void create(Subdivision subdivision) {
        subdivisions.put(subdivision.id(), subdivision);
    }

    @Override
    public void rename(SubdivisionId id, String name) {
        subdivisions.computeIfPresent(id, (same, known) -> new Subdivision(id, known.quality(), name));
    }

    @Override
    public Set<SubdivisionId> managedBy(PersonId person, QualityId quality, Instant at) {
        return history(quality).stream()
                .filter(held -> held.person().equals(person) && gives(held, at))
                .map(Responsibility::subdivision)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<PersonId, Set<SubdivisionId>> managersOf(Collection<SubdivisionId> wanted, Instant at) {
        return responsibilities.stream()
                .filter(held -> held.kind() == ResponsibilityKind.SUBDIVISION_MANAGER
                        || held.kind() == ResponsibilityKind.CO_SUBDIVISION_MANAGER)
                .filter(held -> gives(held, at) && held.subdivision() != null && wanted.contains(held.subdivision()))
                .collect(Collectors.groupingBy(
                        Responsibility::person,
                        Collectors.mapping(held -> Objects.requireNonNull(held.subdivision()), Collectors.toSet())));
    }

    private Standing standing(Responsibility held) {
        return new Standing(held, blocked.get(held.id()));
    }

    private static boolean runs(Right right, Instant at) {
        return isWithin(right.from(), right.until(), at);
    }

    private boolean gives(Responsibility held, Instant at) {
        return runs(held, at) && !blocked.containsKey(held.id());
    }

    private static boolean runs(Responsibility held, Instant at) {
        return isWithin(held.validFrom(), held.validUntil(), at);
    }

    private static boolean isWithin(Instant from, @Nullable Instant until, Instant at) {
        return !from.isAfter(at) && (until == null || until.isAfter(at));
    }
}
