package be.designations.casework;

import be.designations.access.AccessModel;
import be.designations.access.CapacityKind;
import be.designations.access.ResponsibilityKind;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * On which sides of a dossier somebody works, and who else does: at the desks that its processes declare, and at that of those who
 * manage its entity. Whoever is kept from the work of a desk in a dossier is on no side with it there. <i>Source: D89.</i>
 */
@Component
class Sides {

    private final CaseTypes types;
    private final Desks desks;
    private final AccessModel access;
    private final Directory directory;
    private final Clock clock;

    Sides(CaseTypes types, Desks desks, AccessModel access, Directory directory, Clock clock) {
        this.types = types;
        this.desks = desks;
        this.access = access;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Where the actor, in the capacity chosen, works in a dossier that they see; in the order of {@link Side}.
     *
     * @param contents what the modules keep of it, by the key of the process
     */
    Set<Side> of(Actor actor, CaseFile dossier, Map<String, CaseContent> contents) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        Set<Desk> at = desksOf(contents.keySet());
        at.removeIf(desk -> !desks.worksAt(actor, desk, dossier));
        at.forEach(desk -> sides.add(Side.of(desk)));
        if (!sides.isEmpty()) {
            contents.forEach((key, content) ->
                    keptFrom(actor, types.process(key), content, at).forEach(sides::remove));
        }
        return Collections.unmodifiableSet(sides);
    }

    private static <C extends CaseContent> Stream<Side> keptFrom(
            Actor actor, CaseProcess<C> process, CaseContent kept, Set<Desk> at) {
        C content = process.content().cast(kept);
        return process.steps().stream()
                .filter(step -> !Collections.disjoint(step.desks(), at))
                .filter(step -> step.hindrance(actor, content).isPresent())
                .flatMap(step -> step.desks().stream())
                .map(Side::of);
    }

    private Set<Desk> desksOf(Collection<String> processes) {
        Set<Desk> concerned = EnumSet.of(Desk.ENTITY_MANAGERS);
        processes.forEach(key -> types.process(key).steps().forEach(step -> concerned.addAll(step.desks())));
        return concerned;
    }

    /** Everybody who works on that side of a dossier, whatever keeps one of them from its work. */
    Set<PersonId> staff(Side side, CaseFile dossier, Collection<String> processes) {
        Set<PersonId> staff = new HashSet<>();
        Set<CapacityKind> ofEntity = EnumSet.noneOf(CapacityKind.class);
        for (Desk desk : desksOf(processes)) {
            if (Side.of(desk) != side) {
                continue;
            }
            if (desk.office() != null) {
                desks.officeOf(desk).ifPresent(office -> staff.addAll(atOffice(office, desk)));
            } else {
                ofEntity.addAll(desk.staff());
            }
        }
        staff.addAll(ofEntity(ofEntity, dossier));
        return staff;
    }

    private List<PersonId> atOffice(OrganisationId office, Desk desk) {
        return access.roleHolders(office, desk.staff().stream().map(Enum::name).toList(), clock.instant());
    }

    private Set<PersonId> ofEntity(Set<CapacityKind> kinds, CaseFile dossier) {
        Instant now = clock.instant();
        Set<ResponsibilityKind> responsibilities = Arrays.stream(ResponsibilityKind.values())
                .filter(kind -> kinds.contains(CapacityKind.valueOf(kind.name())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ResponsibilityKind.class)));
        Set<PersonId> staff = new HashSet<>();
        if (!responsibilities.isEmpty()) {
            staff.addAll(access.holders(
                    dossier.organisation(),
                    responsibilities.stream()
                            .filter(ResponsibilityKind.ENTITY_MANAGERS::contains)
                            .toList(),
                    now));
            if (dossier.quality() != null) {
                staff.addAll(access.holders(dossier.quality(), responsibilities, now));
            }
        }
        if (!Collections.disjoint(kinds, CapacityKind.REPRESENTATIVES)) {
            staff.addAll(directory.representatives(dossier.organisation(), now));
        }
        return staff;
    }

    /** What the modules keep of a dossier, by the key of the process; that of its kind first. */
    Map<String, CaseContent> contents(CaseFile dossier, Collection<String> passed) {
        Map<String, CaseContent> contents = new LinkedHashMap<>();
        types.in(dossier, passed).forEach(process -> process.find(dossier.id())
                .ifPresent(content -> contents.put(process.key(), content)));
        return contents;
    }
}
