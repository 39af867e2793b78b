package be.designations.casework.api;

import be.designations.casework.CaseTypes;
import be.designations.casework.Province;
import be.designations.casework.WorkAsked;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What dossiers and the work in them are sought by, in both lists. */
record DossierSearch(
        @Nullable
        @Parameter(
                description =
                        "A dossier number, an enterprise number, or the beginnings of words: of its parts, of the names of the "
                                + "organisation or, at the desks, of the person whom the dossier is about. Never a NISS",
                example = "namur")
        String q,

        @Nullable
        @Parameter(description = "Of the organisation", schema = @Schema(type = "string", example = "hainaut"))
        String province,

        @Nullable
        @Pattern(regexp = "fr|nl|de")
        @Parameter(
                description = "In which the organisation is written to",
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"fr", "nl", "de"}))
        String language,

        @Nullable @Parameter(description = "Enterprise number of the organisation", schema = @Schema(type = "string"))
        String entity,

        @Nullable
        @Pattern(regexp = "me|nobody|taken|" + UUID_FORM)
        @Parameter(
                description = "Who has taken the work: me, nobody, taken by anybody, or the id of a person",
                schema = @Schema(type = "string", example = "me"))
        String assignee,

        @Nullable
        @Pattern(regexp = "late|today|week|month|[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
        @Parameter(
                description =
                        "When the work is due: late; by the end of today, of seven days (week), of thirty (month); or a day for "
                                + "what is due on it",
                schema = @Schema(type = "string", example = "late"))
        String due,

        @Nullable
        @Pattern(regexp = "true")
        @Parameter(
                description = "true: only where the dossier gave something to weigh when the work came, for the desks",
                schema = @Schema(type = "string", allowableValues = "true"))
        String warned) {

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /**
     * What that says; what says nothing is refused, rather than passed over.
     *
     * @param more what else the list is asked, by the names of {@link WorkAsked}
     */
    WorkAsked read(Map<String, String> more, CaseTypes types, List<Province> provinces) {
        Map<String, String> parameters = new HashMap<>(more);
        put(parameters, "q", q);
        put(parameters, "province", province);
        put(parameters, "language", language);
        put(parameters, "entity", entity);
        put(parameters, "who", assignee);
        put(parameters, "due", due);
        put(parameters, "warned", warned);
        List<Rejection> wrong = new ArrayList<>();
        WorkAsked asked = WorkAsked.read(
                parameters,
                types,
                provinces,
                name -> wrong.add(Rejection.ofField("api.unreadable", name.equals("who") ? "assignee" : name)));
        if (WorkAsked.holdsNiss(q)) {
            wrong.add(Rejection.ofField("access.niss-in-filter", "q"));
        }
        RejectedException.throwIfAny(wrong);
        return asked;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.put(name, value);
        }
    }
}
