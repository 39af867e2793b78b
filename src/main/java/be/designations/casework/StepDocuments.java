package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.rules.RejectedException;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that are sent with a step of a dossier. */
@Service
public class StepDocuments {

    private final Documents documents;
    private final Attachments attachments;

    StepDocuments(Documents documents, Attachments attachments) {
        this.documents = documents;
        this.attachments = attachments;
    }

    /**
     * A document as its reader sees it.
     *
     * @param removable whether this reader may take it away now
     */
    public record Document(Attachment file, boolean removable) {}

    /** @throws RejectedException when the dossier takes none now, or not this one */
    @Transactional
    public <C extends CaseContent> void add(
            Actor actor, CaseFile dossier, CaseProcess<C> process, String fileName, byte[] content) {
        documents.add(actor, process.folder(actor, process.lock(dossier)), fileName, content);
    }

    /** @throws RejectedException when the dossier lets none go now, or it was sent already */
    @Transactional
    public <C extends CaseContent> void remove(
            Actor actor, CaseFile dossier, CaseProcess<C> process, AttachmentId document) {
        documents.remove(actor, process.folder(actor, process.lock(dossier)), document);
    }

    /** Those of the dossier, the first first; none while it takes none. */
    public <C extends CaseContent> List<Document> list(Actor actor, CaseFile dossier, CaseProcess<C> process) {
        C content = process.find(dossier.id()).orElseThrow();
        try {
            Folder folder = process.folder(actor, content);
            return attachments.of(folder.subject()).stream()
                    .map(file -> new Document(file, folder.isNew(file)))
                    .toList();
        } catch (RejectedException closed) {
            return List.of();
        }
    }
}
