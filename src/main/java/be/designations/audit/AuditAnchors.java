package be.designations.audit;

import be.designations.scheduling.RecurringJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;

/**
 * Anchors the log outside the database, daily and on demand: whoever owns the database can cut the log or write it anew, but not
 * what was signed and kept elsewhere.
 */
@Service
@EnableConfigurationProperties(AuditProperties.class)
public class AuditAnchors {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final AuditLanes lanes;
    private final Path file;
    private final AnchorFile anchors;
    private final AnchorKey key;
    private final Clock clock;

    /** @throws UncheckedIOException when the directory cannot be written to */
    AuditAnchors(AuditLanes lanes, AuditProperties properties, Clock clock) {
        this.lanes = lanes;
        this.clock = clock;
        try {
            Path directory = Files.createDirectories(properties.anchors());
            this.file = directory.resolve("anchors.txt");
            this.anchors = new AnchorFile(file);
            this.key = AnchorKey.in(directory.resolve("key.json"));
        } catch (IOException unusable) {
            throw new UncheckedIOException("Anchors of the audit log cannot be kept", unusable);
        }
    }

    @Bean
    static RecurringJob auditAnchorsJob(AuditAnchors anchors) {
        return new RecurringJob("audit-anchors", Duration.ofHours(1), anchors::anchorDaily);
    }

    /** Once a day: the file is one for all nodes. */
    void anchorDaily() {
        Instant yesterday = clock.instant().minus(A_DAY);
        if (kept().anchors().stream().noneMatch(anchor -> anchor.at().isAfter(yesterday))) {
            anchor();
        }
    }

    /**
     * Signs how the log ends now, and keeps that.
     *
     * @return the signed text, for whoever keeps it elsewhere too; nothing while the log is empty
     */
    public Optional<String> anchor() {
        return lanes.end(clock.instant()).map(end -> {
            String signed = key.sign(end);
            try {
                anchors.append(signed);
            } catch (IOException full) {
                throw new UncheckedIOException("An anchor of the audit log cannot be kept", full);
            }
            return signed;
        });
    }

    /**
     * Where anchors are kept.
     *
     * @param last  when the last one was kept that can be read; null when there is none
     * @param space how many bytes there are left
     */
    public record Place(@Nullable Instant last, long space) {}

    /** @throws UncheckedIOException when it cannot be written to, or what is kept cannot be read */
    public Place place() {
        Path directory = file.toAbsolutePath().getParent();
        try {
            if (!Files.isWritable(Files.exists(file) ? file : directory)) {
                throw new IOException("not writable");
            }
            return new Place(
                    kept().anchors().stream()
                            .map(AuditAnchor::at)
                            .max(Instant::compareTo)
                            .orElse(null),
                    Files.getFileStore(directory).getUsableSpace());
        } catch (IOException unusable) {
            throw new UncheckedIOException("Anchors of the audit log cannot be kept", unusable);
        }
    }

    /** The anchor in a text that somebody kept; nothing when this application has not signed it. */
    public Optional<AuditAnchor> read(String text) {
        return key.read(text);
    }

    /**
     * The anchors that are kept.
     *
     * @param forged how many lines this application has not signed; one that was torn counts, for whoever wants to hide an anchor could
     *               cut its line, too
     * @param unread whether they could not be read
     */
    record Kept(List<AuditAnchor> anchors, int forged, boolean unread) {

        static final Kept UNREAD = new Kept(List.of(), 0, true);
    }

    /** @throws UncheckedIOException when they cannot be read */
    Kept kept() {
        try {
            List<String> lines = anchors.lines();
            List<AuditAnchor> signed =
                    lines.stream().map(key::read).flatMap(Optional::stream).toList();
            return new Kept(signed, lines.size() - signed.size(), false);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The anchors of the audit log cannot be read", unreadable);
        }
    }
}
