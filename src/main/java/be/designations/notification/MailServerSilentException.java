package be.designations.notification;

/** No connection to the mail server: no mail can leave, whichever. */
class MailServerSilentException extends Exception {

    MailServerSilentException(Exception cause) {
        super(cause);
    }
}
