package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How agents of the support desk keep the catalogue. What was granted is never touched by it: a right that runs goes on
 * running when its role is retired.
 *
 * <p>Every operation refuses others than agents with {@link NotAllowedException}; asked twice for the same, it does it
 * once. A change names the version that the agent has seen: when another agent has changed the entry meanwhile it is
 * refused with {@code catalogue.changed-meanwhile}.
 */
@Service
public class CatalogueEditing {

    /** So that a migration can put one in between. */
    private static final int POSITIONS_BETWEEN = 10;

    private final CatalogueEditors editors;
    private final CatalogueStore store;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    CatalogueEditing(CatalogueEditors editors, CatalogueStore store, Directory directory, AuditLog audit, Clock clock) {
        this.editors = editors;
        this.store = store;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotAllowedException for others than agents of the support desk */
    public void requireEditor(Actor actor) {
        editors.require(actor);
    }

    /** The levels from which an agent chooses, the lowest first. */
    public static List<SignInLevel> levels() {
        return CatalogueRulesPolicy.LEVELS;
    }

    /** @param typed words of the code or a name; blank for all */
    public List<CatalogueEntry<Application>> applications(Actor actor, String typed, @Nullable QualityKind quality) {
        editors.require(actor);
        return store.applications(OneLine.of(typed), quality);
    }

    /** @param typed words of the code or a name of the role or its application; blank for all */
    public List<CatalogueEntry<Role>> roles(Actor actor, String typed, @Nullable QualityKind quality) {
        editors.require(actor);
        return store.roles(OneLine.of(typed), quality);
    }

    /** All applications, the retired ones too. */
    public List<Application> applications(Actor actor) {
        return applications(actor, "", null).stream().map(CatalogueEntry::item).toList();
    }

    /** The roles that open that application, as their own or as another one. */
    public List<Role> rolesOpening(Actor actor, String application) {
        return roles(actor, "", null).stream()
                .map(CatalogueEntry::item)
                .filter(role -> role.application().equals(application)
                        || role.alsoOpens().contains(application))
                .toList();
    }

    /** @throws NotFoundException when there is none with that code */
    public CatalogueEntry<Application> application(Actor actor, String code) {
        editors.require(actor);
        return known(store.findApplication(code), "application");
    }

    /** @throws NotFoundException when there is none with that code */
    public CatalogueEntry<Role> role(Actor actor, String code) {
        editors.require(actor);
        return known(store.findRole(code), "role");
    }

    /** @throws RejectedException for what cannot stand in the catalogue */
    @Transactional
    public CatalogueEntry<Application> addApplication(Actor actor, String code, ApplicationDetails details) {
        editors.require(actor);
        store.lock();
        Optional<CatalogueEntry<Application>> same = store.findApplication(code);
        if (same.isPresent()
                && addedBy(actor, same.get())
                && ApplicationDetails.of(same.get().item()).equals(details)) {
            return same.get();
        }
        List<Rejection> rejections = new ArrayList<>(codeRejections(code, same.isPresent()));
        rejections.addAll(CatalogueRulesPolicy.application(details, this::domainOf));
        retiredDomain(details).ifPresent(rejections::add);
        RejectedException.throwIfAny(rejections);
        CatalogueEntry<Application> added = first(actor, application(code, details, false));
        store.addApplication(added);
        record(actor, "catalogue.application-added", added.item(), null);
        return added;
    }

    /**
     * @param version the one that the agent has seen
     * @throws NotFoundException when there is none with that code
     * @throws RejectedException for what cannot stand in the catalogue, and when somebody else was faster
     */
    @Transactional
    public CatalogueEntry<Application> changeApplication(
            Actor actor, String code, int version, ApplicationDetails details) {
        editors.require(actor);
        store.lock();
        CatalogueEntry<Application> before = known(store.findApplication(code), "application");
        if (ApplicationDetails.of(before.item()).equals(details)) {
            return before;
        }
        requireSeen(before, version);
        List<Rejection> rejections = new ArrayList<>(CatalogueRulesPolicy.application(details, this::domainOf));
        if (!before.item().domain().equals(details.domain())) {
            retiredDomain(details).ifPresent(rejections::add);
        }
        // What was granted in one quality must not come to count in another.
        if (details.quality() != null && details.quality() != before.item().quality() && store.isOpenedByRoles(code)) {
            rejections.add(Rejection.ofField("catalogue.quality-in-use", "quality"));
        }
        RejectedException.throwIfAny(rejections);
        CatalogueEntry<Application> changed =
                next(actor, before, application(code, details, before.item().retired()), before.retiredAt());
        store.saveApplication(changed);
        record(actor, "catalogue.application-changed", changed.item(), before.item());
        return changed;
    }

    /** From now on nothing of it is granted any more. */
    @Transactional
    public CatalogueEntry<Application> retireApplication(Actor actor, String code, int version) {
        return retireApplication(actor, code, version, true);
    }

    /** It may be granted again. */
    @Transactional
    public CatalogueEntry<Application> bringBackApplication(Actor actor, String code, int version) {
        return retireApplication(actor, code, version, false);
    }

    private CatalogueEntry<Application> retireApplication(Actor actor, String code, int version, boolean retired) {
        editors.require(actor);
        store.lock();
        CatalogueEntry<Application> before = known(store.findApplication(code), "application");
        if (before.item().retired() == retired) {
            return before;
        }
        requireSeen(before, version);
        if (!retired && domainOf(before.item().domain()).filter(Domain::retired).isPresent()) {
            throw new RejectedException(Rejection.of("catalogue.domain-retired"));
        }
        Application after = application(code, ApplicationDetails.of(before.item()), retired);
        CatalogueEntry<Application> changed = next(actor, before, after, retired ? now() : null);
        store.saveApplication(changed);
        record(
                actor,
                retired ? "catalogue.application-retired" : "catalogue.application-brought-back",
                after,
                before.item());
        return changed;
    }

    /** All domains by position, the retired ones too. */
    public List<CatalogueEntry<Domain>> domains(Actor actor) {
        editors.require(actor);
        return store.allDomains();
    }

    /** @throws NotFoundException when there is none with that code */
    public CatalogueEntry<Domain> domain(Actor actor, String code) {
        editors.require(actor);
        return known(DomainCode.parse(code).flatMap(store::findDomain), "domain");
    }

    /**
     * Adds a domain behind the others.
     *
     * @throws RejectedException for what cannot stand in the catalogue
     */
    @Transactional
    public CatalogueEntry<Domain> addDomain(Actor actor, String code, Translated typed) {
        editors.require(actor);
        store.lock();
        Translated name = OneLine.of(typed);
        Optional<CatalogueEntry<Domain>> same = DomainCode.parse(code).flatMap(store::findDomain);
        if (same.isPresent()
                && addedBy(actor, same.get())
                && same.get().item().name().equals(name)) {
            return same.get();
        }
        List<Rejection> rejections = new ArrayList<>(codeRejections(code, same.isPresent()));
        rejections.addAll(CatalogueRulesPolicy.names(name));
        RejectedException.throwIfAny(rejections);
        int last = store.allDomains().stream()
                .mapToInt(entry -> entry.item().position())
                .max()
                .orElse(0);
        CatalogueEntry<Domain> added =
                first(actor, new Domain(new DomainCode(code), last + POSITIONS_BETWEEN, name, false));
        store.addDomain(added);
        record(actor, "catalogue.domain-added", added.item(), null);
        return added;
    }

    /**
     * @param version the one that the agent has seen
     * @throws NotFoundException when there is none with that code
     * @throws RejectedException for what cannot stand in the catalogue, and when somebody else was faster
     */
    @Transactional
    public CatalogueEntry<Domain> renameDomain(Actor actor, String code, int version, Translated typed) {
        editors.require(actor);
        store.lock();
        CatalogueEntry<Domain> before = domain(actor, code);
        Translated name = OneLine.of(typed);
        if (before.item().name().equals(name)) {
            return before;
        }
        requireSeen(before, version);
        RejectedException.throwIfAny(CatalogueRulesPolicy.names(name));
        Domain after = new Domain(
                before.item().code(),
                before.item().position(),
                name,
                before.item().retired());
        CatalogueEntry<Domain> changed = next(actor, before, after, before.retiredAt());
        store.saveDomain(changed);
        record(actor, "catalogue.domain-renamed", after, before.item());
        return changed;
    }

    /**
     * From now on nobody is named for it any more; whoever was, stays.
     *
     * @throws RejectedException while it holds applications that are not retired
     */
    @Transactional
    public CatalogueEntry<Domain> retireDomain(Actor actor, String code, int version) {
        return retireDomain(actor, code, version, true);
    }

    /** Access managers may be named for it again. */
    @Transactional
    public CatalogueEntry<Domain> bringBackDomain(Actor actor, String code, int version) {
        return retireDomain(actor, code, version, false);
    }

    private CatalogueEntry<Domain> retireDomain(Actor actor, String code, int version, boolean retired) {
        editors.require(actor);
        store.lock();
        CatalogueEntry<Domain> before = domain(actor, code);
        if (before.item().retired() == retired) {
            return before;
        }
        requireSeen(before, version);
        if (retired && store.hasApplications(before.item().code())) {
            throw new RejectedException(Rejection.of("catalogue.domain-has-applications"));
        }
        Domain after = new Domain(
                before.item().code(), before.item().position(), before.item().name(), retired);
        CatalogueEntry<Domain> changed = next(actor, before, after, retired ? now() : null);
        store.saveDomain(changed);
        record(actor, retired ? "catalogue.domain-retired" : "catalogue.domain-brought-back", after, before.item());
        return changed;
    }

    /** The applications of that domain. */
    public List<Application> applicationsOf(Actor actor, DomainCode domain) {
        return applications(actor).stream()
                .filter(application -> application.domain().equals(domain))
                .toList();
    }

    /** @throws RejectedException for what cannot stand in the catalogue */
    @Transactional
    public CatalogueEntry<Role> addRole(Actor actor, String code, RoleDetails details) {
        editors.require(actor);
        store.lock();
        Optional<CatalogueEntry<Role>> same = store.findRole(code);
        if (same.isPresent()
                && addedBy(actor, same.get())
                && RoleDetails.of(same.get().item()).equals(details)) {
            return same.get();
        }
        List<Rejection> rejections = new ArrayList<>(codeRejections(code, same.isPresent()));
        rejections.addAll(CatalogueRulesPolicy.role(details, this::applicationOf));
        RejectedException.throwIfAny(rejections);
        CatalogueEntry<Role> added = first(actor, role(code, details, false));
        store.addRole(added);
        record(actor, "catalogue.role-added", added.item(), null);
        return added;
    }

    /**
     * @param version the one that the agent has seen
     * @throws NotFoundException when there is none with that code
     * @throws RejectedException for what cannot stand in the catalogue, and when somebody else was faster
     */
    @Transactional
    public CatalogueEntry<Role> changeRole(Actor actor, String code, int version, RoleDetails details) {
        editors.require(actor);
        store.lock();
        CatalogueEntry<Role> before = known(store.findRole(code), "role");
        if (RoleDetails.of(before.item()).equals(details)) {
            return before;
        }
        requireSeen(before, version);
        List<Rejection> rejections = new ArrayList<>(CatalogueRulesPolicy.role(details, this::applicationOf));
        if (applicationOf(details.application())
                .filter(home -> home.quality() != before.item().quality())
                .isPresent()) {
            rejections.add(Rejection.ofField("catalogue.leaves-its-quality", "application"));
        }
        RejectedException.throwIfAny(rejections);
        CatalogueEntry<Role> changed =
                next(actor, before, role(code, details, before.item().retired()), before.retiredAt());
        store.saveRole(changed);
        record(actor, "catalogue.role-changed", changed.item(), before.item());
        return changed;
    }

    /** From now on it is granted no more. */
    @Transactional
    public CatalogueEntry<Role> retireRole(Actor actor, String code, int version) {
        return retireRole(actor, code, version, true);
    }

    /** It may be granted again. */
    @Transactional
    public CatalogueEntry<Role> bringBackRole(Actor actor, String code, int version) {
        return retireRole(actor, code, version, false);
    }

    private CatalogueEntry<Role> retireRole(Actor actor, String code, int version, boolean retired) {
        editors.require(actor);
        store.lock();
        CatalogueEntry<Role> before = known(store.findRole(code), "role");
        if (before.item().retired() == retired) {
            return before;
        }
        requireSeen(before, version);
        Role after = role(code, RoleDetails.of(before.item()), retired);
        CatalogueEntry<Role> changed = next(actor, before, after, retired ? now() : null);
        store.saveRole(changed);
        record(actor, retired ? "catalogue.role-retired" : "catalogue.role-brought-back", after, before.item());
        return changed;
    }

    private static List<Rejection> codeRejections(String code, boolean taken) {
        return taken ? List.of(Rejection.ofField("catalogue.code-taken", "code")) : CatalogueRulesPolicy.code(code);
    }

    /** A second click on the button that added it. */
    private static boolean addedBy(Actor actor, CatalogueEntry<?> entry) {
        return entry.version() == 1 && actor.person().equals(entry.changedBy());
    }

    private void requireSeen(CatalogueEntry<?> entry, int version) {
        if (entry.version() != version) {
            String by = Optional.ofNullable(entry.changedBy())
                    .flatMap(directory::findPerson)
                    .map(Person::displayName)
                    .orElse("–");
            throw new RejectedException(Rejection.of("catalogue.changed-meanwhile", by));
        }
    }

    private <T> CatalogueEntry<T> first(Actor actor, T item) {
        return new CatalogueEntry<>(item, 1, null, now(), actor.person());
    }

    private <T> CatalogueEntry<T> next(Actor actor, CatalogueEntry<T> before, T item, @Nullable Instant retiredAt) {
        return new CatalogueEntry<>(item, before.version() + 1, retiredAt, now(), actor.person());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Optional<Rejection> retiredDomain(ApplicationDetails details) {
        return Optional.ofNullable(details.domain())
                .flatMap(this::domainOf)
                .filter(Domain::retired)
                .map(retired -> Rejection.ofField("catalogue.domain-retired", "domain"));
    }

    private Optional<Domain> domainOf(DomainCode code) {
        return store.findDomain(code).map(CatalogueEntry::item);
    }

    private Optional<Application> applicationOf(String code) {
        return store.findApplication(code).map(CatalogueEntry::item);
    }

    /** After the policy has found nothing missing. */
    private static Application application(String code, ApplicationDetails details, boolean retired) {
        return new Application(
                code,
                details.name(),
                details.description(),
                Objects.requireNonNull(details.quality()),
                Objects.requireNonNull(details.domain()),
                Objects.requireNonNull(details.neededLevel()),
                retired);
    }

    private Role role(String code, RoleDetails details, boolean retired) {
        Application home = applicationOf(details.application()).orElseThrow();
        return new Role(
                code,
                home.code(),
                details.alsoOpens(),
                details.name(),
                details.description(),
                home.quality(),
                Stream.concat(Stream.of(home.code()), details.alsoOpens().stream())
                        .map(this::applicationOf)
                        .flatMap(Optional::stream)
                        .map(Application::domain)
                        .collect(Collectors.toUnmodifiableSet()),
                home.neededLevel(),
                details.longestMonths(),
                details.takesContext(),
                details.onlyFor(),
                retired);
    }

    private void record(Actor actor, String operation, Application after, @Nullable Application before) {
        record(
                actor,
                AuditEvent.of(operation, "catalogue-application", after.code())
                        .changing(before == null ? null : Map.of("application", before), Map.of("application", after)));
    }

    private void record(Actor actor, String operation, Role after, @Nullable Role before) {
        record(
                actor,
                AuditEvent.of(operation, "catalogue-role", after.code())
                        .changing(before == null ? null : Map.of("role", before), Map.of("role", after)));
    }

    private void record(Actor actor, String operation, Domain after, @Nullable Domain before) {
        record(
                actor,
                AuditEvent.of(operation, "catalogue-domain", after.code().value())
                        .changing(before == null ? null : Map.of("domain", before), Map.of("domain", after)));
    }

    private void record(Actor actor, AuditEvent event) {
        audit.record(event.by(
                actor.person().value(),
                actor.actingFor() == null ? null : actor.actingFor().value()));
    }

    private static <T> T known(Optional<T> found, String what) {
        return found.orElseThrow(() -> new NotFoundException(what));
    }

    /** By whom an entry was changed last, for the page. */
    public Optional<Person> changedBy(CatalogueEntry<?> entry) {
        PersonId by = entry.changedBy();
        return by == null ? Optional.empty() : directory.findPerson(by);
    }
}
