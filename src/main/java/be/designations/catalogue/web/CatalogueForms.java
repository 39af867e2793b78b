package be.designations.catalogue.web;

import be.designations.access.QualityKind;
import be.designations.catalogue.Application;
import be.designations.catalogue.CatalogueEditing;
import be.designations.catalogue.Domain;
import be.designations.catalogue.Role;
import be.designations.directory.Language;
import be.designations.directory.OrganisationKind;
import be.designations.forms.FormView;
import be.designations.forms.FormView.Choice;
import be.designations.forms.FormView.Field;
import be.designations.forms.FormView.Input;
import be.designations.forms.ShownError;
import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The fields for an application and for a role. They are no form files, as what they offer (the applications) stands in
 * the catalogue itself; they look like all other forms.
 */
@Component
class CatalogueForms {

    private static final int LONGEST_DESCRIPTION = 500;
    private static final List<String> LANGUAGES = List.of("fr", "nl", "de");

    private final MessageSource messages;

    CatalogueForms(MessageSource messages) {
        this.messages = messages;
    }

    /** @param domains those that can be chosen */
    FormView application(Typed typed, boolean isNew, List<Domain> domains, List<Rejection> rejections, Locale locale) {
        Fields fields = new Fields(typed, locale);
        if (isNew) {
            fields.code();
        }
        fields.texts();
        fields.add(
                "quality",
                "select",
                false,
                Stream.of(QualityKind.values())
                        .map(kind -> new Option(kind.name(), fields.say("quality." + kind)))
                        .toList());
        fields.add(
                "domain",
                "select",
                false,
                domains.stream()
                        .map(domain ->
                                new Option(domain.code().value(), domain.name().in(Language.of(locale.getLanguage()))))
                        .toList());
        fields.add(
                "neededLevel",
                "select",
                false,
                CatalogueEditing.levels().stream()
                        .map(level -> new Option(
                                Integer.toString(level.value()), fields.say("catalogue.level." + level.value())))
                        .toList());
        return fields.view("catalogue-application", rejections);
    }

    FormView domain(Typed typed, boolean isNew, List<Rejection> rejections, Locale locale) {
        Fields fields = new Fields(typed, locale);
        if (isNew) {
            fields.code();
        }
        fields.names();
        return fields.view("catalogue-domain", rejections);
    }

    /**
     * @param present      the role as it stands; null for one that is still to be added
     * @param applications all that there are
     */
    FormView role(
            Typed typed,
            @Nullable Role present,
            List<Application> applications,
            List<Rejection> rejections,
            Locale locale) {
        Fields fields = new Fields(typed, locale);
        if (present == null) {
            fields.code();
        }
        fields.texts();
        fields.add("application", "select", false, offered("application", applications, present, fields));
        fields.add("alsoOpens", "checklist", false, offered("alsoOpens", applications, present, fields));
        fields.add("longestMonths", "number", true, List.of());
        fields.add("takesContext", "checkbox", false, List.of());
        fields.add(
                "onlyFor",
                "radio",
                false,
                Stream.concat(
                                Stream.of(Typed.ANY),
                                Stream.of(OrganisationKind.values()).map(Enum::name))
                        .map(kind -> new Option(kind, fields.say("catalogue.only-for." + kind)))
                        .toList());
        return fields.view("catalogue-role", rejections);
    }

    /** What could not be saved is offered only where it is chosen already. */
    private static List<Option> offered(
            String field, List<Application> applications, @Nullable Role present, Fields fields) {
        return applications.stream()
                .filter(application -> fields.typed.all(field).contains(application.code())
                        || (!application.retired() && fits(field, application, present)))
                .map(application -> new Option(application.code(), fields.name(application, present == null)))
                .toList();
    }

    private static boolean fits(String field, Application application, @Nullable Role present) {
        if (present == null) {
            return true;
        }
        boolean isHome = application.code().equals(present.application());
        return application.quality() == present.quality() && (field.equals("application") || !isHome);
    }

    private record Option(String value, String label) {}

    /** Collects the fields of one page. */
    private final class Fields {

        private final Typed typed;
        private final Locale locale;
        private final List<Field> all = new ArrayList<>();

        Fields(Typed typed, Locale locale) {
            this.typed = typed;
            this.locale = locale;
        }

        String name(Application application, boolean withQuality) {
            String name = application.name().in(Language.of(locale.getLanguage()));
            return withQuality
                    ? say("catalogue.application-of-quality", name, say("quality." + application.quality()))
                    : name;
        }

        void code() {
            add("code", "textfield", false, List.of());
        }

        void names() {
            LANGUAGES.forEach(language -> add("name." + language, "textfield", false, List.of()));
        }

        void texts() {
            names();
            LANGUAGES.forEach(language -> add("description." + language, "textarea", true, List.of()));
        }

        void add(String key, String type, boolean optional, List<Option> options) {
            List<Choice> choices = new ArrayList<>();
            for (Option option : options) {
                choices.add(new Choice(
                        choices.isEmpty() ? key : key + "-" + (choices.size() + 1),
                        option.value(),
                        option.label(),
                        typed.all(key).contains(option.value()),
                        List.of()));
            }
            all.add(new Field(
                    key,
                    type,
                    say("catalogue.field." + key),
                    hint(key),
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

        private @Nullable String hint(String key) {
            String hint = messages.getMessage("catalogue.field." + key + ".hint", null, "", locale);
            return hint == null || hint.isEmpty() ? null : hint;
        }

        String say(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }

        FormView view(String form, List<Rejection> rejections) {
            return new FormView(form, "", "", all, List.of(), List.of(), locale)
                    .withErrors(rejections.stream()
                            .map(rejection -> new ShownError(
                                    rejection.field(),
                                    say(
                                            rejection.messageKey(),
                                            rejection.arguments().toArray())))
                            .toList());
        }

        private static Input input(String key, String type) {
            return switch (type) {
                case "number" -> new Input("text", "numeric", "off", "false", "govuk-input--width-4");
                case "textfield" -> new Input("text", null, "off", key.equals("code") ? "false" : null, "");
                default -> new Input("text", null, "off", null, "");
            };
        }
    }
}
