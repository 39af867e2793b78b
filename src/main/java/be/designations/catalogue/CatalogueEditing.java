package be.designations.catalogue;

import be.designations.access.Capacities;
import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
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
import be.designations.rules.Typed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final Capacities capacities;
    private final CatalogueStore store;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    CatalogueEditing(Capacities capacities, CatalogueStore store, Directory directory, AuditLog audit, Clock clock) {
        this.capacities = capacities;
        this.store = store;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws NotAllowedException for others than agents of the support desk */
    public void requireEditor(Actor actor) {
        capacities.requireSupport(actor, "catalogue.not-a-support-agent");
    }

    /** The levels from which an agent chooses, the lowest first. */
    public static List<SignInLevel> levels() {
        return CatalogueRulesPolicy.LEVELS;
    }

    /** @param typed words of the code or a name; blank for all */
    public List<CatalogueEntry<Application>> applications(Actor actor, String typed, @Nullable QualityKind quality) {
        requireEditor(actor);
        return store.applications(Typed.line(typed), quality);
    }

    /** @param typed words of the code or a name of the role or its application; blank for all */
    public List<CatalogueEntry<Role>> roles(Actor actor, String typed, @Nullable QualityKind quality) {
        requireEditor(actor);
        return store.roles(Typed.line(typed), quality);
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

    /** All domains by position, the retired ones too. */
    public List<CatalogueEntry<Domain>> domains(Actor actor) {
        requireEditor(actor);
        return store.allDomains();
    }

    /** The applications of that domain. */
    public List<Application> applicationsOf(Actor actor, DomainCode domain) {
        return applications(actor).stream()
                .filter(application -> application.domain().equals(domain))
                .toList();
    }

    /** @throws NotFoundException when there is none with that code */
    public <T extends CatalogueItem> CatalogueEntry<T> entry(CatalogueKind<T, ?> kind, Actor actor, String code) {
        requireEditor(actor);
        return known(kind, code);
    }

    /** Whether there is none with that code yet; no secret. */
    public boolean isNew(CatalogueKind<?, ?> kind, String code) {
        return kind.find(code, store).isEmpty();
    }

    /** @throws RejectedException for what cannot stand in the catalogue */
    @Transactional
    public <T extends CatalogueItem, D> CatalogueEntry<T> add(
            CatalogueKind<T, D> kind, Actor actor, String code, D details) {
        requireEditor(actor);
        store.lock();
        Optional<CatalogueEntry<T>> same = kind.find(code, store);
        if (same.isPresent()
                && addedBy(actor, same.get())
                && kind.details(same.get().item()).equals(details)) {
            return same.get();
        }
        List<Rejection> rejections = new ArrayList<>(codeRejections(code, same.isPresent()));
        rejections.addAll(kind.check(details, null, store));
        RejectedException.throwIfAny(rejections);
        T item = kind.item(code, details, null, false, store);
        CatalogueEntry<T> added = new CatalogueEntry<>(item, 1, null, now(), actor.person());
        List<T> others = kind.alongWith(item, null, store);
        kind.save(added, store);
        record(kind, "added", actor, item, null);
        others.forEach(other -> alongWith(kind, actor, other));
        return added;
    }

    /**
     * @param version the one that the agent has seen
     * @throws NotFoundException when there is none with that code
     * @throws RejectedException for what cannot stand in the catalogue, and when somebody else was faster
     */
    @Transactional
    public <T extends CatalogueItem, D> CatalogueEntry<T> change(
            CatalogueKind<T, D> kind, Actor actor, String code, int version, D details) {
        requireEditor(actor);
        store.lock();
        CatalogueEntry<T> before = known(kind, code);
        if (kind.details(before.item()).equals(details)) {
            return before;
        }
        requireSeen(before, version);
        RejectedException.throwIfAny(kind.check(details, before.item(), store));
        return save(kind, kind.change(), actor, before, details, before.item().retired(), before.retiredAt());
    }

    /**
     * From now on nothing of it is given any more.
     *
     * @throws RejectedException as {@link #change}, and for a domain while it holds applications that are not retired
     */
    @Transactional
    public <T extends CatalogueItem, D> CatalogueEntry<T> retire(
            CatalogueKind<T, D> kind, Actor actor, String code, int version) {
        return stand(kind, actor, code, version, true);
    }

    /**
     * It may be given again.
     *
     * @throws RejectedException as {@link #change}, and for an application while its domain is retired
     */
    @Transactional
    public <T extends CatalogueItem, D> CatalogueEntry<T> bringBack(
            CatalogueKind<T, D> kind, Actor actor, String code, int version) {
        return stand(kind, actor, code, version, false);
    }

    private <T extends CatalogueItem, D> CatalogueEntry<T> stand(
            CatalogueKind<T, D> kind, Actor actor, String code, int version, boolean retired) {
        requireEditor(actor);
        store.lock();
        CatalogueEntry<T> before = known(kind, code);
        if (before.item().retired() == retired) {
            return before;
        }
        requireSeen(before, version);
        RejectedException.throwIfAny(kind.checkStanding(before.item(), retired, store));
        return save(
                kind,
                retired ? "retired" : "brought-back",
                actor,
                before,
                kind.details(before.item()),
                retired,
                retired ? now() : null);
    }

    private <T extends CatalogueItem, D> CatalogueEntry<T> save(
            CatalogueKind<T, D> kind,
            String what,
            Actor actor,
            CatalogueEntry<T> before,
            D details,
            boolean retired,
            @Nullable Instant retiredAt) {
        T item = kind.item(before.item().key(), details, before.item(), retired, store);
        CatalogueEntry<T> changed = new CatalogueEntry<>(item, before.version() + 1, retiredAt, now(), actor.person());
        List<T> others = kind.alongWith(item, before.item(), store);
        kind.save(changed, store);
        record(kind, what, actor, item, before.item());
        others.forEach(other -> alongWith(kind, actor, other));
        return changed;
    }

    /** An entry that became different by the change of another one: whoever has it open is told so when they save it. */
    private <T extends CatalogueItem> void alongWith(CatalogueKind<T, ?> kind, Actor actor, T item) {
        CatalogueEntry<T> before = known(kind, item.key());
        kind.save(new CatalogueEntry<>(item, before.version() + 1, before.retiredAt(), now(), actor.person()), store);
        record(kind, kind.change(), actor, item, before.item());
    }

    private <T extends CatalogueItem> CatalogueEntry<T> known(CatalogueKind<T, ?> kind, String code) {
        return kind.find(code, store).orElseThrow(() -> new NotFoundException(kind.name()));
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
            String by = changedBy(entry).map(Person::displayName).orElse("–");
            throw new RejectedException(
                    Rejection.of("catalogue.changed-meanwhile", by).ofState());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T extends CatalogueItem> void record(
            CatalogueKind<T, ?> kind, String what, Actor actor, T after, @Nullable T before) {
        audit.record(AuditEvent.of("catalogue." + kind.name() + "-" + what, "catalogue-" + kind.name(), after.key())
                .changing(before == null ? null : Map.of(kind.name(), before), Map.of(kind.name(), after))
                .by(actor));
    }

    /** By whom an entry was changed last, for the page. */
    public Optional<Person> changedBy(CatalogueEntry<?> entry) {
        PersonId by = entry.changedBy();
        return by == null ? Optional.empty() : directory.findPerson(by);
    }
}
