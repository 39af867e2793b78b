package be.designations.catalogue.web;

import be.designations.access.DomainCode;
import be.designations.access.QualityKind;
import be.designations.access.Translated;
import be.designations.catalogue.ApplicationDetails;
import be.designations.catalogue.Domain;
import be.designations.catalogue.RoleDetails;
import be.designations.directory.OrganisationKind;
import be.designations.directory.SignInLevel;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What stands in the fields of a page, as it was typed. */
record Typed(MultiValueMap<String, String> fields) {

    /** The choice of no kind of entity in particular. */
    static final String ANY = "ANY";

    static Typed nothing() {
        return of(Map.of("onlyFor", ANY));
    }

    static Typed of(ApplicationDetails details) {
        Typed typed = of(Map.of());
        typed.put("name", details.name());
        typed.put("description", details.description());
        QualityKind quality = details.quality();
        typed.fields.set("quality", quality == null ? "" : quality.name());
        DomainCode domain = details.domain();
        typed.fields.set("domain", domain == null ? "" : domain.value());
        SignInLevel level = details.neededLevel();
        typed.fields.set("neededLevel", level == null ? "" : Integer.toString(level.value()));
        return typed;
    }

    static Typed of(RoleDetails details) {
        Typed typed = of(Map.of("application", details.application()));
        typed.put("name", details.name());
        typed.put("description", details.description());
        typed.fields.put("alsoOpens", List.copyOf(details.alsoOpens()));
        Integer months = details.longestMonths();
        typed.fields.set("longestMonths", months == null ? "" : months.toString());
        typed.fields.set("takesContext", Boolean.toString(details.takesContext()));
        OrganisationKind onlyFor = details.onlyFor();
        typed.fields.set("onlyFor", onlyFor == null ? ANY : onlyFor.name());
        return typed;
    }

    private static Typed of(Map<String, String> fields) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        fields.forEach(values::set);
        return new Typed(values);
    }

    Typed with(String field, String value) {
        Typed changed = new Typed(new LinkedMultiValueMap<>(fields));
        changed.fields.set(field, value);
        return changed;
    }

    String text(String field) {
        return Optional.ofNullable(fields.getFirst(field)).orElse("");
    }

    List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    String code() {
        return text("code").strip();
    }

    ApplicationDetails application() {
        return new ApplicationDetails(
                translated("name"),
                translated("description"),
                choice(QualityKind.values(), "quality").orElse(null),
                DomainCode.parse(text("domain")).orElse(null),
                wholeNumber("neededLevel").map(SignInLevel::new).orElse(null));
    }

    Translated name() {
        return translated("name");
    }

    static Typed of(Domain domain) {
        Typed typed = of(Map.of());
        typed.put("name", domain.name());
        return typed;
    }

    /** @throws RejectedException for a kind of entity that was not offered */
    RoleDetails role() {
        return new RoleDetails(
                text("application"),
                new LinkedHashSet<>(all("alsoOpens")),
                translated("name"),
                translated("description"),
                text("longestMonths").isBlank()
                        ? null
                        : wholeNumber("longestMonths").orElse(0),
                text("takesContext").equals("true"),
                onlyFor());
    }

    private @Nullable OrganisationKind onlyFor() {
        return text("onlyFor").equals(ANY)
                ? null
                : choice(OrganisationKind.values(), "onlyFor")
                        .orElseThrow(() -> new RejectedException(Rejection.ofField("catalogue.only-for", "onlyFor")));
    }

    private Optional<Integer> wholeNumber(String field) {
        String text = text(field).strip();
        return text.matches("[0-9]{1,4}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private <T extends Enum<T>> Optional<T> choice(T[] offered, String field) {
        return Stream.of(offered).filter(one -> one.name().equals(text(field))).findFirst();
    }

    private Translated translated(String field) {
        return new Translated(text(field + ".fr"), text(field + ".nl"), text(field + ".de"));
    }

    private void put(String field, Translated text) {
        fields.set(field + ".fr", text.fr());
        fields.set(field + ".nl", text.nl());
        fields.set(field + ".de", text.de());
    }
}
