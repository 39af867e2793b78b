package be.designations.reference;

import be.designations.directory.Language;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The pages outside the application to which its pages lead, by their keys; templates call it as {@code @links}. The file says
 * when each address was last seen and checked, its README what to do about it.
 */
@Component("links")
public class ExternalLinks {

    private static final List<Language> LANGUAGES = List.of(Language.FR, Language.NL, Language.DE, Language.EN);

    private final Map<String, ExternalPage> pages = CsvFile.read("reference/links.csv", 9, ExternalLinks::page).stream()
            .collect(Collectors.toUnmodifiableMap(ExternalPage::key, Function.identity()));

    /**
     * The page in the reader's language or, where it has none, in one that it has.
     *
     * @throws IllegalArgumentException when the file has no such key
     */
    public Link to(String key) {
        ExternalPage page = pages.get(key);
        if (page == null) {
            throw new IllegalArgumentException("no link " + key);
        }
        Language reader = Language.of(LocaleContextHolder.getLocale().getLanguage());
        Language language = page.addresses().containsKey(reader)
                ? reader
                : page.addresses().keySet().iterator().next();
        return new Link(Objects.requireNonNull(page.addresses().get(language)), language.code(), language != reader);
    }

    /** All of them, by key. */
    public Map<String, ExternalPage> all() {
        return pages;
    }

    /**
     * @param language   code of the language of that page
     * @param inAnother  whether that is not the reader's
     */
    public record Link(String address, String language, boolean inAnother) {}

    /**
     * @param seen    when a document or other public material last showed these addresses
     * @param from    the document that names the page, by its code; those without one have their name in the bundles
     * @param checked when somebody last opened every address and found the right page; null for never
     * @param on      addresses of the pages that lead there, those of the manual left out
     */
    public record ExternalPage(
            String key,
            Map<Language, String> addresses,
            LocalDate seen,
            String from,
            @Nullable LocalDate checked,
            List<String> on) {

        /** Whether it is to be opened and checked: never was, or not for a year (D111). */
        public boolean isDue(LocalDate today) {
            return checked == null || checked.plusYears(1).isBefore(today);
        }
    }

    private static ExternalPage page(List<String> columns) {
        Map<Language, String> addresses = new EnumMap<>(Language.class);
        for (Language language : LANGUAGES) {
            String address = columns.get(1 + LANGUAGES.indexOf(language));
            if (!address.isEmpty()) {
                addresses.put(language, address);
            }
        }
        return new ExternalPage(
                columns.get(0),
                addresses,
                LocalDate.parse(columns.get(5)),
                columns.get(6),
                columns.get(7).isEmpty() ? null : LocalDate.parse(columns.get(7)),
                columns.get(8).isEmpty() ? List.of() : List.of(columns.get(8).split(" ", -1)));
    }
}
