package be.designations.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All mails of the demonstration, for every recipient, each a {@code .eml} file in one directory. */
final class DemoMailbox {

    static final String DELIVERED_TO = "Delivered-To";

    /** Milliseconds since 1970, then a random part: the name alone puts the mails in order. */
    private static final Pattern ID = Pattern.compile("(\\d{14})-([0-9a-f]{8})");

    private static final String SUFFIX = ".eml";

    private final Path directory;
    private final Clock clock;

    DemoMailbox(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Keeps a mail, once for each recipient; when this returns it is on disk. */
    void receive(MimeMessage message, String recipient) {
        String id = "%014d-%s"
                .formatted(clock.millis(), UUID.randomUUID().toString().substring(0, 8));
        try {
            Files.createDirectories(directory);
            Path unfinished = directory.resolve(id + ".part");
            try (FileChannel file = FileChannel.open(unfinished, CREATE_NEW, WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));
                out.write((DELIVERED_TO + ": " + recipient + "\r\n").getBytes(US_ASCII));
                message.writeTo(out);
                out.flush();
                file.force(true);
            }
            Files.move(unfinished, directory.resolve(id + SUFFIX), ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail cannot be written", e);
        }
    }

    /**
     * A page of mails, newest first.
     *
     * @param number of the page, from 1
     */
    MailPage page(int number, int size) {
        List<String> ids = ids();
        int pages = Math.max(1, (ids.size() + size - 1) / size);
        int shown = Math.min(Math.max(number, 1), pages);
        List<DemoMail> mails = ids.stream()
                .skip((long) (shown - 1) * size)
                .limit(size)
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
        return new MailPage(mails, shown, pages, ids.size());
    }

    Optional<DemoMail> find(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Instant receivedAt = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        try (InputStream content = Files.newInputStream(directory.resolve(id + SUFFIX))) {
            return Optional.of(DemoMail.parse(id, receivedAt, content));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> ids() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param number of this page, from 1
     * @param pages how many there are, at least 1
     * @param total of mails on all pages
     */
    record MailPage(List<DemoMail> mails, int number, int pages, int total) {}
}
