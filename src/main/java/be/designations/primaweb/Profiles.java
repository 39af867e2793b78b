package be.designations.primaweb;

import be.designations.access.AccessModel;
import be.designations.access.Translated;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The profiles of a CPAS, as those keep them who look after them: {@link PrimaWebAccess#manage} says who does. What is asked twice is
 * done once. <i>Source: A9.</i>
 */
@Service
public class Profiles {

    private final PrimaWebAccess access;
    private final AccessModel model;
    private final FunctionTrees trees;
    private final ProfileStore store;
    private final Directory directory;
    private final PrimaWebRecord log;
    private final Clock clock;

    Profiles(
            PrimaWebAccess access,
            AccessModel model,
            FunctionTrees trees,
            ProfileStore store,
            Directory directory,
            PrimaWebRecord log,
            Clock clock) {
        this.access = access;
        this.model = model;
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
        return new Listed(cpas, store.list(cpas.quality(), language), trees.current());
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
        Cpas cpas = locking(actor, number);
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
        Sheet sheet = blank(actor, number);
        Cpas cpas = sheet.cpas();
        FunctionTree tree = sheet.tree();
        Profile profile = store.find(cpas.quality(), id).orElseThrow(() -> gone(cpas, id));
        ProfileDetails details = complete(typed.tidy(), tree);
        requireChangeable(actor, cpas, tree, profile, version, details);
        return Effects.of(
                tree, profile.functionsOf(tree), tree.known(details.functions()), store.holders(cpas.quality(), id));
    }

    /**
     * Gives a profile another name or other functions; who has it gains and loses them at once.
     *
     * @param version the one that the actor has seen
     * @throws NotFoundException when the CPAS has no such profile
     * @throws RejectedException for what cannot be a profile, and when somebody else was faster: {@code primaweb.changed-meanwhile},
     *     {@code primaweb.profile-deleted}
     */
    @Transactional
    public Profile change(Actor actor, EnterpriseNumber number, ProfileId id, int version, ProfileDetails typed) {
        Cpas cpas = locking(actor, number);
        FunctionTree tree = trees.current();
        Profile before = store.lock(cpas.quality(), id).orElseThrow(() -> gone(cpas, id));
        ProfileDetails details = complete(typed.tidy(), tree);
        if (before.details().equals(details)) {
            return before;
        }
        requireChangeable(actor, cpas, tree, before, version, details);
        Profile after = new Profile(
                id, false, details.name(), details.functions(), before.version() + 1, now(), actor.person());
        store.change(after);
        log.ofProfile("changed", actor, cpas, before, after);
        return after;
    }

    /**
     * Deletes a profile that nobody has. Its versions stay. One that was deleted already stays so.
     *
     * @return what it was called
     * @throws NotFoundException when the CPAS has no such profile
     * @throws RejectedException {@code primaweb.profile-in-use}, and {@code primaweb.changed-meanwhile}
     */
    @Transactional
    public Translated delete(Actor actor, EnterpriseNumber number, ProfileId id, int version) {
        Cpas cpas = locking(actor, number);
        Optional<Profile> found = store.lock(cpas.quality(), id);
        if (found.isEmpty()) {
            return deletion(cpas, id).map(Version::name).orElseThrow(Profiles::unknown);
        }
        Profile profile = found.get();
        requireOwn(profile);
        requireSeen(profile, version);
        if (store.users(cpas.quality(), id) > 0) {
            throw new RejectedException(Rejection.of("primaweb.profile-in-use").ofState());
        }
        store.delete(profile, actor.person(), now());
        log.ofProfile("deleted", actor, cpas, profile, null);
        return profile.name();
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

    /** Who deleted that profile of the CPAS, and when; empty when nobody did. */
    @Transactional(readOnly = true)
    public Optional<Version> deletion(Actor actor, EnterpriseNumber number, ProfileId id) {
        return deletion(access.manage(actor, number), id);
    }

    private Optional<Version> deletion(Cpas cpas, ProfileId id) {
        return store.versions(cpas.quality(), id).stream().findFirst().filter(Version::deleted);
    }

    /** What is changed was there when it was read: whoever is too late is told by whom it was deleted. */
    private RuntimeException gone(Cpas cpas, ProfileId id) {
        return deletion(cpas, id)
                .<RuntimeException>map(last -> new RejectedException(
                        Rejection.of("primaweb.profile-deleted", last.by()).ofState()))
                .orElseGet(Profiles::unknown);
    }

    /**
     * What two profiles have in common, and what only one of them has.
     *
     * @param other the other one, or null while that is not chosen
     * @throws NotFoundException when the CPAS has no such profile
     */
    @Transactional(readOnly = true)
    public Compared compare(
            Actor actor, EnterpriseNumber number, ProfileId one, @Nullable ProfileId other, Language language) {
        Listed all = list(actor, number, language);
        Profile first = all.find(one);
        Profile second = other == null ? null : all.find(other);
        Set<String> ofOne = first.functionsOf(all.tree());
        Set<String> ofOther = second == null ? Set.of() : second.functionsOf(all.tree());
        return new Compared(
                all,
                first,
                second,
                nodes(all.tree(), ofOne, code -> !ofOther.contains(code)),
                nodes(all.tree(), ofOther, code -> !ofOne.contains(code)),
                nodes(all.tree(), ofOne, ofOther::contains));
    }

    private static List<FunctionTree.Node> nodes(FunctionTree tree, Set<String> codes, Predicate<String> which) {
        return tree.nodes(codes.stream().filter(which).toList());
    }

    /** The CPAS’s own profiles, for another one to take over. */
    @Transactional(readOnly = true)
    public ProfileFile export(Actor actor, EnterpriseNumber number) {
        Cpas cpas = access.manage(actor, number);
        FunctionTree tree = trees.current();
        return new ProfileFile(
                tree.version(),
                store.list(cpas.quality(), Language.FR).stream()
                        .map(ProfileStore.Line::profile)
                        .filter(profile -> !profile.everything())
                        .map(profile -> new ProfileFile.Entry(profile.name(), List.copyOf(profile.functionsOf(tree))))
                        .toList());
    }

    /**
     * Makes the profiles of a file; one that is called like a profile of the CPAS is left out, and so are functions that there are
     * no more.
     *
     * @throws RejectedException for a file that is none
     */
    @Transactional
    public Imported bringIn(Actor actor, EnterpriseNumber number, byte[] content) {
        Cpas cpas = access.manage(actor, number);
        ProfileFile file = ProfileFile.read(content);
        FunctionTree tree = trees.current();
        List<Outcome> outcomes = new ArrayList<>();
        for (ProfileFile.Entry entry : file.profiles()) {
            ProfileDetails all = entry.details().tidy();
            Set<String> unknown = new LinkedHashSet<>(all.functions());
            unknown.removeAll(tree.functions());
            try {
                create(actor, number, new ProfileDetails(all.name(), tree.known(all.functions())));
                outcomes.add(new Outcome(all.name(), List.of(), List.copyOf(unknown)));
            } catch (RejectedException refused) {
                outcomes.add(new Outcome(all.name(), refused.rejections(), List.copyOf(unknown)));
            }
        }
        return new Imported(cpas, file.treeVersion(), tree.version(), outcomes);
    }

    /** Names are looked at one after the other: two profiles made at once would be called the same. */
    private Cpas locking(Actor actor, EnterpriseNumber number) {
        model.lock(access.manage(actor, number).quality());
        // Whoever waited may have ceased to be what they were.
        return access.manage(actor, number);
    }

    private static ProfileDetails complete(ProfileDetails typed, FunctionTree tree) {
        // What nobody knows is left in, for the rule that refuses it.
        return typed.functions().stream().allMatch(code -> tree.find(code).isPresent())
                ? new ProfileDetails(typed.name(), tree.withNeeds(typed.functions()))
                : typed;
    }

    private void requireChangeable(
            Actor actor, Cpas cpas, FunctionTree tree, Profile before, int version, ProfileDetails details) {
        requireOwn(before);
        requireSeen(before, version);
        AssignmentPolicy.checkGain(
                        actor,
                        Effects.without(tree.known(details.functions()), before.functionsOf(tree)),
                        store.holders(cpas.quality(), before.id()))
                .ifPresent(refusal -> {
                    throw new RejectedException(refusal);
                });
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
    public record Listed(Cpas cpas, List<ProfileStore.Line> profiles, FunctionTree tree) {

        public Listed {
            profiles = List.copyOf(profiles);
        }

        Profile find(ProfileId id) {
            return profiles.stream()
                    .map(ProfileStore.Line::profile)
                    .filter(profile -> profile.id().equals(id))
                    .findFirst()
                    .orElseThrow(Profiles::unknown);
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

    /** What a profile was, the newest first. */
    public record History(Cpas cpas, FunctionTree tree, List<Version> versions) {

        public History {
            versions = List.copyOf(versions);
        }

        /** What each version changed, the newest first; the first one brought all that it had. */
        public List<Change> changes() {
            return IntStream.range(0, versions.size())
                    .mapToObj(place -> Change.between(
                            tree, place + 1 < versions.size() ? versions.get(place + 1) : null, versions.get(place)))
                    .toList();
        }

        /** What was changed after that version, all in all. */
        public Change since(int version) {
            return Change.between(
                    tree,
                    versions.stream()
                            .filter(one -> one.version() == version)
                            .findFirst()
                            .orElse(null),
                    versions.get(0));
        }
    }

    /** @param renamed whether the descriptions are others */
    public record Change(Version now, boolean renamed, List<FunctionTree.Node> added, List<FunctionTree.Node> removed) {

        public Change {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }

        private static Change between(FunctionTree tree, @Nullable Version before, Version now) {
            Set<String> had = before == null ? Set.of() : before.functions();
            return new Change(
                    now,
                    before == null || !before.name().equals(now.name()),
                    nodes(tree, now.functions(), code -> !had.contains(code)),
                    nodes(tree, had, code -> !now.functions().contains(code)));
        }
    }

    /**
     * Two profiles side by side.
     *
     * @param all     those from which the other is chosen
     * @param other   null while it is not chosen
     * @param ofOne   what only the first has
     * @param ofOther what only the second has
     */
    public record Compared(
            Listed all,
            Profile one,
            @Nullable Profile other,
            List<FunctionTree.Node> ofOne,
            List<FunctionTree.Node> ofOther,
            List<FunctionTree.Node> ofBoth) {

        public Compared {
            ofOne = List.copyOf(ofOne);
            ofOther = List.copyOf(ofOther);
            ofBoth = List.copyOf(ofBoth);
        }
    }

    /**
     * What became of a profile in a file.
     *
     * @param refusals why it was not made; empty when it was
     * @param unknown  codes of functions that there are not here
     */
    public record Outcome(Translated name, List<Rejection> refusals, List<String> unknown) {

        public Outcome {
            refusals = List.copyOf(refusals);
            unknown = List.copyOf(unknown);
        }

        public String in(Language language) {
            return Profile.called(name, language);
        }
    }

    /**
     * What became of a file.
     *
     * @param fileVersion of the tree that the file was written by
     * @param treeVersion of the tree as it is now
     */
    public record Imported(Cpas cpas, int fileVersion, int treeVersion, List<Outcome> outcomes) {

        public Imported {
            outcomes = List.copyOf(outcomes);
        }
    }
}
