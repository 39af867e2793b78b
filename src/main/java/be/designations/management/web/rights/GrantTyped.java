package be.designations.management.web.rights;

import be.designations.access.SubdivisionId;
import be.designations.directory.PersonId;
import be.designations.forms.FormPage;
import be.designations.forms.FormSubmission;
import be.designations.forms.FormValues;
import be.designations.forms.ShownError;
import be.designations.management.Grant;
import be.designations.management.web.PlacesTicked;
import be.designations.pages.Inputs;
import be.designations.pages.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was chosen and typed on the way to a right, as every step sends it on.
 *
 * @param role       its code, or empty while none was chosen
 * @param values     the period and the reason
 * @param unreadable what of them cannot be read
 */
public record GrantTyped(
        List<PersonId> people,
        String role,
        PlacesTicked places,
        String subdivision,
        FormValues values,
        List<ShownError> unreadable) {

    static final String FORM = "rights-grant";

    private static final Set<String> SENT_ON = Set.of("person", "role", "context", "subdivision", "reason");

    public GrantTyped {
        people = List.copyOf(people);
        unreadable = List.copyOf(unreadable);
    }

    /** The people and the right, before anything was typed. */
    static GrantTyped chosen(Page page) {
        return new GrantTyped(
                RightsPages.people(page),
                page.parameter("role").orElse(""),
                PlacesTicked.NONE,
                "",
                FormValues.empty(),
                List.of());
    }

    static GrantTyped posted(Page page) {
        GrantTyped chosen = chosen(page);
        FormPage asked = page.pageOf(FORM);
        FormSubmission read = page.read(FORM, asked.key());
        List<ShownError> wrong = new ArrayList<>(page.errors(FORM, read));
        PlacesTicked places = PlacesTicked.posted(page);
        wrong.addAll(places.unreadable(page));
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
                places.units(),
                places.wholeEntity(),
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
