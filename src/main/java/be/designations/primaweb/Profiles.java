package be.designations.primaweb;

import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import be.designations.directory.Person;
import be.designations.identifier.EnterpriseNumber;
import be.designations.primaweb.ProfileStore.Version;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The profiles of a CPAS, as those keep them who look after them: {@link PrimaWebAccess#manage} says who does. What is asked twice is
 * done once. <i>Source: A9.</i>
 */
@Service
public class Profiles {

    private final PrimaWebAccess access;
    private final FunctionTrees trees;
    private final ProfileStore store;
    private final Directory directory;
    private final PrimaWebRecord log;
    private final Clock clock;

    Profiles(
            PrimaWebAccess access,
            FunctionTrees trees,
            ProfileStore store,
            Directory directory,
            PrimaWebRecord log,
            Clock clock) {
        this.access = access;
        this.trees = trees;
        this.store = store;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /** All profiles of the CPAS, “Tous les accès” among them, by name. */
    @Transactional(readOnly = true)
    public Listed list(Actor actor, EnterpriseNumber number, Language language) {
        Cpas cpas = access.manage(actor, number);
        return new Listed(cpas, store.list(cpas.quality(), language));
    }

    /** What it takes to make a profile. */
    @Transactional(readOnly = true)
    public Sheet blank(Actor actor, EnterpriseNumber number) {
        Cpas cpas = access.manage(actor, number);
        return new Sheet(
                cpas, trees.current(), trees.predefined(cpas.organisation().id()));
    }

    /** @throws NotFoundException when the CPAS has no such profile */
    @Transactional(readOnly = true)
    public Opened open(Actor actor, EnterpriseNumber number, ProfileId id) {
        Sheet sheet = blank(actor, number);
        Profile profile = store.find(sheet.cpas().quality(), id).orElseThrow(Profiles::unknown);
        return new Opened(sheet, profile, store.users(sheet.cpas().quality(), id));
    }

    /**
     * Makes a profile. What its functions need comes along.
     *
     * @throws RejectedException for what cannot be a profile
     */
    @Transactional
    public Profile create(Actor actor, EnterpriseNumber number, ProfileDetails typed) {
        Cpas cpas = access.manage(actor, number);
        FunctionTree tree = trees.current();
        ProfileDetails details = complete(typed.tidy(), tree);
        List<ProfileStore.Line> known = store.list(cpas.quality(), Language.FR);
        Optional<Profile> same = known.stream()
                .map(ProfileStore.Line::profile)
                .filter(profile -> profile.version() == 1
                        && actor.person().equals(profile.changedBy())
                        && profile.details().equals(details))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        RejectedException.throwIfAny(ProfilePolicy.check(
                details, tree, cpas.germanSpeaking(), store.languagesTaken(cpas.quality(), details.name(), null)));
        if (known.size() > ProfilePolicy.MOST_PROFILES) {
            throw new RejectedException(Rejection.of("primaweb.too-many-profiles", ProfilePolicy.MOST_PROFILES));
        }
        Profile made = new Profile(
                new ProfileId(UUID.randomUUID()), false, details.name(), details.functions(), 1, now(), actor.person());
        store.add(cpas.quality(), made);
        log.ofProfile("created", actor, cpas, null, made);
        return made;
    }

    /**
     * What that change would do to whoever has the profile.
     *
     * @throws RejectedException as {@link #change}
     */
    @Transactional(readOnly = true)
    public Effects effects(Actor actor, EnterpriseNumber number, ProfileId id, int version, ProfileDetails typed) {
        Opened opened = open(actor, number, id);
        FunctionTree tree = opened.sheet().tree();
        ProfileDetails details = complete(typed.tidy(), tree);
        requireChangeable(opened.sheet().cpas(), tree, opened.profile(), version, details);
        return Effects.of(
                tree,
                opened.profile().functionsOf(tree),
                tree.known(details.functions()),
                store.holders(opened.sheet().cpas().quality(), id));
    }

    /**
     * Gives a profile another name or other functions; who has it gains and loses them at once.
     *
     * @param version the one that the actor has seen
     * @throws NotFoundException when the CPAS has no such profile
     * @throws RejectedException for what cannot be a profile, and when somebody else was faster: {@code primaweb.changed-meanwhile}
     */
    @Transactional
    public Profile change(Actor actor, EnterpriseNumber number, ProfileId id, int version, ProfileDetails typed) {
        Cpas cpas = access.manage(actor, number);
        FunctionTree tree = trees.current();
        Profile before = store.lock(cpas.quality(), id).orElseThrow(Profiles::unknown);
        // Whoever waited may have ceased to be what they were.
        access.manage(actor, number);
        ProfileDetails details = complete(typed.tidy(), tree);
        if (before.details().equals(details)) {
            return before;
        }
        requireChangeable(cpas, tree, before, version, details);
        Profile after = new Profile(
                id, false, details.name(), details.functions(), before.version() + 1, now(), actor.person());
        store.change(after);
        log.ofProfile("changed", actor, cpas, before, after);
        return after;
    }

    /**
     * Deletes a profile that nobody has. Its versions stay.
     *
     * @throws NotFoundException when the CPAS has no such profile
     * @throws RejectedException {@code primaweb.profile-in-use}, and {@code primaweb.changed-meanwhile}
     */
    @Transactional
    public void delete(Actor actor, EnterpriseNumber number, ProfileId id, int version) {
        Cpas cpas = access.manage(actor, number);
        Profile profile = store.lock(cpas.quality(), id).orElseThrow(Profiles::unknown);
        access.manage(actor, number);
        requireOwn(profile);
        requireSeen(profile, version);
        if (store.users(cpas.quality(), id) > 0) {
            throw new RejectedException(Rejection.of("primaweb.profile-in-use").ofState());
        }
        store.delete(profile, actor.person(), now());
        log.ofProfile("deleted", actor, cpas, profile, null);
    }

    /** @throws NotFoundException when the CPAS has no such profile */
    @Transactional(readOnly = true)
    public Printed print(Actor actor, EnterpriseNumber number, ProfileId id) {
        Opened opened = open(actor, number, id);
        return new Printed(
                opened,
                store.holders(opened.sheet().cpas().quality(), id).stream()
                        .map(ProfileStore.Holder::name)
                        .toList());
    }

    /** What a profile was after each change, the newest first; of a deleted one too. */
    @Transactional(readOnly = true)
    public History history(Actor actor, EnterpriseNumber number, ProfileId id) {
        Cpas cpas = access.manage(actor, number);
        List<Version> versions = store.versions(cpas.quality(), id);
        if (versions.isEmpty()) {
            throw unknown();
        }
        return new History(cpas, trees.current(), versions);
    }

    private static ProfileDetails complete(ProfileDetails typed, FunctionTree tree) {
        // What nobody knows is left in, for the rule that refuses it.
        return typed.functions().stream().allMatch(code -> tree.find(code).isPresent())
                ? new ProfileDetails(typed.name(), tree.withNeeds(typed.functions()))
                : typed;
    }

    private void requireChangeable(Cpas cpas, FunctionTree tree, Profile before, int version, ProfileDetails details) {
        requireOwn(before);
        requireSeen(before, version);
        RejectedException.throwIfAny(ProfilePolicy.check(
                details,
                tree,
                cpas.germanSpeaking(),
                store.languagesTaken(cpas.quality(), details.name(), before.id())));
    }

    private static void requireOwn(Profile profile) {
        if (profile.everything()) {
            throw new NotAllowedException(Rejection.of("primaweb.everything-stays"));
        }
    }

    private void requireSeen(Profile profile, int version) {
        if (profile.version() != version) {
            String by = Optional.ofNullable(profile.changedBy())
                    .flatMap(directory::findPerson)
                    .map(Person::displayName)
                    .orElse("–");
            throw new RejectedException(
                    Rejection.of("primaweb.changed-meanwhile", by).ofState());
        }
    }

    private static NotFoundException unknown() {
        return new NotFoundException("profile");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The profiles of a CPAS. */
    public record Listed(Cpas cpas, List<ProfileStore.Line> profiles) {

        public Listed {
            profiles = List.copyOf(profiles);
        }
    }

    /** On what a profile is ticked together. */
    public record Sheet(Cpas cpas, FunctionTree tree, List<PredefinedProfile> predefined) {

        public Sheet {
            predefined = List.copyOf(predefined);
        }
    }

    /** @param users how many have it */
    public record Opened(Sheet sheet, Profile profile, long users) {}

    /**
     * A profile on paper.
     *
     * @param users the names of whoever has it
     */
    public record Printed(Opened opened, List<String> users) {

        public Printed {
            users = List.copyOf(users);
        }
    }

    /** What a profile was. */
    public record History(Cpas cpas, FunctionTree tree, List<Version> versions) {

        public History {
            versions = List.copyOf(versions);
        }
    }
}
