package be.designations.forms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a form in the language of its reader, ready for the fragments of {@code fragments/form.html}.
 *
 * @param title empty for a form of one page
 * @param fields those revealed by an option stand under that option
 * @param answers what “check your answers” shows: the fields that are asked, given the answers
 * @param problems what the error summary lists, in the order of the page
 */
public record FormView(
        String form,
        String page,
        String title,
        List<Field> fields,
        List<Answer> answers,
        List<Problem> problems,
        Locale locale) {

    public FormView {
        fields = List.copyOf(fields);
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
    }

    /** A page of fields that stand in no form file. */
    public static FormView of(List<Field> fields, Locale locale) {
        return new FormView("", "", "", fields, List.of(), List.of(), locale);
    }

    /** This page followed by another, as one. */
    public FormView and(FormView next) {
        return with(joined(fields, next.fields), joined(answers, next.answers), joined(problems, next.problems));
    }

    private FormView with(List<Field> newFields, List<Answer> newAnswers, List<Problem> newProblems) {
        return new FormView(form, page, title, newFields, newAnswers, newProblems, locale);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    public boolean hasErrors() {
        return !problems.isEmpty();
    }

    /** This page with more errors, such as rejections by the domain: at their field and in the summary. */
    public FormView withErrors(List<ShownError> errors) {
        if (errors.isEmpty()) {
            return this;
        }
        List<Problem> all = new ArrayList<>(problems);
        errors.forEach(error -> all.add(new Problem(error.fieldKey(), anchor(error.fieldKey()), error.message())));
        List<String> order = flat(fields).map(Field::key).toList();
        // Stable: what belongs to no field of the page comes last.
        all.sort((one, other) -> Integer.compare(place(one, order), place(other, order)));
        return with(
                fields.stream().map(field -> field.withErrors(errors)).toList(),
                answers.stream().map(answer -> answer.withErrors(errors)).toList(),
                all);
    }

    /**
     * This page without a field that is not needed this time; it must not be one revealed by an option. What is wrong with it is still said, and
     * leads nowhere.
     */
    public FormView without(String key) {
        return with(
                fields.stream().filter(field -> !field.key().equals(key)).toList(),
                answers.stream().filter(answer -> !answer.key().equals(key)).toList(),
                problems.stream()
                        .map(problem -> key.equals(problem.fieldKey())
                                ? new Problem(problem.fieldKey(), null, problem.message())
                                : problem)
                        .toList());
    }

    /**
     * This page with only some of the answers that a field offers.
     *
     * @param labels what each of them is called this time, by its value
     */
    public FormView offering(String key, Map<String, String> labels) {
        return with(
                fields.stream()
                        .map(field -> field.key().equals(key) ? field.offering(labels) : field)
                        .toList(),
                answers,
                problems);
    }

    /** This page with these fields shown as needed, which are not needed whenever it is shown. */
    public FormView needing(String... keys) {
        Set<String> needed = Set.of(keys);
        return with(
                fields.stream()
                        .map(field -> needed.contains(field.key()) ? field.needed() : field)
                        .toList(),
                answers,
                problems);
    }

    /**
     * This page with what a checklist offers this time, where the file does not say it.
     *
     * @param labels what each answer is called, by its value
     */
    public FormView giving(String key, Map<String, String> labels) {
        return with(
                fields.stream()
                        .map(field -> field.key().equals(key) ? field.giving(labels) : field)
                        .toList(),
                answers,
                problems);
    }

    private static int place(Problem problem, List<String> order) {
        int index = order.indexOf(problem.fieldKey());
        return index < 0 ? order.size() : index;
    }

    private @Nullable String anchor(@Nullable String fieldKey) {
        return flat(fields)
                .filter(field -> field.key().equals(fieldKey))
                // A checklist that offers nothing has no input.
                .filter(field ->
                        !field.type().equals("checklist") || !field.choices().isEmpty())
                .map(Field::firstInput)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Field> flat(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(field), field.choices().stream().flatMap(choice -> flat(choice.revealed()))));
    }

    private static List<String> added(List<String> before, @Nullable String key, List<ShownError> errors) {
        return Stream.concat(
                        before.stream(),
                        errors.stream()
                                .filter(error -> key != null && key.equals(error.fieldKey()))
                                .map(ShownError::message))
                .distinct()
                .toList();
    }

    /**
     * A line of the error summary.
     *
     * @param anchor id of the first input of the field, null if the field is not on the page
     */
    public record Problem(
            @Nullable String fieldKey, @Nullable String anchor, String message) {}

    /**
     * A field to fill in.
     *
     * @param type as in the form file
     * @param parts of a date: day, month, year
     * @param rows of a textarea
     */
    public record Field(
            String key,
            String type,
            String label,
            @Nullable String hint,
            boolean optional,
            boolean revealed,
            String value,
            List<DatePart> parts,
            List<Choice> choices,
            Input input,
            int rows,
            int maxLength,
            List<String> errors) {

        private static final int FEW_LINES = 4;
        private static final int LONGEST_TEXT = 2_000;

        public Field {
            parts = List.copyOf(parts);
            choices = List.copyOf(choices);
            errors = List.copyOf(errors);
        }

        /** One whose answers only the database knows: a select, or boxes of a checklist. */
        public static Field choosing(
                String key, String type, String label, @Nullable String hint, boolean optional, List<Choice> choices) {
            return new Field(
                    key,
                    type,
                    label,
                    hint,
                    optional,
                    false,
                    "",
                    List.of(),
                    choices,
                    new Input("text", null, null, null, ""),
                    0,
                    0,
                    List.of());
        }

        /** One for words, in a line or in several. */
        public static Field text(
                String key, String type, String label, @Nullable String hint, boolean optional, String value) {
            return new Field(
                    key,
                    type,
                    label,
                    hint,
                    optional,
                    false,
                    value,
                    List.of(),
                    List.of(),
                    new Input("text", null, "off", "false", ""),
                    FEW_LINES,
                    LONGEST_TEXT,
                    List.of());
        }

        /** Where a link of the error summary goes. */
        public String firstInput() {
            return parts.isEmpty() ? key : parts.get(0).name();
        }

        /** The ids of hint, error and character count, null if there are none of them. */
        public @Nullable String describedBy() {
            List<String> ids = new ArrayList<>();
            if (type.equals("textarea")) {
                ids.add(key + "-info");
            }
            if (hint != null) {
                ids.add(key + "-hint");
            }
            if (!errors.isEmpty()) {
                ids.add(key + "-error");
            }
            return ids.isEmpty() ? null : String.join(" ", ids);
        }

        private Field needed() {
            return new Field(
                    key, type, label, hint, false, revealed, value, parts, choices, input, rows, maxLength, errors);
        }

        private Field giving(Map<String, String> labels) {
            Set<String> chosen = choices.stream().map(Choice::value).collect(Collectors.toUnmodifiableSet());
            return with(Choice.of(key, labels, chosen), errors);
        }

        private Field offering(Map<String, String> labels) {
            List<Choice> offered = new ArrayList<>();
            for (Choice choice : choices) {
                String called = labels.get(choice.value());
                if (called != null) {
                    offered.add(new Choice(
                            Choice.id(key, offered.size()),
                            choice.value(),
                            called,
                            choice.chosen(),
                            choice.revealed()));
                }
            }
            return with(offered, errors);
        }

        Field withErrors(List<ShownError> more) {
            return with(choices.stream().map(choice -> choice.withErrors(more)).toList(), added(errors, key, more));
        }

        private Field with(List<Choice> offered, List<String> wrong) {
            return new Field(
                    key, type, label, hint, optional, revealed, value, parts, offered, input, rows, maxLength, wrong);
        }
    }

    /** What a browser is told about a line of text. */
    public record Input(
            String type,
            @Nullable String mode,
            @Nullable String autocomplete,
            @Nullable String spellcheck,
            String widthClass) {}

    /** An input of a date. */
    public record DatePart(String name, String label, String value, String widthClass) {}

    /**
     * An answer that is offered.
     *
     * @param id of its input; the first has the key of the field
     * @param revealed the fields asked when it is chosen
     */
    public record Choice(String id, String value, String label, boolean chosen, List<Field> revealed) {

        public Choice {
            revealed = List.copyOf(revealed);
        }

        /**
         * What a field offers.
         *
         * @param offered what each answer is called, by its value
         */
        public static List<Choice> of(String key, Map<String, String> offered, Collection<String> chosen) {
            List<Choice> choices = new ArrayList<>();
            offered.forEach((value, label) ->
                    choices.add(new Choice(id(key, choices.size()), value, label, chosen.contains(value), List.of())));
            return choices;
        }

        static String id(String key, int before) {
            return before == 0 ? key : key + "-" + (before + 1);
        }

        Choice withErrors(List<ShownError> errors) {
            return new Choice(
                    id,
                    value,
                    label,
                    chosen,
                    revealed.stream().map(field -> field.withErrors(errors)).toList());
        }
    }

    /**
     * A question and what was answered.
     *
     * @param anchor id of its first input
     * @param lines never empty: says so when there is no answer
     */
    public record Answer(String key, String anchor, String label, List<String> lines, List<String> errors) {

        public Answer {
            lines = List.copyOf(lines);
            errors = List.copyOf(errors);
        }

        Answer withErrors(List<ShownError> more) {
            return new Answer(key, anchor, label, lines, added(errors, key, more));
        }
    }
}
