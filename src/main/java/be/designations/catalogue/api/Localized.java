package be.designations.catalogue.api;

import be.designations.access.Translated;
import be.designations.api.LocalizedString;
import org.jspecify.annotations.Nullable;

/** Texts of the catalogue as callers get them. */
final class Localized {

    private Localized() {}

    static LocalizedString of(Translated text) {
        return new LocalizedString(text.fr(), text.nl(), text.de());
    }

    static @Nullable LocalizedString unlessEmpty(Translated text) {
        return text.fr().isEmpty() ? null : of(text);
    }
}
