package be.designations.casework.web;

import be.designations.casework.CaseContent;
import be.designations.casework.CaseProcess;
import be.designations.casework.CaseStep;
import be.designations.casework.CaseView;
import be.designations.directory.Actor;
import be.designations.forms.FormValues;
import be.designations.forms.FormView;
import be.designations.pages.Page;
import be.designations.rules.Rejection;
import java.util.List;

/**
 * What a module shows of its dossiers in the pages that all dossiers have: a template with the fragments {@code now}, {@code
 * actions}, {@code papers}, {@code facts}, {@code contents} and {@code below}, and one for each step that says more than its
 * form. A fragment that is not there shows nothing.
 *
 * @param <C> what the module keeps of a dossier
 */
public abstract class CaseSlots<C extends CaseContent> {

    private final CaseProcess<C> process;
    private final String template;

    /**
     * @param process to whose steps, and, where it is that of a kind, to whose dossiers these belong
     * @param template name of the template with the fragments
     */
    protected CaseSlots(CaseProcess<C> process, String template) {
        this.process = process;
        this.template = template;
    }

    CaseProcess<C> process() {
        return process;
    }

    String template() {
        return template;
    }

    void show(CaseView dossier, Actor reader, Page page) {
        fill(dossier, dossier.content(process), reader, page);
    }

    FormView formOf(CaseStep<?, ?> step, CaseView dossier, FormView form) {
        return form(step.key(), dossier, dossier.content(process), form);
    }

    /** Puts into the page what the fragments show. */
    protected abstract void fill(CaseView dossier, C content, Actor reader, Page page);

    FormValues proposedFor(CaseStep<?, ?> step, CaseView dossier, Actor reader) {
        return proposed(step.key(), dossier, dossier.content(process), reader);
    }

    /** What the form of a step says before the reader has typed. */
    protected FormValues proposed(String step, CaseView dossier, C content, Actor reader) {
        return FormValues.empty();
    }

    List<Rejection> alsoWrongIn(CaseStep<?, ?> step, CaseView dossier, FormValues typed) {
        return alsoWrong(step.key(), dossier.content(process), typed);
    }

    /** What rules refuse whatever else is answered, so that it is told at once with what the form refuses. */
    protected List<Rejection> alsoWrong(String step, C content, FormValues typed) {
        return List.of();
    }

    /** The form of a step as it is to be filled in this time. */
    protected FormView form(String step, CaseView dossier, C content, FormView form) {
        return form;
    }
}
