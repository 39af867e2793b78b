package be.designations.forms;

/** A form file that cannot be used; the message names the file and what is wrong. The application does not start. */
final class FormFileException extends RuntimeException {

    FormFileException(String file, String problem) {
        super("Form " + file + ": " + problem);
    }

    FormFileException(String file, String problem, Throwable cause) {
        super("Form " + file + ": " + problem, cause);
    }
}
