package be.designations.dpd;

import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.Attachments;
import be.designations.casework.DocumentOwner;
import be.designations.casework.DocumentRules;
import be.designations.casework.Documents;
import be.designations.casework.Folder;
import be.designations.casework.StepDocuments.Document;
import be.designations.directory.Actor;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents of an application. The CPAS adds and removes them while the file is in its hands: as a draft, and while
 * it is to be completed; until it sends them nobody else sees them (D19). What was sent once stays: the opinion and the
 * decision were based on it.
 */
@Service
@Transactional
public class DpdDocuments implements DocumentOwner {

    private static final String OWNER = "dpd";

    private final Documents documents;
    private final Attachments attachments;
    private final DpdApplications applications;
    private final DpdAccess access;

    DpdDocuments(Documents documents, Attachments attachments, DpdApplications applications, DpdAccess access) {
        this.documents = documents;
        this.attachments = attachments;
        this.applications = applications;
        this.access = access;
    }

    /**
     * Adds a file; the same one twice is added once.
     *
     * @param fileName as the sender's computer calls it
     * @throws NotFoundException   when the actor may not see the application
     * @throws NotAllowedException when they may see it, but may not file for its CPAS
     * @throws RejectedException   when the file is not in the hands of the CPAS, there are enough documents already, or it
     *                             is not taken
     */
    public Attachment add(Actor actor, ApplicationId id, String fileName, byte[] content) {
        return documents.add(actor, folder(actor, lock(id)), fileName, content);
    }

    /**
     * Takes a document away; one that is gone already stays gone.
     *
     * @throws RejectedException when it was sent already; else as {@link #add}
     */
    public void remove(Actor actor, ApplicationId id, AttachmentId document) {
        documents.remove(actor, folder(actor, lock(id)), document);
    }

    /**
     * Those that the actor sees, the first first; whoever sees one that is not sent may take it away.
     *
     * @throws NotFoundException when the actor may not see the application
     */
    @Transactional(readOnly = true)
    public List<Document> list(Actor actor, ApplicationId id) {
        DpdApplication application = access.visible(actor, id);
        return seenBy(actor, application).stream()
                .map(file -> new Document(file, isUnsent(application, file)))
                .toList();
    }

    /** Those of an application that the reader may see, as far as they may see the documents, the first first. */
    @Transactional(readOnly = true)
    List<Attachment> seenBy(Actor reader, DpdApplication application) {
        return attachments.of(application.id().value()).stream()
                .filter(file -> sees(reader, application, file))
                .toList();
    }

    /** Throws away what was not sent of a file that nobody will complete any more, as a correction is (D19). */
    void dropUnsent(DpdApplication application) {
        if (isInHandsOfCpas(application)) {
            attachments.removeSince(application.id().value(), since(application));
        }
    }

    @Override
    public Optional<Reading> reading(Actor actor, Attachment file) {
        return applications
                .find(new ApplicationId(file.subject()))
                .filter(application -> access.maySee(actor, application) && sees(actor, application, file))
                .map(application -> new Reading(OWNER, !access.mayFile(actor, application.organisation())));
    }

    /** Where the CPAS puts documents now. */
    Folder folder(Actor actor, DpdApplication application) {
        access.requireFiler(actor, application);
        if (!isInHandsOfCpas(application)) {
            throw new RejectedException(Rejection.ofField("dpd.documents-closed", DocumentRules.FIELD)
                    .ofState());
        }
        return new Folder(application.id().value(), OWNER, since(application));
    }

    private boolean sees(Actor reader, DpdApplication application, Attachment file) {
        return !isUnsent(application, file) || access.mayFile(reader, application.organisation());
    }

    static boolean isUnsent(DpdApplication application, Attachment file) {
        return isInHandsOfCpas(application) && !file.addedAt().isBefore(since(application));
    }

    /** While the file is to be completed, nothing has changed since the questions came. */
    private static Instant since(DpdApplication application) {
        return application.status() == ApplicationStatus.DRAFT ? Instant.EPOCH : application.lastChangedAt();
    }

    private DpdApplication lock(ApplicationId id) {
        return applications.lock(id).orElseThrow(() -> new NotFoundException("dpd application"));
    }

    private static boolean isInHandsOfCpas(DpdApplication application) {
        return application.status() == ApplicationStatus.DRAFT
                || application.status() == ApplicationStatus.AWAITING_COMPLETION;
    }
}
