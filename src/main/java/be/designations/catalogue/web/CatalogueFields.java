package be.designations.catalogue.web;

import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.FormView.Input;
import be.designations.pages.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects the fields of one page, with what is typed in them. */
final class CatalogueFields {

    private static final int LONGEST_DESCRIPTION = 500;
    private static final List<String> LANGUAGES = List.of("fr", "nl", "de");

    private final Typed typed;
    private final Page page;
    private final List<Field> all = new ArrayList<>();

    CatalogueFields(Typed typed, Page page) {
        this.typed = typed;
        this.page = page;
    }

    Typed typed() {
        return typed;
    }

    Page page() {
        return page;
    }

    FormView view() {
        return FormView.of(all, page.locale());
    }

    void code() {
        ask("code", "textfield", false);
    }

    void names() {
        LANGUAGES.forEach(language -> ask("name." + language, "textfield", false));
    }

    void texts() {
        names();
        LANGUAGES.forEach(language -> ask("description." + language, "textarea", true));
    }

    void ask(String key, String type, boolean optional) {
        add(key, type, optional, List.of());
    }

    /** @param offered what each answer is called, by its value */
    void choose(String key, String type, Map<String, String> offered) {
        add(key, type, false, Choice.of(key, offered, typed.all(key)));
    }

    private void add(String key, String type, boolean optional, List<Choice> choices) {
        all.add(new Field(
                key,
                type,
                page.text("catalogue.field." + key),
                page.textIfAny("catalogue.field." + key + ".hint").orElse(null),
                optional,
                false,
                typed.text(key),
                List.of(),
                choices,
                input(key, type),
                3,
                LONGEST_DESCRIPTION,
                List.of()));
    }

    private static Input input(String key, String type) {
        return switch (type) {
            case "number" -> new Input("text", "numeric", "off", "false", "govuk-input--width-4");
            case "textfield" -> new Input("text", null, "off", key.equals("code") ? "false" : null, "");
            default -> new Input("text", null, "off", null, "");
        };
    }
}
