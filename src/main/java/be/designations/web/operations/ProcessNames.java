package be.designations.web.operations;

import be.designations.pages.Page;

/** What models call their processes and elements, in the language of the reader. */
final class ProcessNames {

    private ProcessNames() {}

    /** @param otherwise what the model itself says */
    static String process(String key, String otherwise, Page page) {
        return step(key, "pool_" + key, otherwise, page);
    }

    static String process(String key, Page page) {
        return process(key, key, page);
    }

    /** @param otherwise what the model itself says */
    static String step(String process, String step, String otherwise, Page page) {
        return page.textIfAny("process." + process + "." + step).orElse(otherwise);
    }
}
