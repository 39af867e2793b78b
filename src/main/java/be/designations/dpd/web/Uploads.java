package be.designations.dpd.web;

import be.designations.casework.AttachmentId;
import be.designations.directory.Actor;
import be.designations.dpd.ApplicationId;
import be.designations.dpd.DpdDocuments;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of a posted page into an application, and the wishes to remove one. */
@Component
class Uploads {

    private static final String REMOVE = "remove:";

    private final DpdDocuments documents;

    Uploads(DpdDocuments documents) {
        this.documents = documents;
    }

    /** The files that were chosen: a browser sends a nameless one when there is none. */
    static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty()
                                || !Objects.requireNonNullElse(file.getOriginalFilename(), "")
                                        .isBlank())
                        .toList();
    }

    /** Adds each file that can be taken, and answers with why the others were not. */
    List<Rejection> add(Actor actor, ApplicationId id, List<MultipartFile> chosen) {
        List<Rejection> refusals = new ArrayList<>();
        for (MultipartFile file : chosen) {
            try {
                documents.add(actor, id, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content(file));
            } catch (RejectedException refused) {
                refusals.addAll(refused.rejections());
            }
        }
        return refusals.stream().distinct().toList();
    }

    /** The document that a posted action asks to remove; an id that cannot be one names none. */
    static Optional<AttachmentId> toRemove(String action) {
        try {
            return action.startsWith(REMOVE)
                    ? Optional.of(new AttachmentId(UUID.fromString(action.substring(REMOVE.length()))))
                    : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
