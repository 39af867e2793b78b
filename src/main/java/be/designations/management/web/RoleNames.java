package be.designations.management.web;

import be.designations.catalogue.Application;
import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What roles are called where their application must be told too. */
@Component
class RoleNames {

    private final Catalogue catalogue;

    RoleNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The names by code; a code that the catalogue does not have stands for itself. */
    Map<String, String> of(Collection<String> codes, Language language) {
        Map<String, String> names = new HashMap<>();
        codes.forEach(code -> names.put(code, code));
        if (!names.isEmpty()) {
            names.putAll(named(catalogue.roles(names.keySet()), language));
        }
        return names;
    }

    Map<String, String> named(List<Role> roles, Language language) {
        Map<String, String> applications = catalogue.applications().stream()
                .collect(Collectors.toMap(
                        Application::code, application -> application.name().in(language)));
        return roles.stream()
                .collect(Collectors.toMap(
                        Role::code,
                        role -> applications.get(role.application()) + " – "
                                + role.name().in(language)));
    }

    /** In the order of the names. */
    static Map<String, String> sorted(Map<String, String> named) {
        Map<String, String> sorted = new LinkedHashMap<>();
        named.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
