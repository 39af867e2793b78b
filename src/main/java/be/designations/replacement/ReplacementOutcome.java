package be.designations.replacement;

/** How a request to replace a manager was settled. */
public enum ReplacementOutcome {
    /** The responsibility ended: somebody else has it, or nobody. */
    REPLACED("replaced"),
    /** The person is tied to the entity again and stays. */
    TIED_AGAIN("tied-again");

    private final String code;

    ReplacementOutcome(String code) {
        this.code = code;
    }

    /** The status of the dossier then, and what its timeline says. */
    public String status() {
        return "replacement." + code;
    }
}
