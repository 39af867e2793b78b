package be.designations.demo.vouchers;

import be.designations.decisions.ApplicationDetails;
import be.designations.decisions.RegisteredApplication;
import be.designations.decisions.Registrations;
import be.designations.directory.Actor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Registers the space as an application that may ask, once, and keeps its key in the directory of the demonstration, for its owner to
 * read: no key stands in the program.
 */
final class SpaceRegistration {

    static final String CLIENT_ID = "demo-vouchers";

    private final Registrations registrations;
    private final Path file;

    /** @param file where the key is kept */
    SpaceRegistration(Registrations registrations, Path file) {
        this.registrations = registrations;
        this.file = file;
    }

    /** @param agent of the support desk */
    String key(Actor agent) {
        try {
            RegisteredApplication application = registrations.register(
                    agent,
                    CLIENT_ID,
                    new ApplicationDetails("Dienstencheques (demo)", false, false, Set.of(VoucherSpace.ROLE)));
            if (Files.exists(file) && application.keys().stream().anyMatch(key -> key.withdrawnAt() == null)) {
                return Files.readString(file).strip();
            }
            application.keys().stream()
                    .filter(key -> key.withdrawnAt() == null)
                    .forEach(key -> registrations.withdrawKey(agent, CLIENT_ID, key.id()));
            String key =
                    registrations.makeKey(agent, CLIENT_ID, application.keys().size());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, key);
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
