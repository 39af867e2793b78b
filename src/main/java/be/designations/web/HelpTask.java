package be.designations.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A task that has a page of help: what it is for, four steps, and what is good to know. */
enum HelpTask {
    ASK("requests.help.ask"),
    ANSWER("requests.help.answer"),
    LEAVING("departure.help.leaving"),
    ENDING("expiry.help.ending"),
    REVIEW("reviews.help.review"),
    CAMPAIGN("reviews.help.campaign"),
    FILE("imports.help.file"),
    MANDATE("mandate.help.mandate");

    private final String words;

    HelpTask(String words) {
        this.words = words;
    }

    static Optional<HelpTask> of(String code) {
        return Arrays.stream(values()).filter(task -> task.code().equals(code)).findFirst();
    }

    /** As it stands in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the keys of its words begin, in the bundle of the module that does it. */
    public String words() {
        return words;
    }
}
