package be.designations.pages;

import be.designations.forms.ShownError;
import be.designations.rules.RejectedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The files of a posted page, and the wishes to remove one. */
public final class Uploads {

    /** The button that only adds the files that were chosen. */
    public static final String ADD = "add";

    private static final String REMOVE = "remove:";

    private Uploads() {}

    /** Takes one file. */
    @FunctionalInterface
    public interface Taking {
        void take(String fileName, byte[] content);
    }

    /** The files that were chosen: a browser sends a nameless one when there is none. */
    public static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty() || !nameOf(file).isBlank())
                        .toList();
    }

    /** Takes each file that can be taken, and answers with why the others were not. */
    public static List<ShownError> take(List<MultipartFile> chosen, Page page, Taking taking) {
        List<ShownError> errors = new ArrayList<>();
        for (MultipartFile file : chosen) {
            try {
                taking.take(nameOf(file), content(file));
            } catch (RejectedException refused) {
                errors.addAll(page.errors(refused.rejections()));
            }
        }
        return errors.stream().distinct().toList();
    }

    /** The document that a posted action asks to remove; an id that cannot be one names none. */
    public static Optional<UUID> toRemove(String action) {
        try {
            return action.startsWith(REMOVE)
                    ? Optional.of(UUID.fromString(action.substring(REMOVE.length())))
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
