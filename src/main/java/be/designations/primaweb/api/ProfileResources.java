package be.designations.primaweb.api;

import be.designations.access.Translated;
import be.designations.api.LocalizedString;
import be.designations.directory.Language;
import be.designations.primaweb.Effects;
import be.designations.primaweb.FunctionTree;
import be.designations.primaweb.FunctionTree.Node;
import be.designations.primaweb.PredefinedProfile;
import be.designations.primaweb.Profile;
import be.designations.primaweb.ProfileUser;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers about profiles. */
final class ProfileResources {

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
                    localized(profile.name()),
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

        private static List<String> codes(Collection<Node> nodes) {
            return nodes.stream().map(Node::code).toList();
        }
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
                            .map(given -> new GivenResource(given.id().value(), localized(given.name()), given.since()))
                            .toList(),
                    user.enteredAt(),
                    user.deactivatedAt(),
                    user.version());
        }
    }

    /** A profile that somebody has. */
    @Schema(name = "GivenProfile")
    record GivenResource(UUID id, LocalizedString name, Instant since) {}

    private static LocalizedString localized(Translated name) {
        return LocalizedString.of(name.de().isEmpty() ? new Translated(name.fr(), name.nl(), name.fr()) : name);
    }
}
