package be.designations.primaweb.api;

import be.designations.api.CodedText;
import be.designations.api.LocalizedString;
import be.designations.api.Texts;
import be.designations.directory.Language;
import be.designations.primaweb.AdminLogs;
import be.designations.primaweb.Effects;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.FunctionTree.Node;
import be.designations.primaweb.PredefinedProfile;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileFile;
import be.designations.primaweb.ProfileStore;
import be.designations.primaweb.ProfileUser;
import be.designations.primaweb.Profiles;
import be.designations.primaweb.UserStore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers about profiles. */
final class ProfileResources {

    /** Ends what is said of operations. */
    static final String FOR_MANAGERS =
            " For the local manager and co-local managers of Social action, and whoever has the role Configuration CPAS.";

    private ProfileResources() {}

    /** A function, or a block of them. */
    @Schema(name = "PrimaWebFunction")
    record FunctionResource(
            @Schema(example = "CASES_FIND") String code,

            @Schema(description = "Several where functions share one tick")
            List<String> names,

            @Schema(description = "Whether it is a block, which cannot be given itself")
            boolean block,

            @Schema(description = "Codes of the functions that come along with it")
            List<String> needs,

            List<FunctionResource> functions) {

        static List<FunctionResource> of(FunctionTree tree, @Nullable String block, Language language) {
            return tree.in(block).stream()
                    .map(node -> new FunctionResource(
                            node.code(),
                            node.names().stream().map(name -> name.in(language)).toList(),
                            node.block(),
                            node.needs().stream().sorted().toList(),
                            of(tree, node.code(), language)))
                    .toList();
        }
    }

    /** All functions as they are now. */
    @Schema(name = "PrimaWebFunctions")
    record TreeResource(int version, List<FunctionResource> functions, List<PredefinedResource> predefined) {

        static TreeResource of(FunctionTree tree, List<PredefinedProfile> predefined, Language language) {
            return new TreeResource(
                    tree.version(),
                    FunctionResource.of(tree, null, language),
                    predefined.stream()
                            .map(one -> new PredefinedResource(
                                    one.code(),
                                    one.name().in(language),
                                    one.functions().stream().sorted().toList()))
                            .toList());
        }
    }

    /** What a profile can begin with. */
    @Schema(name = "PredefinedProfile")
    record PredefinedResource(String code, String name, List<String> functions) {}

    /** A profile of a CPAS. */
    @Schema(name = "Profile")
    record ProfileResource(
            UUID id,
            LocalizedString name,

            @Schema(description = "Whether it is “Tous les accès”, which holds all functions and stays as it is")
            boolean everything,

            @Schema(description = "Codes, in the order of the tree")
            List<String> functions,

            int version,
            Instant changedAt) {

        static ProfileResource of(Profile profile, FunctionTree tree) {
            return new ProfileResource(
                    profile.id().value(),
                    LocalizedString.of(profile.name()),
                    profile.everything(),
                    List.copyOf(profile.functionsOf(tree)),
                    profile.version(),
                    profile.changedAt());
        }
    }

    /** What a change of a profile would do to some of its users. */
    @Schema(name = "ProfileEffect")
    record EffectResource(List<String> users, List<String> gains, List<String> losses) {

        static List<EffectResource> of(Effects effects) {
            return effects.groups().stream()
                    .map(group -> new EffectResource(group.people(), codes(group.gains()), codes(group.losses())))
                    .toList();
        }
    }

    private static List<String> codes(Collection<Node> nodes) {
        return nodes.stream().map(Node::code).toList();
    }

    /** Somebody who has entered PrimaWeb. */
    @Schema(name = "ProfileUser")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UserResource(
            UUID person,
            String name,

            @Schema(
                    description =
                            "STANDS: the profiles hold. ASKS: the role was lost and is back; assign the profiles that are to"
                                    + " hold again. BLOCKED, ENDED: the profiles give nothing")
            ProfileUser.Standing standing,

            List<GivenResource> profiles,
            Instant enteredAt,
            @Nullable Instant deactivatedAt,
            int version) {

        static UserResource of(ProfileUser user) {
            return new UserResource(
                    user.person().value(),
                    user.name(),
                    user.standing(),
                    user.profiles().stream()
                            .map(given -> new GivenResource(
                                    given.id().value(), LocalizedString.of(given.name()), given.since()))
                            .toList(),
                    user.enteredAt(),
                    user.deactivatedAt(),
                    user.version());
        }
    }

