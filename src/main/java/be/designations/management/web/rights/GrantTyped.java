package be.designations.management.web.rights;

import be.designations.access.SubdivisionId;
import be.designations.directory.PersonId;
import be.designations.forms.FormPage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.identifier.EstablishmentUnitNumber;
import be.designations.management.Grant;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was chosen and typed on the way to a right, as every step sends it on.
 *
 * @param role       its code, or empty while none was chosen
 * @param places     numbers of establishment units, and {@link #WHOLE_ENTITY}
 * @param values     the period and the reason
 * @param unreadable what of them cannot be read
 */
record GrantTyped(
        List<PersonId> people,
        String role,
        Set<String> places,
        String subdivision,
        FormValues values,
        List<ShownError> unreadable) {

    static final String FORM = "rights-grant";

    /** The choice, said on purpose, that a right is not limited to places (D21). */
    static final String WHOLE_ENTITY = "all";

    private static final Set<String> SENT_ON = Set.of("person", "role", "context", "subdivision", "reason");

    GrantTyped {
        people = List.copyOf(people);
        unreadable = List.copyOf(unreadable);
    }

    /** The people and the right, before anything was typed. */
    static GrantTyped chosen(Page page) {
        return new GrantTyped(
                RightsPages.people(page),
                page.parameter("role").orElse(""),
                Set.of(),
                "",
                FormValues.empty(),
                List.of());
    }

    static GrantTyped posted(Page page) {
        GrantTyped chosen = chosen(page);
        FormPage asked = page.pageOf(FORM);
        FormSubmission read = page.read(FORM, asked.key());
        List<ShownError> wrong = new ArrayList<>(page.errors(FORM, read));
        Set<String> places = new LinkedHashSet<>(page.posted().getOrDefault("context", List.of()));
        if (places.stream().anyMatch(place -> !place.equals(WHOLE_ENTITY) && !EstablishmentUnitNumber.isValid(place))) {
            // Left out, the right would hold for the whole entity.
            wrong.addAll(page.errors(List.of(Rejection.ofField("management.unit-of-another-entity", "context"))));
        }
        return new GrantTyped(
                chosen.people(),
                chosen.role(),
                places,
                page.parameter("subdivision").orElse(""),
                read.values(),
                wrong);
    }

    GrantTyped proposing(FormValues period) {
        return new GrantTyped(people, role, places, subdivision, period, unreadable);
    }

    boolean isReadable() {
        return unreadable.isEmpty();
    }

    /** To be asked for when it is readable only. */
    Grant grant() {
        return new Grant(
                Set.of(role),
                places.stream()
                        .filter(place -> !place.equals(WHOLE_ENTITY))
                        .map(EstablishmentUnitNumber::of)
                        .collect(Collectors.toUnmodifiableSet()),
                places.contains(WHOLE_ENTITY),
                subdivision.isEmpty()
                        ? null
                        : new SubdivisionId(Inputs.id(subdivision).orElse(new UUID(0, 0))),
                values.date("firstDay").orElseThrow(),
                values.date("lastDay").orElse(null),
                values.optionalText("reason").orElse(null));
    }

    /** All of it, for the form of the next step. */
    static Map<String, List<String>> hidden(Page page) {
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        page.posted().forEach((name, values) -> {
            if (SENT_ON.contains(name) || name.startsWith("firstDay-") || name.startsWith("lastDay-")) {
                hidden.put(name, values);
            }
        });
        return hidden;
    }
}
