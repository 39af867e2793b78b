package be.designations.forms;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** The texts of a form in one language; what a bundle does not have comes in French from the form file. */
final class FormTexts {

    private final MessageSource messages;
    private final FormDefinition form;
    private final Locale locale;

    FormTexts(MessageSource messages, FormDefinition form, Locale locale) {
        this.messages = messages;
        this.form = form;
        this.locale = locale;
    }

    static String titleKey(FormDefinition form, FormPage page) {
        return "form." + form.id() + ".page." + page.key() + ".title";
    }

    static String labelKey(FormDefinition form, FormField field) {
        return "form." + form.id() + "." + field.key() + ".label";
    }

    static String hintKey(FormDefinition form, FormField field) {
        return "form." + form.id() + "." + field.key() + ".hint";
    }

    static String optionKey(FormDefinition form, FormField field, FormOption option) {
        return "form." + form.id() + "." + field.key() + ".option." + option.value();
    }

    Locale locale() {
        return locale;
    }

    String title(FormPage page) {
        return page.title().isEmpty() ? "" : text(titleKey(form, page), page.title());
    }

    String label(FormField field) {
        return text(labelKey(form, field), field.label());
    }

    @Nullable
    String hint(FormField field) {
        String hint = field.hint();
        return hint == null ? null : text(hintKey(form, field), hint);
    }

    String option(FormField field, FormOption option) {
        return text(optionKey(form, field, option), option.label());
    }

    /** The sentence for the kind of field if there is one, else the one for all. */
    String error(FieldError error) {
        String code = "form.error." + error.code();
        String label = form.field(error.key()).map(this::label).orElse(error.key());
        Object[] arguments =
                Stream.concat(Stream.of(label), error.arguments().stream()).toArray();
        String[] codes = form.field(error.key())
                .map(field -> new String[] {code + "." + field.type().component(), code})
                .orElseGet(() -> new String[] {code});
        return messages.getMessage(new DefaultMessageSourceResolvable(codes, arguments), locale);
    }

    String own(String key) {
        return messages.getMessage("form.ui." + key, null, locale);
    }

    private String text(String key, String french) {
        String text = messages.getMessage(key, null, french, locale);
        return text == null ? french : text;
    }
}
