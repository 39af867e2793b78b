package be.designations.principalmanager;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.Attachments;
import be.designations.casework.CheckedFile;
import be.designations.casework.DocumentRules;
import be.designations.casework.OpenedDocument;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that show a mandate: added and removed while the request is a draft, read by whoever asked and by support. */
@Service
@Transactional
public class MandateDocuments {

    /** At most this many with one request. */
    public static final int MOST = 10;

    private static final String SUBJECT = "mandate-document";

    private final Attachments attachments;
    private final PrincipalManagerRequests requests;
    private final PrincipalManagerAccess access;
    private final AuditLog audit;
    private final Clock clock;

    MandateDocuments(
            Attachments attachments,
            PrincipalManagerRequests requests,
            PrincipalManagerAccess access,
            AuditLog audit,
            Clock clock) {
        this.attachments = attachments;
        this.requests = requests;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a file to the draft of the actor; the same one twice is added once.
     *
     * @param fileName as the sender's computer calls it
     * @throws NotFoundException when the actor has no draft for that enterprise
     * @throws RejectedException when there are enough documents already, or {@link DocumentRules} refuse it
     */
    public Attachment add(Actor actor, EnterpriseNumber number, String fileName, byte[] content) {
        Draft draft = draft(actor, number);
        CheckedFile file = DocumentRules.check(fileName, content);
        List<Attachment> before = attachments.of(draft.id().value());
        Attachment added = attachments.add(draft.id().value(), file, actor.person(), clock.instant());
        if (before.contains(added)) {
            return added;
        }
        if (before.size() >= MOST) {
            throw new RejectedException(Rejection.ofField("casework.too-many-files", DocumentRules.FIELD, MOST));
        }
        record(actor, "principal-manager.document-added", added, null, facts(added));
        return added;
    }

    /** Takes a document of the draft away; one that is gone already stays gone. */
    public void remove(Actor actor, EnterpriseNumber number, AttachmentId document) {
        Draft draft = draft(actor, number);
        attachments
                .find(document)
                .filter(file -> file.subject().equals(draft.id().value()))
                .ifPresent(file -> {
                    attachments.remove(document);
                    record(actor, "principal-manager.document-removed", file, facts(file), null);
                });
    }

    /** Those of the draft of the actor, the first first; none when there is no draft. */
    @Transactional(readOnly = true)
    public List<Attachment> ofDraft(Actor actor, EnterpriseNumber number) {
        return requests.findDraft(actor.person(), number)
                .map(draft -> attachments.of(draft.id().value()))
                .orElse(List.of());
    }

    /**
     * Opens a document; that support opened one is written down.
     *
     * @throws NotFoundException when there is no such document, or not for this reader
     */
    public OpenedDocument open(Actor actor, AttachmentId id) {
        Attachment file = attachments.find(id).orElseThrow(() -> new NotFoundException("document"));
        RequestId subject = new RequestId(file.subject());
        boolean ofOwnDraft = requests.findDraft(subject)
                .filter(draft -> draft.person().equals(actor.person()))
                .isPresent();
        if (!ofOwnDraft) {
            PrincipalManagerRequest request = requests.find(subject)
                    .filter(sent -> access.seesPapers(actor, sent))
                    .orElseThrow(() -> new NotFoundException("document"));
            if (!request.requestedBy().equals(actor.person())) {
                record(actor, "principal-manager.document-opened", file, null, facts(file));
            }
        }
        return new OpenedDocument(file, attachments.content(id));
    }

    private Draft draft(Actor actor, EnterpriseNumber number) {
        return requests.lockDraft(actor.person(), number).orElseThrow(() -> new NotFoundException("draft"));
    }

    private static Map<String, Object> facts(Attachment file) {
        return Map.of("file", file.fileName(), "kind", file.kind(), "size", file.size());
    }

    private void record(
            Actor actor,
            String operation,
            Attachment file,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        audit.record(AuditEvent.of(operation, SUBJECT, file.id().value())
                .by(actor.person().value(), null)
                .changing(before, after));
    }
}
