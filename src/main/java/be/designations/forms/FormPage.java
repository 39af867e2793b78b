package be.designations.forms;

import java.util.List;

/**
 * The fields that are asked together.
 *
 * @param key stable, part of addresses and of message keys
 * @param title the French title of the form file; empty for a form of one page
 */
public record FormPage(String key, String title, List<FormField> fields) {

    /** The key of the only page of a form without groups. */
    public static final String ONLY_PAGE = "form";

    public FormPage {
        fields = List.copyOf(fields);
    }
}
