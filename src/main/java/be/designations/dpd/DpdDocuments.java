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
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The documents of an application. The CPAS adds and removes them while the file is in its hands: as a draft, and while
 * it is to be completed. What was sent once stays: the opinion and the decision were based on it.
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

    /** @throws NotFoundException when the actor may not see the application */
    @Transactional(readOnly = true)
    public List<Document> list(Actor actor, ApplicationId id) {
        DpdApplication application = access.visible(actor, id);
        Instant since = isInHandsOfCpas(application) && access.mayFile(actor, application.organisation())
                ? since(application)
                : Instant.MAX;
        return attachments.of(id.value()).stream()
                .map(file -> new Document(file, !file.addedAt().isBefore(since)))
                .toList();
    }

    @Override
    public Optional<Reading> reading(Actor actor, UUID subject) {
        return applications
                .find(new ApplicationId(subject))
                .filter(application -> access.maySee(actor, application))
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
