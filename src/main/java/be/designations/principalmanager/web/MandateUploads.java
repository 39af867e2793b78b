package be.designations.principalmanager.web;

import be.designations.casework.AttachmentId;
import be.designations.directory.Actor;
import be.designations.forms.ShownError;
import be.designations.identifier.EnterpriseNumber;
import be.designations.principalmanager.MandateDocuments;
import be.designations.rules.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files of a posted page into a draft, and the wishes to remove one. */
@Component
class MandateUploads {

    private static final String REMOVE = "remove:";

    private final MandateDocuments documents;
    private final RequestForms forms;

    MandateUploads(MandateDocuments documents, RequestForms forms) {
        this.documents = documents;
        this.forms = forms;
    }

    /** The files that were chosen: a browser sends a nameless one when there is none. */
    static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty() || !nameOf(file).isBlank())
                        .toList();
    }

    /** Adds each file that can be taken, and answers with why the others were not. */
    List<ShownError> add(Actor actor, EnterpriseNumber number, List<MultipartFile> chosen, Locale locale) {
        List<ShownError> errors = new ArrayList<>();
        for (MultipartFile file : chosen) {
            try {
                documents.add(actor, number, nameOf(file), content(file));
            } catch (RejectedException refused) {
                errors.addAll(forms.errors(refused, locale));
            }
        }
        return errors.stream().distinct().toList();
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

    private static String nameOf(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
