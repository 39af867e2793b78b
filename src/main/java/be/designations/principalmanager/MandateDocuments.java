package be.designations.principalmanager;

import be.designations.casework.Attachment;
import be.designations.casework.AttachmentId;
import be.designations.casework.Attachments;
import be.designations.casework.DocumentOwner;
import be.designations.casework.Documents;
import be.designations.casework.Folder;
import be.designations.directory.Actor;
import be.designations.identifier.EnterpriseNumber;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that show a mandate: added and removed while the request is a draft, read by whoever asked and by support. */
@Service
@Transactional
public class MandateDocuments implements DocumentOwner {

    private static final String OWNER = "principal-manager";

    private final Documents documents;
    private final Attachments attachments;
    private final PrincipalManagerRequests requests;
    private final PrincipalManagerAccess access;

    MandateDocuments(
            Documents documents,
            Attachments attachments,
            PrincipalManagerRequests requests,
            PrincipalManagerAccess access) {
        this.documents = documents;
        this.attachments = attachments;
        this.requests = requests;
        this.access = access;
    }

    /**
     * Adds a file to the draft of the actor; the same one twice is added once.
     *
     * @param fileName as the sender's computer calls it
     * @throws NotFoundException when the actor has no draft for that enterprise
     * @throws RejectedException when there are enough documents already, or the file is not taken
     */
    public Attachment add(Actor actor, EnterpriseNumber number, String fileName, byte[] content) {
        return documents.add(actor, folder(actor, number), fileName, content);
    }

    /** Takes a document of the draft away; one that is gone already stays gone. */
    public void remove(Actor actor, EnterpriseNumber number, AttachmentId document) {
        documents.remove(actor, folder(actor, number), document);
    }

    /** Those of the draft of the actor, the first first; none when there is no draft. */
    @Transactional(readOnly = true)
    public List<Attachment> ofDraft(Actor actor, EnterpriseNumber number) {
        return requests.findDraft(actor.person(), number)
                .map(draft -> attachments.of(draft.id().value()))
                .orElse(List.of());
    }

    private Folder folder(Actor actor, EnterpriseNumber number) {
        Draft draft = requests.lockDraft(actor.person(), number).orElseThrow(() -> new NotFoundException("draft"));
        return new Folder(draft.id().value(), OWNER, Instant.EPOCH);
    }

    /** That support opened one is written down. */
    @Override
    public Optional<Reading> reading(Actor actor, Attachment file) {
        RequestId id = new RequestId(file.subject());
        boolean ofOwnDraft = requests.findDraft(id)
                .filter(draft -> draft.person().equals(actor.person()))
                .isPresent();
        return ofOwnDraft
                ? Optional.of(new Reading(OWNER, false))
                : requests.find(id)
                        .filter(sent -> access.seesPapers(actor, sent))
                        .map(sent -> new Reading(OWNER, !sent.requestedBy().equals(actor.person())));
    }
}
