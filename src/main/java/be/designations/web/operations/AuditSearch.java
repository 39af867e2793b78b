package be.designations.web.operations;

import be.designations.audit.AuditFilter;
import be.designations.audit.NissMask;
import be.designations.calendar.Days;
import be.designations.casework.DossierNumber;
import be.designations.directory.Directory;
import be.designations.directory.PersonId;
import be.designations.pages.Inputs;
import be.designations.web.operations.AuditLookups.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what an agent typed over the audit log. */
@Component
class AuditSearch {

    private final AuditLookups lookups;
    private final Directory directory;

    AuditSearch(AuditLookups lookups, Directory directory) {
        this.lookups = lookups;
        this.directory = directory;
    }

    /**
     * What was typed; blank for any.
     *
     * @param actor first and last name, or the beginning of the last name
     * @param by    the person chosen among several of that name, or null
     * @param inPlace whether what deputies did in the place of that person is asked for, and not what the person did
     * @param from  first day, dd/mm/yyyy
     * @param to    last day, dd/mm/yyyy
     */
    public record Typed(
            String dossier,
            String subjectType,
            String subjectId,
            String actor,
            @Nullable UUID by,
            boolean inPlace,
            String operation,
            String from,
            String to) {

        Typed by(Named person) {
            return new Typed(dossier, subjectType, subjectId, person.name(), person.id(), inPlace, operation, from, to);
        }
    }

    /** A field that cannot be read; the message key is {@code operations.audit.error.<code>}. */
    public record FieldError(String field, String code) {}

    /**
     * What it means.
     *
     * @param typed   with the name of the actor that was found
     * @param filter  null when a field cannot be read or an actor must be chosen
     * @param choices the people who bear the name typed, when there are several
     */
    public record Meaning(Typed typed, @Nullable AuditFilter filter, List<FieldError> errors, List<Named> choices) {

        /** In codes and ids; without what was left open. */
        SortedMap<String, String> asked() {
            SortedMap<String, String> asked = new TreeMap<>();
            asked.put("dossier", typed.dossier().toUpperCase(Locale.ROOT));
            asked.put("subjectType", typed.subjectType());
            asked.put("subjectId", typed.subjectId());
            asked.put("actor", typed.by() == null ? "" : typed.by().toString());
            asked.put("inPlace", typed.inPlace() ? "true" : "");
            asked.put("operation", typed.operation());
            asked.put("from", typed.from());
            asked.put("to", typed.to());
            asked.values().removeIf(String::isEmpty);
            return asked;
        }

        boolean holdsNiss() {
            return errors.stream().anyMatch(error -> error.code().equals("niss"));
        }

        Optional<FieldError> error(String field) {
            return errors.stream().filter(error -> error.field().equals(field)).findFirst();
        }
    }

    Meaning read(Typed typed) {
        List<FieldError> errors = new ArrayList<>(numbers(typed));
        if (!errors.isEmpty()) {
            return new Meaning(typed, null, errors, List.of());
        }
        Optional<AuditFilter.Concerning> concerning = Optional.empty();
        if (!typed.dossier().isEmpty()) {
            concerning = DossierNumber.parse(typed.dossier()).flatMap(number -> lookups.ofDossier(number.value()));
            if (concerning.isEmpty()) {
                errors.add(new FieldError("dossier", "dossier"));
            }
        }
        if (!typed.subjectId().isEmpty() && typed.subjectType().isEmpty()) {
            errors.add(new FieldError("subjectType", "subject-id"));
        }
        Optional<Instant> from = day("from", typed.from(), 0, errors);
        Optional<Instant> to = day("to", typed.to(), 1, errors);
        List<Named> actors = actors(typed);
        if (!typed.actor().isEmpty() && actors.isEmpty()) {
            errors.add(new FieldError("actor", "actor"));
        }
        if (typed.inPlace() && typed.actor().isEmpty() && actors.isEmpty()) {
            errors.add(new FieldError("actor", "in-place"));
        }
        if (!errors.isEmpty() || actors.size() > 1) {
            return new Meaning(typed, null, errors, actors.size() > 1 ? actors : List.of());
        }
        UUID person = actors.isEmpty() ? null : actors.get(0).id();
        var filter = new AuditFilter(
                emptyToNull(typed.subjectType()),
                emptyToNull(typed.subjectId()),
                typed.inPlace() ? null : person,
                emptyToNull(typed.operation()),
                from.orElse(null),
                to.orElse(null),
                concerning.orElse(null),
                typed.inPlace() ? person : null);
        return new Meaning(actors.isEmpty() ? typed : typed.by(actors.get(0)), filter, List.of(), List.of());
    }

    /** The log holds no NISS, and what is typed stands in the address. */
    private static List<FieldError> numbers(Typed typed) {
        Map<String, String> texts = Map.of(
                "dossier", typed.dossier(),
                "subjectType", typed.subjectType(),
                "subjectId", typed.subjectId(),
                "actor", typed.actor(),
                "operation", typed.operation());
        return texts.entrySet().stream()
                .filter(text -> NissMask.isNeededFor(text.getValue()))
                .map(text -> new FieldError(text.getKey(), "niss"))
                .toList();
    }

    /** The person chosen before counts as long as the name in the field is theirs. */
    private List<Named> actors(Typed typed) {
        if (typed.by() != null) {
            Optional<Named> chosen = directory
                    .findPerson(new PersonId(typed.by()))
                    .map(person -> new Named(person.id().value(), person.displayName()))
                    .filter(person -> typed.actor().isEmpty() || person.name().equals(typed.actor()));
            if (chosen.isPresent()) {
                return List.of(chosen.get());
            }
        }
        return typed.actor().isEmpty() ? List.of() : lookups.peopleNamed(typed.actor());
    }

    private static Optional<Instant> day(String field, String text, int daysLater, List<FieldError> errors) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = Inputs.day(text);
        if (day.isEmpty()) {
            errors.add(new FieldError(field, "date"));
        }
        return day.map(read -> Days.startOf(read.plusDays(daysLater)));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
