package be.designations.principalmanager;

/** What {@code bpmn/principal-manager-designation.bpmn} and the program call the same; a test holds them equal. */
public final class PrincipalManagerProcess {

    public static final String KEY = "principal-manager-designation";

    public static final String SPECIAL_PROCEDURE = "specialProcedure";
    public static final String REGISTER_ANSWER = "registerAnswer";
    public static final String MANDATE_ACCEPTED = "mandateAccepted";
    public static final String DESIGNATED = "designated";

    public static final String WITHDRAWN = "principal-manager-request-withdrawn";

    private PrincipalManagerProcess() {}

    /** What the process makes of what the register said. */
    public enum RegisterAnswer {
        RECOGNISED,
        NOT_RECOGNISED,
        SILENT;

        static RegisterAnswer of(Recognition recognition) {
            return switch (recognition) {
                case RECOGNISED -> RECOGNISED;
                case REGISTER_SILENT -> SILENT;
                case NO_FUNCTION, FUNCTION_ENDED, FUNCTION_TO_COME, ENTERPRISE_STOPPED, SIGN_IN_TOO_WEAK ->
                    NOT_RECOGNISED;
            };
        }
    }
}