    /** A profile that somebody has. */
    @Schema(name = "GivenProfile")
    record GivenResource(UUID id, LocalizedString name, Instant since) {}

    /** Two profiles side by side. */
    @Schema(name = "ProfileComparison")
    record ComparisonResource(List<String> onlyInOne, List<String> onlyInOther, List<String> inBoth) {

        static ComparisonResource of(Profiles.Compared compared) {
            return new ComparisonResource(codes(compared.ofOne()), codes(compared.ofOther()), codes(compared.ofBoth()));
        }
    }

    /** What somebody made a profile to be. */
    @Schema(name = "ProfileVersion")
    record ChangeResource(
            int version,
            Instant at,
            String by,
            LocalizedString name,
            List<String> added,
            List<String> removed,

            @Schema(description = "Whether that was its end")
            boolean deleted) {

        static ChangeResource of(Profiles.Change change) {
            ProfileStore.Version now = change.now();
            return new ChangeResource(
                    now.version(),
                    now.at(),
                    now.by(),
                    LocalizedString.of(now.name()),
                    codes(change.added()),
                    codes(change.removed()),
                    now.deleted());
        }
    }

    /** Profiles as a CPAS hands them to another one. */
    @Schema(name = "ProfileFile")
    record FileResource(
            @Schema(description = "The version of the tree from which they come")
            int treeVersion,

            List<FileProfile> profiles) {

        static FileResource of(ProfileFile file) {
            return new FileResource(
                    file.treeVersion(),
                    file.profiles().stream()
                            .map(entry -> new FileProfile(LocalizedString.of(entry.name()), entry.functions()))
                            .toList());
        }
    }

    /** A profile in a file. */
    @Schema(name = "FileProfile")
    record FileProfile(LocalizedString name, List<String> functions) {}

    /** What became of a file. */
    @Schema(name = "ImportedProfiles")
    record ImportedResource(
            @Schema(description = "The version of the tree from which the file comes")
            int fileVersion,

            @Schema(description = "The version of the tree as it is now")
            int treeVersion,

            List<OutcomeResource> profiles) {

        static ImportedResource of(Profiles.Imported imported, Texts texts) {
            return new ImportedResource(
                    imported.fileVersion(),
                    imported.treeVersion(),
                    imported.outcomes().stream()
                            .map(outcome -> new OutcomeResource(
                                    LocalizedString.of(outcome.name()),
                                    outcome.refusals().isEmpty(),
                                    outcome.refusals().stream()
                                            .map(refusal -> texts.coded(
                                                    refusal.code(), "rejection." + refusal.code(), refusal.arguments()))
                                            .toList(),
                                    outcome.unknown()))
                            .toList());
        }
    }

    /** What became of a profile in a file. */
    @Schema(name = "ImportedProfile")
    record OutcomeResource(
            LocalizedString name,
            boolean made,

            @Schema(description = "Why it was not made") List<CodedText> refusals,

            @Schema(description = "Codes of functions that were left out")
            List<String> unknown) {}

    /** That a user had a profile. */
    @Schema(name = "ProfilePeriod")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PeriodResource(
            UUID profile,
            LocalizedString name,
            Instant from,
            String by,
            @Nullable Instant until,
            @Nullable String endedBy) {

        static PeriodResource of(UserStore.Period period) {
            return new PeriodResource(
                    period.profile().value(),
                    LocalizedString.of(period.name()),
                    period.from(),
                    period.by(),
                    period.until(),
                    period.endBy());
        }
    }

    /** What somebody decided about a profile or a user. */
    @Schema(name = "PrimaWebDecision")
    record LogResource(
            Instant at,
            String by,
            CodedText what,

            @Schema(description = "The id of the profile, or of the user")
            UUID subject) {

        static LogResource of(AdminLogs.Line entry, Texts texts) {
            return new LogResource(
                    entry.at(),
                    entry.by(),
                    texts.coded(entry.what(), "primaweb.logs." + entry.what(), List.of(entry.name(texts.language()))),
                    entry.subject());
        }
    }
}
