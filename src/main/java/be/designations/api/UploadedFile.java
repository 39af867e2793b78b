package be.designations.api;

import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that a request brings.
 *
 * @param name as the sender's computer calls it; empty when it has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record UploadedFile(String name, byte[] content) {

    /**
     * @param part in which the files came
     * @throws RejectedException when there is not exactly one
     */
    public static UploadedFile only(String part, List<MultipartFile> files) throws IOException {
        if (files.size() != 1) {
            throw new RejectedException(Rejection.ofField("api.one-file", part));
        }
        MultipartFile file = files.get(0);
        return new UploadedFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
    }
}
