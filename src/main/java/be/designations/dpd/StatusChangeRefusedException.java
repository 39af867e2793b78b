package be.designations.dpd;

/** The application has moved on, or never was where this step begins. */
final class StatusChangeRefusedException extends RuntimeException {

    StatusChangeRefusedException(ApplicationStatus from, ApplicationStatus to) {
        super("from " + from + " to " + to);
    }
}
