package be.designations.management.web;

import be.designations.directory.Directory;
import be.designations.directory.Organisation;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.ShownError;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.pages.Page;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a right is to hold, as every page that gives one asks it: establishment units of the entity, or all of it, which is a
 * choice that is said. <i>Source: S003 (“Organisaties*”), D21.</i>
 *
 * @param values numbers of establishment units, and {@link #WHOLE_ENTITY}
 */
public record PlacesTicked(Set<String> values) {

    public static final String FIELD = "context";

    private static final String WHOLE_ENTITY = "all";

    public static final PlacesTicked NONE = new PlacesTicked(Set.of());

    public static PlacesTicked posted(Page page) {
        return new PlacesTicked(new LinkedHashSet<>(page.posted().getOrDefault(FIELD, List.of())));
    }

    /** Whether nothing else than numbers was sent: left out, a right would hold where nobody meant it to. */
    public boolean isReadable() {
        return values.stream().allMatch(value -> value.equals(WHOLE_ENTITY) || EstablishmentUnitNumber.isValid(value));
    }

    /** What is wrong with it before rules are asked. */
    public List<ShownError> unreadable(Page page) {
        return isReadable()
                ? List.of()
                : page.errors(List.of(Rejection.ofField("management.unit-of-another-entity", FIELD)));
    }

    public Set<EstablishmentUnitNumber> units() {
        return values.stream()
                .flatMap(value -> EstablishmentUnitNumber.parse(value).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean wholeEntity() {
        return values.contains(WHOLE_ENTITY);
    }

    /**
     * The question, with what is ticked.
     *
     * @param hint already in the language of the page
     */
    public Field asked(Organisation entity, Directory directory, Instant now, String hint, Page page) {
        Map<String, String> places = new LinkedHashMap<>();
        directory
                .establishmentUnits(entity.id(), now)
                .forEach(unit -> places.put(
                        unit.number().value(),
                        unit.name() + ", " + unit.postalCode() + " " + unit.locality() + " ("
                                + unit.number().formatted() + ")"));
        places.put(WHOLE_ENTITY, page.text("rights.context.whole", entity.name(page.language())));
        return Field.choosing(
                FIELD, "checklist", page.text("rights.context"), hint, false, Choice.of(FIELD, places, values));
    }
}
