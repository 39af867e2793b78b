package be.designations.casework;

/** A document and what is in it, for whoever may read it. */
public final class OpenedDocument {

    private final Attachment file;
    private final byte[] content;

    public OpenedDocument(Attachment file, byte[] content) {
        this.file = file;
        this.content = content.clone();
    }

    public Attachment file() {
        return file;
    }

    public byte[] content() {
        return content.clone();
    }
}
