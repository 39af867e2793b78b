package be.designations.primaweb;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What PrimaWeb is to whoever opens it: what they can do there, by which profiles. <i>Source: A9, D24.</i> */
@Service
public class OwnProfiles {

    private final PrimaWebAccess access;
    private final FunctionTrees trees;
    private final ProfileStore profiles;
    private final UserStore users;
    private final HeldRoles roles;
    private final Directory directory;
    private final PrimaWebRecord log;
    private final Clock clock;

    OwnProfiles(
            PrimaWebAccess access,
            FunctionTrees trees,
            ProfileStore profiles,
            UserStore users,
            HeldRoles roles,
            Directory directory,
            PrimaWebRecord log,
            Clock clock) {
        this.access = access;
        this.trees = trees;
        this.profiles = profiles;
        this.users = users;
        this.roles = roles;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The door: in what the actor can enter.
     *
     * @throws NotFoundException   for a CPAS in which the actor is nothing
     * @throws NotAllowedException without a role of PrimaWeb there
     */
    @Transactional(readOnly = true)
    public Cpas door(Actor actor, EnterpriseNumber number) {
        return access.enter(actor, number);
    }

    /**
     * Enters. Who does so for the first time as Agent social is known to the managers from now on, with no function.
     *
     * @throws NotFoundException   as {@link #door}
     * @throws NotAllowedException as {@link #door}, and for a role that the actor does not have
     */
    @Transactional
    public Cpas enter(Actor actor, EnterpriseNumber number, PrimaWebRole role) {
        Cpas cpas = holding(actor, number, role);
        if (role == PrimaWebRole.SOCIAL_WORKER
                && users.enter(cpas.quality(), actor.person(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            log.ofUser("entered", actor, cpas, actor.person(), null, List.of());
        }
        return cpas;
    }

    /** What the actor finds after having entered in that role. */
    @Transactional(readOnly = true)
    public Home home(Actor actor, EnterpriseNumber number, PrimaWebRole role) {
        Cpas cpas = holding(actor, number, role);
        Instant now = clock.instant();
        Set<String> held =
                role == PrimaWebRole.SOCIAL_WORKER ? users.functions(cpas.quality(), actor.person(), now) : Set.of();
        Optional<ProfileUser> user = users.find(cpas.quality(), actor.person(), now);
        return new Home(
                cpas,
                role,
                user.orElse(null),
                held,
                HomeMenu.of(trees.current(), role, held),
                roles.managers(cpas.quality(), now));
    }

    /** “Mes accès”: the actor’s profiles and their functions. */
    @Transactional(readOnly = true)
    public UserSheet mine(Actor actor, EnterpriseNumber number, Language language) {
        Cpas cpas = access.enter(actor, number);
        ProfileUser user =
                users.find(cpas.quality(), actor.person(), clock.instant()).orElse(null);
        List<Profile> known = profiles.list(cpas.quality(), language).stream()
                .map(ProfileStore.Line::profile)
                .toList();
        return UserSheet.of(cpas, directory.person(actor.person()), user, known, trees.current());
    }

    private Cpas holding(Actor actor, EnterpriseNumber number, PrimaWebRole role) {
        Cpas cpas = access.enter(actor, number);
        if (!cpas.roles().contains(role)) {
            throw new NotAllowedException(Rejection.of("primaweb.not-that-role"));
        }
        return cpas;
    }

    /**
     * PrimaWeb’s home.
     *
     * @param role     in which the reader has entered
     * @param user     null for whoever has not entered as Agent social
     * @param held     the codes of the functions that the reader has
     * @param managers the names of who can give profiles
     */
    public record Home(
            Cpas cpas,
            PrimaWebRole role,
            @Nullable ProfileUser user,
            Set<String> held,
            List<HomeMenu.Block> menu,
            List<String> managers) {

        public Home {
            held = Set.copyOf(held);
            menu = List.copyOf(menu);
            managers = List.copyOf(managers);
        }
    }
}
