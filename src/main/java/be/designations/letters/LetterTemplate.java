package be.designations.letters;

import be.designations.directory.Language;
import be.designations.directory.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the text of a kind of letter.
 *
 * @param version from 1
 * @param texts   one for each language of {@link Language#LETTERS}, in that order
 * @param madeBy  null for what came with the program
 */
public record LetterTemplate(
        LetterKind kind,
        int version,
        List<LetterText> texts,
        Instant madeAt,
        @Nullable PersonId madeBy) {

    public LetterTemplate {
        texts = List.copyOf(texts);
    }

    public LetterText in(Language language) {
        return texts.get(Language.LETTERS.indexOf(language));
    }
}
