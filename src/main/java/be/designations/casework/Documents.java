package be.designations.casework;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.calendar.BelgianDates;
import be.designations.directory.Actor;
import be.designations.rules.GoneException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents of all modules: kept once, counted, written down. Whoever asks for a {@link Folder} has been let in by the
 * module that owns it, which holds it back from others until the transaction ends, so that two who add at once do not add
 * too many.
 */
@Service
@Transactional
public class Documents {

    private final Attachments attachments;
    private final ObjectProvider<DocumentOwner> owners;
    private final ObjectProvider<FileScanner> scanner;
    private final AuditLog audit;
    private final Clock clock;

    Documents(
            Attachments attachments,
            ObjectProvider<DocumentOwner> owners,
            ObjectProvider<FileScanner> scanner,
            AuditLog audit,
            Clock clock) {
        this.attachments = attachments;
        this.owners = owners;
        this.scanner = scanner;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds a file; the same one twice is added once.
     *
     * @param fileName as the sender's computer calls it
     * @throws RejectedException when there are enough documents already, {@link DocumentRules} refuse it, a virus is found in it or
     *     the scanner does not answer
     */
    public Attachment add(Actor actor, Folder folder, String fileName, byte[] content) {
        CheckedFile file = DocumentRules.check(fileName, content);
        scanner.ifAvailable(it -> refuseVirus(it, file));
        List<Attachment> before = attachments.of(folder.subject());
        Attachment added = attachments.add(folder.subject(), file, actor.person(), clock.instant());
        if (before.contains(added)) {
            return added;
        }
        if (before.stream().filter(folder::isNew).count() >= Folder.MOST) {
            throw new RejectedException(Rejection.ofField("casework.too-many-files", DocumentRules.FIELD, Folder.MOST));
        }
        record(actor, folder.owner(), "added", added, null, facts(added));
        return added;
    }

    private static void refuseVirus(FileScanner scanner, CheckedFile file) {
        boolean harmless;
        try {
            harmless = scanner.isHarmless(file.content());
        } catch (FileScanner.ScannerUnavailableException down) {
            throw new RejectedException(
                    Rejection.ofField("casework.file-not-scanned", DocumentRules.FIELD, file.fileName()));
        }
        if (!harmless) {
            throw new RejectedException(
                    Rejection.ofField("casework.file-infected", DocumentRules.FIELD, file.fileName()));
        }
    }

    /**
     * Takes a document away; one that is gone already stays gone.
     *
     * @throws RejectedException when it was sent already
     */
    public void remove(Actor actor, Folder folder, AttachmentId document) {
        attachments
                .find(document)
                .filter(it -> it.subject().equals(folder.subject()))
                .ifPresent(it -> {
                    if (!folder.isNew(it)) {
                        throw new RejectedException(Rejection.ofField("casework.document-sent", DocumentRules.FIELD));
                    }
                    attachments.remove(document);
                    record(actor, folder.owner(), "removed", it, facts(it), null);
                });
    }

    /**
     * Opens a document.
     *
     * @throws NotFoundException when there is no such document, or not for this reader
     * @throws GoneException     when its content was removed, its term being over (D33)
     */
    public OpenedDocument open(Actor actor, AttachmentId id) {
        Attachment file = attachments.find(id).orElseThrow(() -> new NotFoundException("document"));
        DocumentOwner.Reading reading = owners.stream()
                .map(owner -> owner.reading(actor, file))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("document"));
        Instant removed = file.removedAt();
        if (removed != null) {
            throw new GoneException(Rejection.of("casework.document-removed", new BelgianDates().day(removed)));
        }
        if (reading.logged()) {
            record(actor, reading.owner(), "opened", file, null, facts(file));
        }
        return new OpenedDocument(file, attachments.content(id));
    }

    private static Map<String, Object> facts(Attachment file) {
        return Map.of("file", file.fileName(), "kind", file.kind(), "size", file.size());
    }

    private void record(
            Actor actor,
            String owner,
            String what,
            Attachment file,
            @Nullable Map<String, Object> before,
            @Nullable Map<String, Object> after) {
        audit.record(
                AuditEvent.of(owner + ".document-" + what, "document", file.id().value())
                        .by(actor)
                        .changing(before, after));
    }
}
