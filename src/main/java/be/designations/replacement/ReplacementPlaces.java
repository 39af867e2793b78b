package be.designations.replacement;

import be.designations.access.AccessModel;
import be.designations.access.DomainCode;
import be.designations.access.Qualities;
import be.designations.access.Quality;
import be.designations.access.Responsibility;
import be.designations.access.Subdivision;
import be.designations.access.Translated;
import be.designations.directory.Directory;
import be.designations.directory.Language;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what somebody is to be replaced as. */
@Component
public class ReplacementPlaces {

    private final ReplacementStore replacements;
    private final AccessModel access;
    private final Qualities qualities;
    private final Directory directory;
    private final MessageSource messages;

    ReplacementPlaces(
            ReplacementStore replacements,
            AccessModel access,
            Qualities qualities,
            Directory directory,
            MessageSource messages) {
        this.replacements = replacements;
        this.access = access;
        this.qualities = qualities;
        this.directory = directory;
        this.messages = messages;
    }

    ReplacementPlace of(Responsibility held) {
        Quality quality = held.quality() == null
                ? null
                : access.findQuality(held.quality()).orElseThrow();
        Subdivision subdivision = held.subdivision() == null
                ? null
                : qualities.findSubdivision(held.subdivision()).orElseThrow();
        DomainCode domain = held.domain();
        return new ReplacementPlace(
                held,
                directory.organisation(held.organisation()),
                quality,
                subdivision,
                domain == null ? null : replacements.nameOf(domain));
    }

    /** Such as “Gestionnaire de Subdivision – Action sociale, Insertion”. */
    public String words(ReplacementPlace place, Locale locale) {
        StringBuilder words = new StringBuilder(text("capacity." + place.held().kind(), locale));
        Quality quality = place.quality();
        if (quality != null) {
            words.append(" – ").append(text("quality." + quality.kind(), locale));
        }
        Subdivision subdivision = place.subdivision();
        if (subdivision != null) {
            words.append(", ").append(subdivision.name());
        }
        Translated domain = place.domain();
        if (domain != null) {
            words.append(" – ").append(domain.in(Language.of(locale.getLanguage())));
        }
        return words.toString();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
