package be.designations.letters;

import java.util.List;
import java.util.Optional;

/** The versions of the texts of letters; none is ever changed. */
public interface LetterTemplateStore {

    LetterTemplate current(LetterKind kind);

    Optional<LetterTemplate> find(LetterKind kind, int version);

    /** The newest first. */
    List<LetterTemplate> versions(LetterKind kind);

    /** Of each kind the newest. */
    List<LetterTemplate> all();

    /** @return false when there is that version already */
    boolean add(LetterTemplate template);
}
