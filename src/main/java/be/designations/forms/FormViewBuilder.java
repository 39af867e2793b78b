package be.designations.forms;

import be.designations.forms.FormView.Answer;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.DatePart;
import be.designations.forms.FormView.Field;
import be.designations.forms.FormView.Input;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the view of a page out of its definition and the answers so far. */
final class FormViewBuilder {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final FormTexts texts;
    private final FormValues values;

    FormViewBuilder(FormTexts texts, FormValues values) {
        this.texts = texts;
        this.values = values;
    }

    FormView build(FormDefinition form, FormPage page) {
        List<Field> fields = page.fields().stream()
                .filter(field -> field.condition() == null)
                .map(field -> field(field, page))
                .toList();
        List<Answer> answers =
                page.fields().stream().filter(this::isAsked).map(this::answer).toList();
        return new FormView(form.id(), page.key(), texts.title(page), fields, answers, List.of(), texts.locale());
    }

    private boolean isAsked(FormField field) {
        Condition condition = field.condition();
        return condition == null || values.text(condition.key()).equals(condition.value());
    }

    private Field field(FormField field, FormPage page) {
        return new Field(
                field.key(),
                field.type().component(),
                texts.label(field),
                texts.hint(field),
                isMarkedOptional(field),
                field.condition() != null,
                values.text(field.key()),
                parts(field),
                choices(field, page),
                input(field),
                field.look().rows(),
                field.rules().maxLength(),
                List.of());
    }

    /** Boxes may always be left alone; to say so of each would be noise. When the others may not, their hint says. */
    private static boolean isMarkedOptional(FormField field) {
        return !field.required()
                && field.rules().requiredIf() == null
                && field.type() != FieldType.CHECKBOX
                && field.type() != FieldType.CHECKLIST;
    }

    private List<Choice> choices(FormField field, FormPage page) {
        if (field.type() == FieldType.CHECKLIST && field.options().isEmpty()) {
            List<String> chosen = values.list(field.key());
            return Choice.of(
                    field.key(), chosen.stream().collect(Collectors.toMap(value -> value, value -> value)), chosen);
        }
        List<Choice> choices = new ArrayList<>();
        for (FormOption option : field.options()) {
            choices.add(new Choice(
                    Choice.id(field.key(), choices.size()),
                    option.value(),
                    texts.option(field, option),
                    values.list(field.key()).contains(option.value()),
                    revealedBy(new Condition(field.key(), option.value()), page)));
        }
        return choices;
    }

    private List<Field> revealedBy(Condition condition, FormPage page) {
        return page.fields().stream()
                .filter(field -> condition.equals(field.condition()))
                .map(field -> field(field, page))
                .toList();
    }

    private List<DatePart> parts(FormField field) {
        if (field.type() != FieldType.DATE) {
            return List.of();
        }
        Optional<LocalDate> date = values.date(field.key());
        return List.of(
                part(field.dayName(), "day", date.map(LocalDate::getDayOfMonth), "govuk-input--width-2"),
                part(field.monthName(), "month", date.map(LocalDate::getMonthValue), "govuk-input--width-2"),
                part(field.yearName(), "year", date.map(LocalDate::getYear), "govuk-input--width-4"));
    }

    private DatePart part(String name, String label, Optional<Integer> read, String widthClass) {
        return new DatePart(
                name, texts.own(label), read.map(String::valueOf).orElseGet(() -> values.text(name)), widthClass);
    }

    private static Input input(FormField field) {
        FieldLook look = field.look();
        Integer width = look.width();
        String widthClass = width == null ? "" : "govuk-input--width-" + width;
        if (field.type() == FieldType.NUMBER) {
            String mode = field.rules().decimals() == 0 ? "numeric" : "decimal";
            return new Input("text", mode, look.autocomplete(), "false", widthClass);
        }
        if (field.rules().email()) {
            return new Input("email", null, look.autocomplete(), "false", widthClass);
        }
        FieldFormat format = field.rules().format();
        if (format == null) {
            return new Input("text", null, look.autocomplete(), null, widthClass);
        }
        return format == FieldFormat.PHONE
                ? new Input("tel", null, look.autocomplete(), "false", widthClass)
                : new Input("text", "numeric", look.autocomplete(), "false", widthClass);
    }

    private Answer answer(FormField field) {
        String anchor = field.type() == FieldType.DATE ? field.dayName() : field.key();
        return new Answer(field.key(), anchor, texts.label(field), lines(field), List.of());
    }

    private List<String> lines(FormField field) {
        String text = values.text(field.key());
        switch (field.type()) {
            case CHECKBOX -> {
                return List.of(texts.own(values.isChecked(field.key()) ? "yes" : "no"));
            }
            case CHECKLIST -> {
                List<String> chosen = chosen(field);
                return chosen.isEmpty() ? List.of(texts.own("none")) : chosen;
            }
            default -> {
                if (text.isEmpty()) {
                    return List.of(texts.own("not-answered"));
                }
            }
        }
        return switch (field.type()) {
            case RADIO, SELECT -> chosen(field);
            case TEXTAREA -> text.lines().toList();
            case DATE -> List.of(values.date(field.key()).map(DATE::format).orElse(text));
            case NUMBER ->
                List.of(values.number(field.key())
                        .map(number -> NumberFormat.getInstance(texts.locale()).format(number))
                        .orElse(text));
            default -> List.of(formatted(text, field.rules().format()));
        };
    }

    private List<String> chosen(FormField field) {
        return field.options().stream()
                .filter(option -> values.list(field.key()).contains(option.value()))
                .map(option -> texts.option(field, option))
                .toList();
    }

    private static String formatted(String text, @Nullable FieldFormat format) {
        return format != null && format.isValid(text) ? format.formatted(text) : text;
    }
}
