package be.designations.primaweb;

import be.designations.access.Translated;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as a CPAS hands them to another one.
 *
 * @param treeVersion of the tree of functions from which they come
 */
public record ProfileFile(int treeVersion, List<Entry> profiles) {

    /** Of what is read, in bytes: some two hundred profiles with all functions. */
    public static final int LONGEST = 1_000_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public ProfileFile {
        profiles = List.copyOf(profiles);
    }

    /** A profile in the file. */
    public record Entry(Translated name, List<String> functions) {

        public Entry {
            functions = List.copyOf(functions);
        }

        ProfileDetails details() {
            return new ProfileDetails(name, new LinkedHashSet<>(functions));
        }
    }

    public byte[] write() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws RejectedException {@code primaweb.file-unreadable} for what no CPAS has exported */
    static ProfileFile read(byte[] content) {
        try {
            ProfileFile file = content.length > LONGEST ? null : JSON.readValue(content, ProfileFile.class);
            if (isWhole(file)) {
                return Objects.requireNonNull(file);
            }
        } catch (IOException | IllegalArgumentException | NullPointerException unreadable) {
            // Said below: what is wrong with it helps nobody who did not write it.
        }
        throw new RejectedException(Rejection.ofField("primaweb.file-unreadable", "file"));
    }

    private static boolean isWhole(@Nullable ProfileFile file) {
        return file != null
                && !file.profiles().isEmpty()
                && file.profiles().size() <= ProfilePolicy.MOST_PROFILES
                && file.profiles().stream()
                        .allMatch(entry -> entry.name().fr() != null
                                && entry.name().nl() != null
                                && entry.name().de() != null);
    }
}
