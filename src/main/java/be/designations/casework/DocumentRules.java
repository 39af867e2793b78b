package be.designations.casework;

import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;

/** Which files are taken as documents: by what is in them, whatever they are called. */
public final class DocumentRules {

    /** Bytes; the database holds to it too. */
    public static final int LARGEST = 10 * 1024 * 1024;

    /** The field that the refusals are about. */
    public static final String FIELD = "files";

    private DocumentRules() {}

    /**
     * @param fileName as the sender's computer calls it
     * @throws RejectedException when the file is empty, too large, of a kind that is not taken, or named as another kind
     */
    public static CheckedFile check(String fileName, byte[] content) {
        String name = FileNames.clean(fileName);
        if (content.length == 0) {
            throw refused("casework.file-empty", name);
        }
        if (content.length > LARGEST) {
            throw refused("casework.file-too-large", name);
        }
        DocumentKind kind = KindDetector.detect(content).orElseThrow(() -> refused("casework.file-kind-refused", name));
        if (!kind.isNamedSo(name)) {
            throw refused("casework.file-name-misleads", name, kind.name());
        }
        return new CheckedFile(name, kind, content);
    }

    private static RejectedException refused(String code, Object... arguments) {
        return new RejectedException(Rejection.ofField(code, FIELD, arguments));
    }
}
