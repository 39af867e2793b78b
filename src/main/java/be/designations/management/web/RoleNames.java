package be.designations.management.web;

import be.designations.catalogue.Catalogue;
import be.designations.catalogue.Role;
import be.designations.directory.Language;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What roles are called where their application must be told too. */
@Component
class RoleNames {

    private final Catalogue catalogue;

    RoleNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The names by code, in their order; a code that the catalogue does not have stands for itself. */
    Map<String, String> of(Collection<String> codes, Language language) {
        Map<String, String> names = new LinkedHashMap<>(catalogue.named(catalogue.roles(codes), language));
        codes.forEach(code -> names.putIfAbsent(code, code));
        return names;
    }

    Map<String, String> named(List<Role> roles, Language language) {
        return catalogue.named(roles, language);
    }
}
