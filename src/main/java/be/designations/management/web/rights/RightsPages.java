package be.designations.management.web.rights;

import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Actor;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.directory.TargetGroup;
import be.designations.identifier.EnterpriseNumber;
import be.designations.management.Verdict;
import be.designations.management.Verdict.Outcome;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the pages of who manages rights in an entity have in common. */
@Component
class RightsPages {

    private final Authority authority;
    private final Catalogue catalogue;

    RightsPages(Authority authority, Catalogue catalogue) {
        this.authority = authority;
        this.catalogue = catalogue;
    }

    /** Where they stand. */
    static String path(EnterpriseNumber number) {
        return "/entities/" + number.value() + "/rights";
    }

    /** The entity, for somebody who manages rights there; what every page shows of it is added. */
    Organisation open(Actor actor, EnterpriseNumber number, Page page) {
        Organisation entity = authority.requireSomewhereIn(actor, number, ManagementTask.RIGHTS);
        page.inSection("entities")
                .with("organisation", entity)
                .with("group", TargetGroup.of(entity.kind()).orElse(null))
                .with("path", path(number))
                .with("language", page.language());
        return entity;
    }

    Map<String, String> names(Collection<Role> roles, Language language) {
        return catalogue.named(roles, language);
    }

    Map<String, String> namesOf(Collection<String> codes, Language language) {
        return names(catalogue.roles(codes), language);
    }

    /** The people that a form or an address names; what was made up is left out. */
    static List<PersonId> people(Page page) {
        return page.posted().getOrDefault("person", List.of()).stream()
                .flatMap(text -> Inputs.id(text).stream())
                .distinct()
                .map(PersonId::new)
                .toList();
    }

    /** What an action comes to for each, as the lists of verdicts show it. */
    void show(List<Verdict> verdicts, Page page) {
        Map<Outcome, Long> counts =
                verdicts.stream().collect(Collectors.groupingBy(Verdict::outcome, TreeMap::new, Collectors.counting()));
        Map<Verdict, String> reasons = new HashMap<>();
        verdicts.forEach(verdict -> {
            if (verdict.why() != null) {
                reasons.put(verdict, page.sentence(verdict.why()));
            }
        });
        Set<String> roles =
                verdicts.stream().flatMap(verdict -> verdict.roles().stream()).collect(Collectors.toUnmodifiableSet());
        page.with("verdicts", verdicts)
                .with("counts", counts)
                .with("reasons", reasons)
                .with("anyDone", counts.containsKey(Outcome.DONE))
                .with("roleNames", namesOf(roles, page.language()))
                .with("subdivision", null);
    }
}
