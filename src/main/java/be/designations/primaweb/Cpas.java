package be.designations.primaweb;

import be.designations.access.QualityId;
import be.designations.directory.Language;
import be.designations.directory.Organisation;
import java.util.EnumSet;
import java.util.Set;

/**
 * A CPAS whose PrimaWeb somebody has opened.
 *
 * @param quality its quality Social action, in which the roles are held
 * @param roles   in what the reader enters it
 */
public record Cpas(Organisation organisation, QualityId quality, Set<PrimaWebRole> roles) {

    public Cpas {
        roles = Set.copyOf(roles);
    }

    /** The roles, the weightiest first. */
    public Set<PrimaWebRole> rolesInOrder() {
        return EnumSet.copyOf(roles);
    }

    public boolean managed() {
        return roles.stream().anyMatch(PrimaWebRole::manages);
    }

    /** Whether people there read German first: descriptions are then given in German too. */
    public boolean germanSpeaking() {
        return organisation.languages().stream()
                .findFirst()
                .filter(Language.DE::equals)
                .isPresent();
    }

    /** Where its PrimaWeb is. */
    public String path() {
        return "/primaweb/" + organisation.enterpriseNumber().value();
    }
}
