package be.designations.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a form, page by page, and the rules for what is sent in. */
public final class FormDefinition {

    private final String id;
    private final List<FormPage> pages;
    private final List<FormField> fields;

    FormDefinition(String id, List<FormPage> pages) {
        this.id = id;
        this.pages = List.copyOf(pages);
        this.fields = pages.stream().flatMap(page -> page.fields().stream()).toList();
    }

    public String id() {
        return id;
    }

    /** At least one; a form without groups is one page. */
    public List<FormPage> pages() {
        return pages;
    }

    public Optional<FormPage> page(String key) {
        return pages.stream().filter(page -> page.key().equals(key)).findFirst();
    }

    /** The page to show after this one, none after the last. */
    public Optional<FormPage> pageAfter(FormPage page) {
        int next = pages.indexOf(page) + 1;
        return next < pages.size() ? Optional.of(pages.get(next)) : Optional.empty();
    }

    /** The page to go back to, none before the first. */
    public Optional<FormPage> pageBefore(FormPage page) {
        int index = pages.indexOf(page);
        return index > 0 ? Optional.of(pages.get(index - 1)) : Optional.empty();
    }

    /** The page that asks for the field. */
    public Optional<FormPage> pageOf(String fieldKey) {
        return pages.stream()
                .filter(page ->
                        page.fields().stream().anyMatch(field -> field.key().equals(fieldKey)))
                .findFirst();
    }

    public List<FormField> fields() {
        return fields;
    }

    public Optional<FormField> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /** Checks what a browser posted for the whole form; any field that is not in it is an error. */
    public FormSubmission read(Map<String, ? extends List<String>> posted) {
        return Submissions.posted(posted, fields);
    }

    /** Checks what a browser posted for one page; any field that is not on it is an error. */
    public FormSubmission read(Map<String, ? extends List<String>> posted, FormPage page) {
        return Submissions.posted(posted, page.fields());
    }

    /**
     * Checks a JSON object with the keys of the whole form: texts, numbers, dates as {@code yyyy-MM-dd}, booleans for a
     * checkbox, an array of values for a checklist. The rules are those of a posted form.
     */
    public FormSubmission readJson(JsonNode body) {
        return Submissions.json(body, fields);
    }

    /** Checks a saved draft as a whole. Answers to questions that the form does not ask any more are dropped. */
    public FormSubmission check(FormValues draft) {
        return Submissions.saved(draft, fields);
    }

    @Override
    public String toString() {
        return id;
    }
}
