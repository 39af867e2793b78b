package be.designations.requests.web;

import be.designations.catalogue.Role;
import be.designations.directory.Directory;
import be.designations.directory.EstablishmentUnit;
import be.designations.directory.OrganisationId;
import be.designations.forms.FormView;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What forms ask of a right and no form file knows: the places where the entity works. */
@Component
class RequestFields {

    private static final String CONTEXT = "context";

    private final Directory directory;
    private final Clock clock;

    RequestFields(Directory directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The form with the places of the entity, or without the question where the role, or the entity, has none. */
    FormView withUnits(FormView form, Role role, OrganisationId entity) {
        Map<String, String> offered = role.takesContext() ? units(entity) : Map.of();
        return offered.isEmpty() ? form.without(CONTEXT) : form.giving(CONTEXT, offered);
    }

    /** What the places are called, by their number. */
    Map<String, String> units(OrganisationId entity) {
        List<EstablishmentUnit> units = directory.establishmentUnits(entity, clock.instant());
        Map<String, String> named = new LinkedHashMap<>();
        units.forEach(unit -> named.put(
                unit.number().value(),
                unit.name() + ", " + unit.postalCode() + " " + unit.locality() + " ("
                        + unit.number().formatted() + ")"));
        return named;
    }
}
