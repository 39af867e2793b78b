package be.designations.primaweb;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.primaweb.ProfileUser.Given;
import be.designations.primaweb.ProfileUser.Standing;
import be.designations.primaweb.UserStore.Asked;
import be.designations.primaweb.UserStore.Candidate;
import be.designations.primaweb.UserStore.Page;
import be.designations.primaweb.UserStore.Period;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who uses PrimaWeb in a CPAS and with which profiles, as those decide who look after them: {@link PrimaWebAccess#manage} says who
 * does. What is asked twice is done once. <i>Source: A9, D24.</i>
 */
@Service
public class ProfileUsers {

    private static final int MOST_CANDIDATES = 20;

    private final PrimaWebAccess access;
    private final FunctionTrees trees;
    private final ProfileStore profiles;
    private final UserStore store;
    private final Directory directory;
    private final PrimaWebRecord log;
    private final Clock clock;

    ProfileUsers(
            PrimaWebAccess access,
            FunctionTrees trees,
            ProfileStore profiles,
            UserStore store,
            Directory directory,
            PrimaWebRecord log,
            Clock clock) {
        this.access = access;
        this.trees = trees;
        this.profiles = profiles;
        this.store = store;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /** A page of users, by name. */
    @Transactional(readOnly = true)
    public Page page(Actor actor, EnterpriseNumber number, Asked asked) {
        return page(access.manage(actor, number), asked);
    }

    private Page page(Cpas cpas, Asked asked) {
        return store.page(cpas.quality(), asked, clock.instant());
    }

    /** Why somebody of the CPAS is in the list or not: both conditions of whoever has such a name. Nobody for a blank one. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Actor actor, EnterpriseNumber number, String typed) {
        return candidates(access.manage(actor, number), typed);
    }

    private List<Candidate> candidates(Cpas cpas, String typed) {
        return typed.isBlank()
                ? List.of()
                : store.candidates(
                        cpas.organisation().id(), cpas.quality(), typed.strip(), MOST_CANDIDATES, clock.instant());
    }

    /**
     * “Gestion des accès”: profiles, users, inactive users, and who else of the CPAS has such a name.
     *
     * @param active   which page of the users
     * @param inactive which page of the inactive ones
     */
    @Transactional(readOnly = true)
    public Overview overview(Actor actor, EnterpriseNumber number, Asked active, Asked inactive) {
        Cpas cpas = access.manage(actor, number);
        return new Overview(
                cpas,
                profiles.list(cpas.quality(), active.language()),
                page(cpas, active),
                page(cpas, inactive),
                candidates(cpas, active.typed()),
                trees.current());
    }

    /** @throws NotFoundException for whoever has not entered PrimaWeb of that CPAS */
    @Transactional(readOnly = true)
    public Opened open(Actor actor, EnterpriseNumber number, PersonId person, Language language) {
        Cpas cpas = access.manage(actor, number);
        return new Opened(
                cpas,
                known(cpas, person),
                profiles.list(cpas.quality(), language).stream()
                        .map(ProfileStore.Line::profile)
                        .sorted(Comparator.comparing(Profile::everything).reversed())
                        .toList());
    }

    /** A user, their profiles and what these hold, and which they had. */
    @Transactional(readOnly = true)
    public Printed print(Actor actor, EnterpriseNumber number, PersonId person, Language language) {
        Opened opened = open(actor, number, person, language);
        return new Printed(
                UserSheet.of(
                        opened.cpas(), directory.person(person), opened.user(), opened.profiles(), trees.current()),
                store.history(opened.cpas().quality(), person));
    }

    /**
     * From now on the user has these profiles and no others. That is also the answer to whether they hold again for somebody who
     * has the role once more.
     *
     * @param version the one that the actor has seen
     * @throws NotFoundException for whoever has not entered PrimaWeb of that CPAS
     * @throws RejectedException as {@link AssignmentPolicy} says; {@code primaweb.profile-gone} for one that there is no more, and
     *     {@code primaweb.user-changed-meanwhile} when somebody else was faster
     */
    @Transactional
    public void assign(Actor actor, EnterpriseNumber number, PersonId person, int version, Set<ProfileId> wanted) {
        Cpas cpas = locking(actor, number, person);
        ProfileUser user = known(cpas, person);
        Set<ProfileId> held = user.profiles().stream().map(Given::id).collect(Collectors.toUnmodifiableSet());
        boolean stands = user.standing() == Standing.STANDS;
        if (stands && held.equals(wanted)) {
            return;
        }
        Set<ProfileId> given = stands ? Effects.without(wanted, held) : wanted;
        RejectedException.throwIfAny(AssignmentPolicy.check(actor, user, given));
        if (user.version() != version) {
            throw new RejectedException(
                    Rejection.of("primaweb.user-changed-meanwhile").ofState());
        }
        if (!store.hold(cpas.quality(), wanted).containsAll(wanted)) {
            throw new RejectedException(
                    Rejection.ofField("primaweb.profile-gone", "profiles").ofState());
        }
        Instant now = now();
        store.take(cpas.quality(), person, Effects.without(held, wanted), actor.person(), now);
        store.give(cpas.quality(), person, Effects.without(wanted, held), actor.person(), now);
        store.confirm(cpas.quality(), person, now);
        log.ofUser("profiles-assigned", actor, cpas, person, ids(held), ids(wanted));
    }

    /**
     * Takes all profiles from the user and puts them among the inactive ones.
     *
     * @throws NotFoundException for whoever has not entered PrimaWeb of that CPAS
     */
    @Transactional
    public void deactivate(Actor actor, EnterpriseNumber number, PersonId person) {
        Cpas cpas = locking(actor, number, person);
        ProfileUser user = known(cpas, person);
        if (user.deactivatedAt() != null) {
            return;
        }
        Set<ProfileId> held = user.profiles().stream().map(Given::id).collect(Collectors.toUnmodifiableSet());
        Instant now = now();
        store.take(cpas.quality(), person, held, actor.person(), now);
        store.deactivate(cpas.quality(), person, now);
        log.ofUser("user-deactivated", actor, cpas, person, ids(held), null);
    }

    /**
     * Puts the user back among the others, without profiles.
     *
     * @throws NotFoundException   for whoever has not entered PrimaWeb of that CPAS
     * @throws NotAllowedException for the actor themselves
     */
    @Transactional
    public void reactivate(Actor actor, EnterpriseNumber number, PersonId person) {
        Cpas cpas = locking(actor, number, person);
        if (known(cpas, person).deactivatedAt() == null) {
            return;
        }
        AssignmentPolicy.checkReactivation(actor, person).ifPresent(refusal -> {
            throw new NotAllowedException(refusal);
        });
        store.deactivate(cpas.quality(), person, null);
        log.ofUser("user-reactivated", actor, cpas, person, null, List.of());
    }

    private Cpas locking(Actor actor, EnterpriseNumber number, PersonId person) {
        store.lock(access.manage(actor, number).quality(), person);
        // Whoever waited may have ceased to be what they were.
        return access.manage(actor, number);
    }

    private ProfileUser known(Cpas cpas, PersonId person) {
        return store.find(cpas.quality(), person, clock.instant()).orElseThrow(() -> new NotFoundException("user"));
    }

    private static List<UUID> ids(Set<ProfileId> profiles) {
        return profiles.stream().map(ProfileId::value).sorted().toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** @param periods which profiles the user had, the newest first */
    public record Printed(UserSheet sheet, List<Period> periods) {

        public Printed {
            periods = List.copyOf(periods);
        }
    }

    /** @param profiles all those of the CPAS, “Tous les accès” first as in the source */
    public record Opened(Cpas cpas, ProfileUser user, List<Profile> profiles) {

        public Opened {
            profiles = List.copyOf(profiles);
        }
    }

    /** @param candidates empty when nobody was looked for */
    public record Overview(
            Cpas cpas,
            List<ProfileStore.Line> profiles,
            Page active,
            Page inactive,
            List<Candidate> candidates,
            FunctionTree tree) {

        public Overview {
            profiles = List.copyOf(profiles);
            candidates = List.copyOf(candidates);
        }
    }
}
