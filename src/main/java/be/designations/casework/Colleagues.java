package be.designations.casework;

import be.designations.access.AccessModel;
import be.designations.access.CapacityKind;
import be.designations.access.QualityId;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Directory;
import be.designations.directory.LegalFunctionKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who works at a desk, so that work can be handed to them. Whether they may do it is asked when it is. */
@Component
class Colleagues {

    private final AccessModel access;
    private final Directory directory;
    private final Desks desks;
    private final Clock clock;

    Colleagues(AccessModel access, Directory directory, Desks desks, Clock clock) {
        this.access = access;
        this.directory = directory;
        this.desks = desks;
        this.clock = clock;
    }

    /**
     * Everybody who works there for that organisation, or for that quality of it.
     *
     * @param organisation null for the desk of an office, which works for all
     */
    Set<PersonId> at(Desk desk, @Nullable OrganisationId organisation, @Nullable QualityId quality) {
        Instant now = clock.instant();
        Set<PersonId> found = new LinkedHashSet<>();
        if (organisation == null) {
            desks.officeOf(desk)
                    .ifPresent(office -> found.addAll(access.roleHolders(office, names(desk.staff()), now)));
            return found;
        }
        List<ResponsibilityKind> posts = Arrays.stream(ResponsibilityKind.values())
                .filter(kind -> names(desk.staff()).contains(kind.name()))
                .toList();
        if (desk.isOfQuality() && quality != null) {
            found.addAll(access.holders(quality, posts, now));
        }
        if (!posts.isEmpty()) {
            found.addAll(access.holders(
                    organisation, desk.isOfQuality() ? List.copyOf(ResponsibilityKind.ENTITY_MANAGERS) : posts, now));
        }
        Set<String> functions = names(desk.staff());
        if (Arrays.stream(LegalFunctionKind.values()).map(Enum::name).allMatch(functions::contains)) {
            found.addAll(directory.representatives(organisation, now));
        } else if (desk.staff().contains(CapacityKind.HEAD_OF_DAILY_MANAGEMENT)) {
            directory.headOfDailyManagement(organisation, now).ifPresent(found::add);
        }
        return found;
    }

    private static Set<String> names(Set<CapacityKind> kinds) {
        return kinds.stream().map(Enum::name).collect(Collectors.toSet());
    }
}
