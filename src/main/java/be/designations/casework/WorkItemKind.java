package be.designations.casework;

/** The steps of the processes that wait for a person. */
public enum WorkItemKind {
    GIVE_OPINION("task_give-opinion", Desk.BCSS),
    COMPLETE_FILE("task_complete-file", Desk.FILERS),
    DECIDE("task_decide", Desk.SPP_IS),
    CHANGE_LOCAL_MANAGER("task_change-local-manager", Desk.ENTITY_MANAGERS),
    VERIFY_MANDATE("task_verify-mandate", Desk.SUPPORT),
    REPLACE_PRINCIPAL_MANAGER("task_replace-principal-manager", Desk.REPRESENTATIVES),
    REPLACE_MANAGER("task_replace-manager", Desk.ENTITY_MANAGERS);

    private final String step;
    private final Desk desk;

    WorkItemKind(String step, Desk desk) {
        this.step = step;
        this.desk = desk;
    }

    /** The id of the step in the process model. */
    public String step() {
        return step;
    }

    public Desk desk() {
        return desk;
    }
}
