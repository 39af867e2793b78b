package be.designations.casework;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of documents that are taken. */
public enum DocumentKind {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    ODT("application/vnd.oasis.opendocument.text"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    DocumentKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How names of such files end, in lower case without the dot. */
    public List<String> extensions() {
        return this == JPEG ? List.of("jpg", "jpeg") : List.of(name().toLowerCase(Locale.ROOT));
    }

    boolean isNamedSo(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && extensions().contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    public static Optional<DocumentKind> ofMediaType(String mediaType) {
        return Stream.of(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }
}
