package be.designations.catalogue;

import be.designations.access.DomainCode;
import be.designations.access.Translated;
import be.designations.directory.SignInLevel;
import be.designations.rules.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an application and a role must be like to stand in the catalogue. */
final class CatalogueRulesPolicy {

    /** The levels of CSAM's sign-in service, and 0 for what asks for none. */
    static final List<SignInLevel> LEVELS = Stream.of(0, 100, 200, 300, 350, 400, 450, 500)
            .map(SignInLevel::new)
            .toList();

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int MOST_MONTHS = 120;

    private CatalogueRulesPolicy() {}

    static List<Rejection> code(String code) {
        return CODE.matcher(code).matches() ? List.of() : List.of(Rejection.ofField("catalogue.code", "code"));
    }

    /** @param domains finds a domain by its code */
    static List<Rejection> application(ApplicationDetails details, Function<DomainCode, Optional<Domain>> domains) {
        List<Rejection> rejections = new ArrayList<>(texts(details.name(), details.description()));
        if (details.quality() == null) {
            rejections.add(Rejection.ofField("catalogue.quality-required", "quality"));
        }
        if (details.domain() == null || domains.apply(details.domain()).isEmpty()) {
            rejections.add(Rejection.ofField("catalogue.domain-required", "domain"));
        }
        if (details.neededLevel() == null || !LEVELS.contains(details.neededLevel())) {
            rejections.add(Rejection.ofField("catalogue.level", "neededLevel"));
        }
        return rejections;
    }

    /** @param applications finds an application by its code */
    static List<Rejection> role(RoleDetails details, Function<String, Optional<Application>> applications) {
        List<Rejection> rejections = new ArrayList<>(texts(details.name(), details.description()));
        Optional<Application> home = applications.apply(details.application());
        if (home.isEmpty()) {
            rejections.add(Rejection.ofField("catalogue.application-required", "application"));
        }
        List<Optional<Application>> others =
                details.alsoOpens().stream().map(applications).toList();
        if (others.stream().anyMatch(Optional::isEmpty)) {
            rejections.add(Rejection.ofField("catalogue.unknown-application", "alsoOpens"));
        }
        if (details.alsoOpens().contains(details.application())) {
            rejections.add(Rejection.ofField("catalogue.opens-it-already", "alsoOpens"));
        }
        // A right is held in one quality: it cannot open what belongs to another.
        if (home.isPresent()
                && others.stream()
                        .flatMap(Optional::stream)
                        .anyMatch(other -> other.quality() != home.get().quality())) {
            rejections.add(Rejection.ofField("catalogue.other-quality", "alsoOpens"));
        }
        Integer months = details.longestMonths();
        if (months != null && (months < 1 || months > MOST_MONTHS)) {
            rejections.add(Rejection.ofField("catalogue.months", "longestMonths", MOST_MONTHS));
        }
        return rejections;
    }

    static List<Rejection> names(Translated name) {
        List<Rejection> rejections = new ArrayList<>();
        name("name.fr", name.fr(), rejections);
        name("name.nl", name.nl(), rejections);
        name("name.de", name.de(), rejections);
        return rejections;
    }

    private static List<Rejection> texts(Translated name, Translated description) {
        List<Rejection> rejections = new ArrayList<>(names(name));
        boolean anywhere =
                Stream.of(description.fr(), description.nl(), description.de()).anyMatch(text -> !text.isBlank());
        description("description.fr", description.fr(), anywhere, rejections);
        description("description.nl", description.nl(), anywhere, rejections);
        description("description.de", description.de(), anywhere, rejections);
        return rejections;
    }

    private static void name(String field, String name, List<Rejection> rejections) {
        if (name.isBlank()) {
            rejections.add(Rejection.ofField("catalogue.name-required", field, language(field)));
        } else if (name.length() > LONGEST_NAME) {
            rejections.add(Rejection.ofField("catalogue.name-too-long", field, LONGEST_NAME, language(field)));
        }
    }

    /** In all languages or in none: nobody should find it empty that others can read. */
    private static void description(String field, String text, boolean anywhere, List<Rejection> rejections) {
        if (anywhere && text.isBlank()) {
            rejections.add(Rejection.ofField("catalogue.description-incomplete", field, language(field)));
        } else if (text.length() > LONGEST_DESCRIPTION) {
            rejections.add(
                    Rejection.ofField("catalogue.description-too-long", field, LONGEST_DESCRIPTION, language(field)));
        }
    }

    /** As the languages of the page are called: several lines of a summary must differ. */
    private static String language(String field) {
        return field.substring(field.length() - 2).toUpperCase(Locale.ROOT);
    }
}
