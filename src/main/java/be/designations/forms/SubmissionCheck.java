package be.designations.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One run over the fields of a form: keeps what was typed and notes what is wrong with it. */
final class SubmissionCheck {

    /** Takes the addresses people have, not all that the standard allows; quotes and lists of addresses are out. */
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63}){1,8}");

    private static final int LONGEST_EMAIL = 254;

    private final Map<String, List<String>> typed;
    private final List<FieldError> errors;
    private final Set<String> alreadyWrong = new LinkedHashSet<>();
    private final Map<String, List<String>> kept = new LinkedHashMap<>();

    SubmissionCheck(Map<String, List<String>> typed, List<FieldError> errors) {
        this.typed = typed;
        this.errors = errors;
        errors.forEach(error -> alreadyWrong.add(error.key()));
    }

    FormSubmission result() {
        return new FormSubmission(new FormValues(kept), errors);
    }

    void read(FormField field) {
        if (isHidden(field) || alreadyWrong.contains(field.key())) {
            return;
        }
        int errorsBefore = errors.size();
        switch (field.type()) {
            case DATE -> readDate(field);
            case CHECKLIST -> readChecklist(field);
            default -> readSingle(field);
        }
        boolean answered = field.inputNames().stream().anyMatch(kept::containsKey);
        if (isRequired(field) && !answered && errors.size() == errorsBefore) {
            refuse(field, "required");
        }
    }

    private boolean isHidden(FormField field) {
        Condition condition = field.condition();
        return condition != null && !isMet(condition);
    }

    private boolean isRequired(FormField field) {
        Condition condition = field.rules().requiredIf();
        return field.required() || (condition != null && isMet(condition));
    }

    private boolean isMet(Condition condition) {
        return kept.getOrDefault(condition.key(), List.of()).contains(condition.value());
    }

    private void readSingle(FormField field) {
        String text = only(field);
        if (text.isEmpty()) {
            return;
        }
        switch (field.type()) {
            case TEXTFIELD, TEXTAREA -> checkText(field, text);
            case NUMBER -> checkNumber(field, text);
            case CHECKBOX -> checkBox(field, text);
            default -> checkChoice(field, text);
        }
    }

    private void checkText(FormField field, String text) {
        keep(field.key(), text);
        FieldRules rules = field.rules();
        Pattern pattern = rules.pattern();
        FieldFormat format = rules.format();
        if (text.length() < rules.minLength()) {
            refuse(field, "too-short", rules.minLength());
        } else if (text.length() > rules.maxLength()) {
            refuse(field, "too-long", rules.maxLength());
        } else if (rules.email()
                && (text.length() > LONGEST_EMAIL || !EMAIL.matcher(text).matches())) {
            refuse(field, "email");
        } else if (format != null && !format.isValid(text)) {
            refuse(field, format.id());
        } else if (pattern != null && !pattern.matcher(text).matches()) {
            refuse(field, "pattern");
        }
    }

    private void checkNumber(FormField field, String text) {
        keep(field.key(), text);
        FieldRules rules = field.rules();
        BigDecimal min = rules.min();
        BigDecimal max = rules.max();
        Optional<BigDecimal> number = Parsing.number(text);
        if (number.isEmpty()) {
            refuse(field, "number");
        } else if (number.get().stripTrailingZeros().scale() > rules.decimals()) {
            refuse(field, "decimals", rules.decimals());
        } else if (min != null && number.get().compareTo(min) < 0) {
            refuse(field, "too-small", min);
        } else if (max != null && number.get().compareTo(max) > 0) {
            refuse(field, "too-large", max);
        }
    }

    private void checkBox(FormField field, String text) {
        if (text.equals("true")) {
            keep(field.key(), text);
        } else if (!text.equals("false")) {
            refuse(field, "option");
        }
    }

    private void checkChoice(FormField field, String text) {
        if (field.offers(text)) {
            keep(field.key(), text);
        } else {
            refuse(field, "option");
        }
    }

    private void readChecklist(FormField field) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String raw : typed.getOrDefault(field.key(), List.of())) {
            String text = clean(field, raw);
            if (field.offers(text)) {
                chosen.add(text);
            } else if (!text.isEmpty()) {
                refuse(field, "option");
            }
        }
        if (!chosen.isEmpty()) {
            kept.put(field.key(), new ArrayList<>(chosen));
        }
    }

    private void readDate(FormField field) {
        List<String> partNames = List.of(field.dayName(), field.monthName(), field.yearName());
        if (partNames.stream().noneMatch(typed::containsKey)) {
            readSingleDate(field);
            return;
        }
        List<String> parts = partNames.stream().map(name -> first(field, name)).toList();
        if (parts.stream().allMatch(String::isEmpty)) {
            return;
        }
        var date = Parsing.date(parts.get(0), parts.get(1), parts.get(2));
        if (date.isPresent()) {
            keep(field.key(), date.get().toString());
            return;
        }
        for (int index = 0; index < parts.size(); index++) {
            if (!parts.get(index).isEmpty()) {
                keep(partNames.get(index), parts.get(index));
            }
        }
        refuse(field, parts.stream().anyMatch(String::isEmpty) ? "date-incomplete" : "date");
    }

    private void readSingleDate(FormField field) {
        String text = only(field);
        if (!text.isEmpty()) {
            keep(field.key(), text);
            if (Parsing.isoDate(text).isEmpty()) {
                refuse(field, "date");
            }
        }
    }

    private String only(FormField field) {
        if (typed.getOrDefault(field.key(), List.of()).size() > 1) {
            refuse(field, "malformed");
        }
        return first(field, field.key());
    }

    private String first(FormField field, String name) {
        List<String> texts = typed.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : clean(field, texts.get(0));
    }

    private String clean(FormField field, String raw) {
        CleanText clean = field.type() == FieldType.TEXTAREA ? CleanText.ofLines(raw) : CleanText.ofLine(raw);
        if (clean.hadForbidden()) {
            refuse(field, "control-characters");
        }
        return clean.text();
    }

    private void keep(String name, String text) {
        kept.put(name, List.of(text));
    }

    /** One error a field: the first says enough, and repairing it may repair the rest. */
    private void refuse(FormField field, String code, Object... arguments) {
        if (alreadyWrong.add(field.key())) {
            errors.add(new FieldError(field.key(), code, Stream.of(arguments).toList()));
        }
    }
}
