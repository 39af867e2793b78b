package be.designations.dpd;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.Attachments;
import be.designations.casework.CheckedFile;
import be.designations.casework.DocumentRules;
import be.designations.casework.OpenedDocument;
import be.designations.directory.Actor;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents of an application. The CPAS adds and removes them while the file is in its hands: as a draft, and while
 * it is to be completed. What was sent once stays: the opinion and the decision were based on it.
 */
@Service
@Transactional
public class DpdDocuments {

    /** At most this many are sent at once: with the application, and again with each completion. */
    public static final int MOST = 10;

    private static final String SUBJECT = "dpd-document";

    private final Attachments attachments;
    private final DpdApplications applications;
    private final DpdAccess access;
    private final AuditLog audit;
    private final Clock clock;

    DpdDocuments(Attachments attachments, DpdApplications applications, DpdAccess access, AuditLog audit, Clock clock) {
        this.attachments = attachments;
        this.applications = applications;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A document as its reader sees it.
     *
     * @param removable whether this reader may take it away now
     */
    public record Document(Attachment file, boolean removable) {}

    /**
     * Adds a file; the same one twice is added once.
     *
     * @param fileName as the sender's computer calls it
     * @throws NotFoundException   when the actor may not see the application
     * @throws NotAllowedException when they may see it, but may not file for its CPAS
     * @throws RejectedException   when the file is not in the hands of the CPAS, there are enough documents already, or
     *                             {@link DocumentRules} refuse it
     */
    public Attachment add(Actor actor, ApplicationId id, String fileName, byte[] content) {
        DpdApplication application = inHandsOfCpas(actor, id);
        CheckedFile file = DocumentRules.check(fileName, content);
        List<Attachment> before = attachments.of(id.value());
        Attachment added = attachments.add(id.value(), file, actor.person(), clock.instant());
        if (before.contains(added)) {
            return added;
        }
        if (before.stream().filter(it -> isNew(it, application)).count() >= MOST) {
            throw new RejectedException(Rejection.ofField("casework.too-many-files", DocumentRules.FIELD, MOST));
        }
        record(actor, "dpd.document-added", added, null, facts(added));
        return added;
    }

    /**
     * Takes a document away; one that is gone already stays gone.
     *
     * @throws RejectedException when it was sent already; else as {@link #add}
     */
    public void remove(Actor actor, ApplicationId id, AttachmentId document) {
        DpdApplication application = inHandsOfCpas(actor, id);
        attachments.find(document).filter(it -> it.subject().equals(id.value())).ifPresent(it -> {
            if (!isNew(it, application)) {
                throw new RejectedException(Rejection.ofField("dpd.document-sent", DocumentRules.FIELD));
            }
            attachments.remove(document);
            record(actor, "dpd.document-removed", it, facts(it), null);
        });
    }

    /** @throws NotFoundException when the actor may not see the application */
    @Transactional(readOnly = true)
    public List<Document> list(Actor actor, ApplicationId id) {
        DpdApplication application = access.requireVisible(
                actor, applications.find(id).orElseThrow(() -> new NotFoundException("dpd application")));
        boolean mayRemove = isInHandsOfCpas(application) && access.mayFile(actor, application.organisation());
        return attachments.of(id.value()).stream()
                .map(it -> new Document(it, mayRemove && isNew(it, application)))
                .toList();
    }

    /** @throws NotFoundException when there is no such document, or not for this reader */
    @Transactional(readOnly = true)
    public OpenedDocument open(Actor actor, AttachmentId id) {
        Attachment file = attachments.find(id).orElseThrow(() -> new NotFoundException("document"));
        access.requireVisible(
                actor,
                applications
                        .find(new ApplicationId(file.subject()))
                        .orElseThrow(() -> new NotFoundException("document")));
        return new OpenedDocument(file, attachments.content(id));
    }

    /** Held back from others, so that two who add at once do not add too many. */
    private DpdApplication inHandsOfCpas(Actor actor, ApplicationId id) {
        DpdApplication application = applications.lock(id).orElseThrow(() -> new NotFoundException("dpd application"));
        access.requireFiler(actor, application);
        if (!isInHandsOfCpas(application)) {
            throw new RejectedException(Rejection.ofField("dpd.documents-closed", DocumentRules.FIELD));
        }
        return application;
    }

    private static boolean isInHandsOfCpas(DpdApplication application) {
        return application.status() == ApplicationStatus.DRAFT
                || application.status() == ApplicationStatus.AWAITING_COMPLETION;
    }

    private static boolean isNew(Attachment file, DpdApplication application) {
        // While the file is to be completed, nothing has changed since the questions came.
        return application.status() == ApplicationStatus.DRAFT
                || !file.addedAt().isBefore(application.lastChangedAt());
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
                .by(
                        actor.person().value(),
                        actor.actingFor() == null ? null : actor.actingFor().value())
                .changing(before, after));
    }
}
