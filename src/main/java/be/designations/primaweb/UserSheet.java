package be.designations.primaweb;

import be.designations.directory.Person;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a user and the functions of each, as they print them. <i>Source: A9, D26.</i>
 *
 * @param user null for somebody who has not entered PrimaWeb there
 */
public record UserSheet(
        Cpas cpas, Person person, @Nullable ProfileUser user, List<Profile> profiles, FunctionTree tree) {

    public UserSheet {
        profiles = List.copyOf(profiles);
    }

    /** @param known all profiles of the CPAS, in their order */
    static UserSheet of(Cpas cpas, Person person, @Nullable ProfileUser user, List<Profile> known, FunctionTree tree) {
        Set<ProfileId> held = user == null
                ? Set.of()
                : user.profiles().stream().map(ProfileUser.Given::id).collect(Collectors.toUnmodifiableSet());
        return new UserSheet(
                cpas,
                person,
                user,
                known.stream().filter(profile -> held.contains(profile.id())).toList(),
                tree);
    }

    /** Whether what the profiles hold is given now. */
    public boolean holds() {
        return user != null && user.deactivatedAt() == null && user.standing() == ProfileUser.Standing.STANDS;
    }
}
