package be.designations.testing;

/** The ids of elements by which tests follow a process, one class a model; {@link ProcessElementsTest} holds them to it. */
public final class ProcessElements {

    private ProcessElements() {}

    public static final class DpdDesignation {
        public static final String EVENT_SUBMITTED = "event_submitted";
        public static final String TASK_CONFIRM_RECEIPT = "task_confirm-receipt";
        public static final String TASK_GIVE_OPINION = "task_give-opinion";
        public static final String TASK_COMPLETE_FILE = "task_complete-file";
        public static final String EVENT_COMPLETION_OVERDUE = "event_completion-overdue";
        public static final String TASK_LAPSE = "task_lapse";
        public static final String EVENT_LAPSED = "event_lapsed";
        public static final String TASK_UPDATE_REGISTER = "task_update-register";
        public static final String TASK_NOTIFY_OPINION = "task_notify-opinion";
        public static final String TASK_DECIDE = "task_decide";
        public static final String TASK_NOTIFY_REFUSAL = "task_notify-refusal";
        public static final String EVENT_REFUSED = "event_refused";
        public static final String TASK_START_MANDATE = "task_start-mandate";
        public static final String TASK_NOTIFY_APPROVAL = "task_notify-approval";
        public static final String EVENT_MANDATE_BEGUN = "event_mandate-begun";
        public static final String CALL_LOCAL_MANAGER_CHANGE = "call_local-manager-change";
        public static final String TASK_CLOSE_DOSSIER = "task_close-dossier";
        public static final String EVENT_DESIGNATED = "event_designated";
        public static final String EVENT_WITHDRAWN = "event_withdrawn";
        public static final String EVENT_CLOSED_WITHDRAWN = "event_closed-withdrawn";
        public static final String EVENT_SUPERSEDED = "event_superseded";

        private DpdDesignation() {}
    }

    public static final class LocalManagerChange {
        public static final String TASK_CHANGE_LOCAL_MANAGER = "task_change-local-manager";

        private LocalManagerChange() {}
    }

    public static final class PrincipalManagerDesignation {
        public static final String EVENT_REQUEST_FILED = "event_request-filed";
        public static final String TASK_CONSULT_REGISTER = "task_consult-register";
        public static final String GATEWAY_WAIT = "gateway_wait";
        public static final String EVENT_RETRY = "event_retry";
        public static final String EVENT_WITHDRAWN = "event_withdrawn";
        public static final String EVENT_NOT_RECOGNISED = "event_not-recognised";
        public static final String TASK_ANNOUNCE_REQUEST = "task_announce-request";
        public static final String TASK_VERIFY_MANDATE = "task_verify-mandate";
        public static final String EVENT_MANDATE_REFUSED = "event_mandate-refused";
        public static final String TASK_DESIGNATE = "task_designate";
        public static final String TASK_NOTIFY_DESIGNATION = "task_notify-designation";
        public static final String EVENT_DESIGNATED = "event_designated";
        public static final String EVENT_OVERTAKEN = "event_overtaken";

        private PrincipalManagerDesignation() {}
    }

    public static final class ManagerReplacement {
        public static final String EVENT_TIE_ENDED = "event_tie-ended";
        public static final String TASK_ASK_REPLACEMENT = "task_ask-replacement";
        public static final String TASK_REPLACE_PRINCIPAL_MANAGER = "task_replace-principal-manager";
        public static final String TASK_REPLACE_MANAGER = "task_replace-manager";
        public static final String EVENT_MANAGER_SETTLED = "event_manager-settled";
        public static final String TASK_CLOSE_REPLACEMENT = "task_close-replacement";
        public static final String EVENT_REPLACED = "event_replaced";

        private ManagerReplacement() {}
    }

    public static final class Departure {
        public static final String TASK_TELL_DEPARTURE = "task_tell-departure";
        public static final String GATEWAY_WAITING = "gateway_waiting";
        public static final String EVENT_LAST_DAY_OVER = "event_last-day-over";
        public static final String TASK_ASK_SUCCESSORS = "task_ask-successors";
        public static final String EVENT_DEPARTED = "event_departed";
        public static final String EVENT_SUPERSEDED = "event_superseded";

        private Departure() {}
    }

    public static final class MandateEnd {
        public static final String TASK_TELL_MANDATE_END = "task_tell-mandate-end";
        public static final String GATEWAY_WAITING = "gateway_waiting";
        public static final String EVENT_LAST_DAY_OVER = "event_last-day-over";
        public static final String TASK_NOTE_MANDATE_END = "task_note-mandate-end";
        public static final String EVENT_MANDATE_OVER = "event_mandate-over";
        public static final String EVENT_SUPERSEDED = "event_superseded";

        private MandateEnd() {}
    }

    public static final class MandateExtension {
        public static final String TASK_DECIDE_EXTENSION = "task_decide-extension";
        public static final String EVENT_EXTENSION_OVER = "event_extension-over";
        public static final String EVENT_ANSWERED = "event_answered";

        private MandateExtension() {}
    }

    public static final class OfficerAssistance {
        public static final String TASK_TELL_ASSISTANCE = "task_tell-assistance";
        public static final String EVENT_ASSISTANCE_OVER = "event_assistance-over";
        public static final String EVENT_ASSISTANCE_CLOSED = "event_assistance-closed";

        private OfficerAssistance() {}
    }
}
