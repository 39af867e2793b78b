package be.designations.forms;

/** The answers do not fit the form; nothing was changed. */
public final class InvalidAnswersException extends RuntimeException {

    private final transient FormDefinition form;
    private final transient FormSubmission submission;

    /** @param submission with at least one error */
    public InvalidAnswersException(FormDefinition form, FormSubmission submission) {
        super(form.id() + ": "
                + submission.errors().stream().map(FieldError::key).toList());
        if (!submission.hasErrors()) {
            throw new IllegalArgumentException("nothing is wrong with these answers");
        }
        this.form = form;
        this.submission = submission;
    }

    public FormDefinition form() {
        return form;
    }

    public FormSubmission submission() {
        return submission;
    }
}
