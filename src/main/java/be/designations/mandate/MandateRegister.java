package be.designations.mandate;

import be.designations.access.AccessModel;
import be.designations.access.Basis;
import be.designations.access.BasisId;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.OrganisationId;
import be.designations.directory.Person;
import be.designations.directory.PersonId;
import be.designations.dpd.MandateEndReason;
import be.designations.mandate.RegisterQuery.State;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads mandates, for whoever sees them. */
@Service
@Transactional(readOnly = true)
public class MandateRegister {

    private static final int LINES_AT_ONCE = 1_000;

    private final MandateStore mandates;
    private final RegisterStore store;
    private final MandateExtensions extensions;
    private final MandateAccess rules;
    private final AccessModel access;
    private final Directory directory;
    private final AuditLog audit;
    private final Clock clock;

    MandateRegister(
            MandateStore mandates,
            RegisterStore store,
            MandateExtensions extensions,
            MandateAccess rules,
            AccessModel access,
            Directory directory,
            AuditLog audit,
            Clock clock) {
        this.mandates = mandates;
        this.store = store;
        this.extensions = extensions;
        this.rules = rules;
        this.access = access;
        this.directory = directory;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A mandate as one of its readers sees it.
     *
     * @param all         every officer of the CPAS, and who assisted one or stood in for one, the newest first
     * @param opened      of these, what the reader may open
     * @param names       of the officer, and of who decided
     * @param decision    why it ends, or null
     * @param follower    the mandate that took its place, or null
     * @param notices     when its end was told before it came, the first first
     * @param dossiers    on its end and its extensions, the first first
     * @param mayResign   whether the reader may say now that the officer resigns
     * @param mayWithdraw whether the reader may withdraw the approval now
     * @param mayExtend   whether the reader may ask now that it go on
     */
    public record View(
            MandateState mandate,
            Organisation cpas,
            List<RegisterLine> all,
            Set<UUID> opened,
            Map<PersonId, String> names,
            @Nullable Basis decision,
            @Nullable RegisterLine follower,
            List<MandateStore.Notice> notices,
            List<String> dossiers,
            boolean mayResign,
            boolean mayWithdraw,
            boolean mayExtend,
            boolean ownMandate) {

        public View {
            all = List.copyOf(all);
            opened = Set.copyOf(opened);
            notices = List.copyOf(notices);
            names = Map.copyOf(names);
            dossiers = List.copyOf(dossiers);
        }

        /** The name of somebody whom the page names; empty for nobody. */
        public String nameOf(@Nullable PersonId person) {
            return person == null ? "" : names.getOrDefault(person, "");
        }
    }

    /** @throws be.designations.rules.NotFoundException when there is none, or not for this actor */
    public View view(Actor actor, UUID id) {
        MandateState mandate = rules.require(actor, id);
        Instant now = clock.instant();
        List<RegisterLine> all = store.ofCpas(mandate.organisation());
        boolean readsAll = rules.readsDossiersOf(actor, mandate.organisation());
        BasisId ended = mandate.endedBasis();
        Basis decision = ended == null ? null : access.findDecision(ended).orElse(null);
        RegisterLine follower = mandate.endReason() == MandateEndReason.REPLACEMENT
                ? all.stream()
                        .filter(other -> other.role() == RegisterQuery.Role.OFFICER
                                && other.mandate().basis().equals(ended))
                        .findFirst()
                        .orElse(null)
                : null;
        Stream<PersonId> decider = Optional.ofNullable(decision).map(Basis::decidedBy).stream();
        Map<PersonId, String> names =
                directory
                        .people(Stream.concat(Stream.of(mandate.person()), decider)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Person::id, Person::displayName));
        boolean open = !mandate.isOver(now);
        return new View(
                mandate,
                directory.organisation(mandate.organisation()),
                all,
                all.stream()
                        .map(RegisterLine::mandate)
                        .filter(one -> readsAll || actor.person().equals(one.person()))
                        .map(MandateState::id)
                        .collect(Collectors.toSet()),
                names,
                decision,
                follower,
                mandates.noticesOf(id),
                mandates.dossiersOf(id),
                open
                        && mandate.hasBegun(now)
                        && mandates.findOpenEnd(id).isEmpty()
                        && rules.notResigning(actor, mandate).isEmpty(),
                open && rules.notWithdrawing(actor, mandate).isEmpty(),
                rules.notAskingExtension(actor, mandate).isEmpty() && extensions.isPossible(mandate),
                actor.person().equals(mandate.person()));
    }

    /** How the mandate stands now. */
    public State stateOf(MandateState mandate) {
        return mandate.state(clock.instant());
    }

    /** The mandates that the actor sees: all for the desks, those of their CPAS for its people, their own for officers. */
    public List<RegisterLine> lines(
            Actor actor, RegisterQuery query, Language language, RegisterStore.@Nullable Place place, int size) {
        return store.lines(query, rules.seen(actor), language, clock.instant(), place, size);
    }

    /** As what the actor stands in the register now or later, for any CPAS, the newest first, at most so many. */
    public List<RegisterLine> held(Actor actor, int size) {
        return store.heldBy(actor.person(), clock.instant(), size);
    }

    /** Whether the register is for the actor: those who read the dossiers of some CPAS, and who is or was officer. */
    public boolean isFor(Actor actor) {
        Set<OrganisationId> cpas = rules.seen(actor).cpas();
        if (cpas == null || !cpas.isEmpty()) {
            return true;
        }
        RegisterQuery all = new RegisterQuery("", "", null, null, null, RegisterQuery.Order.BEGIN);
        return !lines(actor, all, Language.FR, null, 1).isEmpty();
    }

    /** Every line. */
    public void each(Actor actor, RegisterQuery query, Language language, Consumer<RegisterLine> reader) {
        RegisterStore.@Nullable Place after = null;
        List<RegisterLine> page;
        do {
            page = lines(actor, query, language, after, LINES_AT_ONCE);
            page.forEach(reader);
            after = page.isEmpty()
                    ? after
                    : new RegisterStore.Place(
                            page.get(page.size() - 1).mandate().id(), false);
        } while (page.size() == LINES_AT_ONCE);
    }

    /** Writes down that the actor takes the register along. */
    @Transactional
    public void taken(Actor actor) {
        audit.record(
                AuditEvent.of("dpd.register-exported", "person", actor.person().value())
                        .by(actor));
    }
}
