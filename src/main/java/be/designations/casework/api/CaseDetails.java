package be.designations.casework.api;

import be.designations.casework.CaseContent;
import be.designations.casework.CaseType;
import be.designations.casework.CaseView;
import be.designations.directory.Actor;

/**
 * What a module adds to its dossiers in the API, beside what all dossiers have.
 *
 * @param <C> what the module keeps of a dossier
 */
public abstract class CaseDetails<C extends CaseContent> {

    private final CaseType<C> type;
    private final Class<? extends Record> schema;

    /** @param schema the record whose fields stand among those of the dossier */
    protected CaseDetails(CaseType<C> type, Class<? extends Record> schema) {
        this.type = type;
        this.schema = schema;
    }

    Class<? extends Record> schema() {
        return schema;
    }

    boolean describes(CaseView dossier) {
        return type.key().equals(dossier.dossierProcess());
    }

    Record of(CaseView dossier, Actor reader) {
        return of(dossier, dossier.content(type), reader);
    }

    protected abstract Record of(CaseView dossier, C content, Actor reader);
}
