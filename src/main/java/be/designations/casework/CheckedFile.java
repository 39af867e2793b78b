package be.designations.casework;

/** A file that {@link DocumentRules} has taken. */
public final class CheckedFile {

    private final String fileName;
    private final DocumentKind kind;
    private final byte[] content;

    CheckedFile(String fileName, DocumentKind kind, byte[] content) {
        this.fileName = fileName;
        this.kind = kind;
        this.content = content.clone();
    }

    /** Without path and control characters, 1 to {@link FileNames#LONGEST} characters. */
    public String fileName() {
        return fileName;
    }

    /** As the content shows it. */
    public DocumentKind kind() {
        return kind;
    }

    public byte[] content() {
        return content.clone();
    }
}
