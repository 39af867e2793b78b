package be.designations.notification.process;

/** The names of {@code bpmn/mail-delivery.bpmn}. Its business key is the id of the notification. */
final class MailDeliveryProcess {
    static final String KEY = "mail-delivery";
    static final String TASK_SEND_MAIL = "task_send-mail";
    static final String DELEGATE_SEND_MAIL = "sendMail";

    private MailDeliveryProcess() {}
}
