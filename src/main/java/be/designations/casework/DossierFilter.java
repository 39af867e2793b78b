package be.designations.casework;

import be.designations.directory.Language;
import be.designations.identifier.EnterpriseNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * By what dossiers are sought in whichever list.
 *
 * @param text     a dossier number or an enterprise number; or beginnings of words, all of them in the parts of the number, in the names
 *                 of the organisation or, for the desks, in the name of the person whom it is about; null for any
 * @param entity   only those about that organisation, or null
 * @param province only those about organisations of that province, or null
 * @param language only those about organisations that are written to in it, or null
 */
public record DossierFilter(
        @Nullable String text,
        @Nullable EnterpriseNumber entity,
        @Nullable Province province,
        @Nullable Language language) {

    public static final DossierFilter ALL = new DossierFilter(null, null, null, null);

    public DossierFilter {
        text = text == null || text.isBlank() ? null : text.strip();
    }

    public static DossierFilter by(@Nullable String text) {
        return new DossierFilter(text, null, null, null);
    }

    /** The dossier number that was typed, if that is what it is. */
    public Optional<DossierNumber> number() {
        return Optional.ofNullable(text).flatMap(DossierNumber::parse);
    }

    /** The organisation that was asked for, or whose number was typed. */
    public Optional<EnterpriseNumber> organisation() {
        return Optional.ofNullable(entity).or(() -> Optional.ofNullable(text).flatMap(EnterpriseNumber::parse));
    }

    /** The words that were typed, if they are no number. */
    public Optional<String> words() {
        return Optional.ofNullable(text)
                .filter(typed ->
                        number().isEmpty() && EnterpriseNumber.parse(typed).isEmpty());
    }
}
