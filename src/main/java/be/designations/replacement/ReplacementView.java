package be.designations.replacement;

import be.designations.directory.Person;

/**
 * What is particular to the dossier of a replacement.
 *
 * @param manager          who is to be replaced
 * @param tie              what ended
 * @param byRepresentative whether the legal representatives are asked: of a principal access manager, or because nobody
 *                         manages the entity
 */
public record ReplacementView(
        Replacement replacement, ReplacementPlace place, Person manager, EndedTie tie, boolean byRepresentative) {

    /** Whether the legal representatives are asked because nobody manages the entity. */
    public boolean isUnmanaged() {
        return byRepresentative && !AskedPeople.isPrincipal(place.held());
    }

    /** The page on which whoever is asked goes on. */
    public String path() {
        return isUnmanaged()
                ? "/principal-manager/" + place.entity().enterpriseNumber().value()
                : place.path();
    }
}
