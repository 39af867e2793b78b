package be.designations.imports;

import be.designations.access.Authority;
import be.designations.access.ManagementTask;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.directory.Organisation;
import be.designations.directory.PersonId;
import be.designations.identifier.EnterpriseNumber;
import be.designations.imports.ImportStore.NewRow;
import be.designations.imports.ImportStore.Refused;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import be.designations.rules.TooManyException;
import be.designations.rules.Typed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files of people, working relationships and rights that managers bring: taken in at once, checked and applied in the background by
 * {@link ImportWork}. For whoever manages the whole entity. <i>Source: D53 to D55.</i>
 */
@Service
@Transactional
public class Imports {

    /** Numbers that are nobody’s, in all files that somebody brings in a day. */
    static final int MOST_MISSES = 100;

    /** As many as two and a half of the largest files: whoever tries the same file twice is not kept from it. */
    static final int MOST_STRANGERS = 50_000;

    /** Of one person in a file: they are checked together. */
    static final int MOST_OF_ONE = 200;

    static final Duration MISSES_COUNT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 100;
    private static final int FILES_SHOWN = 20;

    private final Authority authority;
    private final ImportStore store;
    private final AuditLog audit;
    private final Clock clock;

    Imports(Authority authority, ImportStore store, AuditLog audit, Clock clock) {
        this.authority = authority;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param before whether the same file had been brought already: then nothing was begun */
    public record Brought(ImportFile file, boolean before) {}

    /** An import with the entity for which it is. */
    public record Shown(Organisation organisation, ImportFile file) {}

    /** The entity with the last files that were brought for it, the newest first. */
    public record Overview(Organisation organisation, List<ImportFile> files) {

        public Overview {
            files = List.copyOf(files);
        }
    }

    @Transactional(readOnly = true)
    public Overview overview(Actor actor, EnterpriseNumber number) {
        Organisation organisation = entity(actor, number);
        return new Overview(organisation, store.last(organisation.id(), FILES_SHOWN));
    }

    /**
     * Takes a file in, to be checked line by line. The same file again changes nothing and leads to the import that there is.
     *
     * @throws RejectedException when the file as a whole cannot be read
     */
    public Brought bring(Actor actor, EnterpriseNumber number, String fileName, byte[] content) {
        Organisation organisation = entity(actor, number);
        refuseGuessing(actor);
        List<NewRow> rows = rows(CsvTable.read(content));
        Instant now = clock.instant();
        String sha256 = digest(content);
        ImportFile file = new ImportFile(
                ImportId.random(),
                organisation.id(),
                nameOf(fileName),
                sha256,
                rows.size(),
                ImportState.CHECKING,
                actor,
                now,
                null,
                now,
                new ImportFile.Counts(0, 0, 0, 0, 0, 0),
                false);
        if (!store.begin(file, rows)) {
            return new Brought(store.find(organisation.id(), sha256).orElseThrow(), true);
        }
        record(actor, "imports.brought", file, Map.of("sha256", sha256, "rows", rows.size()));
        return new Brought(file, false);
    }

    /** With somebody’s sex and birth date 499 numbers are left to try (D32). */
    private void refuseGuessing(Actor actor) {
        refusal(actor.person(), CsvTable.FIELD).ifPresent(refusal -> {
            throw new TooManyException(refusal.ofState(), MISSES_COUNT);
        });
    }

    /** Why the files of a person have nobody looked up any more, for a day. */
    Optional<Rejection> refusal(PersonId person, String field) {
        ImportStore.LookedUp found = store.lookedUp(person, clock.instant().minus(MISSES_COUNT));
        if (found.missed() >= MOST_MISSES) {
            return Optional.of(Rejection.ofField("imports.too-many-unknown", field, MOST_MISSES));
        }
        return found.strangers() >= MOST_STRANGERS
                ? Optional.of(Rejection.ofField("imports.too-many-strangers", field, MOST_STRANGERS))
                : Optional.empty();
    }

    private static List<NewRow> rows(List<CsvTable.Line> lines) {
        Map<String, Integer> ofEach = new HashMap<>();
        return lines.stream()
                .map(line -> {
                    String person = CsvTable.personKey(line.cells());
                    boolean tooMany = !person.isEmpty() && ofEach.merge(person, 1, Integer::sum) > MOST_OF_ONE;
                    return row(line, tooMany ? Rejection.of("imports.too-many-of-one", MOST_OF_ONE) : line.problem());
                })
                .toList();
    }

    private static NewRow row(CsvTable.Line line, @Nullable Rejection problem) {
        return new NewRow(
                line.number(),
                CsvTable.personKey(line.cells()),
                line.cells(),
                problem == null
                        ? List.of()
                        : List.of(Problem.of(
                                problem,
                                problem.field() == null
                                        ? null
                                        : Column.of(problem.field()).orElse(null))));
    }

    @Transactional(readOnly = true)
    public Shown read(Actor actor, EnterpriseNumber number, UUID id) {
        Organisation organisation = entity(actor, number);
        return new Shown(organisation, file(organisation, store.find(new ImportId(id))));
    }

    /** The lines that were not taken, by number, beginning after that one. */
    @Transactional(readOnly = true)
    public List<Refused> refused(Actor actor, EnterpriseNumber number, UUID id, int afterLine, int size) {
        return store.refused(read(actor, number, id).file().id(), afterLine, size);
    }

    /** Every line that was not taken, by number. */
    @Transactional(readOnly = true)
    public void eachRefused(Actor actor, EnterpriseNumber number, UUID id, Consumer<Refused> reader) {
        store.eachRefused(read(actor, number, id).file().id(), reader);
    }

    /**
     * Confirms that the good lines are applied, and those only. Twice changes nothing.
     *
     * @param seenGood how many lines the actor has seen as good
     * @throws RejectedException when there are others by now, or none, or the file waits for no confirmation
     */
    public void apply(Actor actor, EnterpriseNumber number, UUID id, int seenGood) {
        Organisation organisation = entity(actor, number);
        ImportFile file = file(organisation, store.lock(new ImportId(id)));
        if (file.state() == ImportState.APPLYING || file.state() == ImportState.APPLIED) {
            return;
        }
        if (file.state() != ImportState.CHECKED
                || file.emptied()
                || file.counts().good() != seenGood) {
            throw new RejectedException(Rejection.of("imports.not-as-seen").ofState());
        }
        if (seenGood == 0) {
            throw new RejectedException(Rejection.of("imports.nothing-good").ofState());
        }
        store.become(file.id(), ImportState.APPLYING, actor, clock.instant());
        record(
                actor,
                "imports.confirmed",
                file,
                Map.of(
                        "sha256",
                        file.sha256(),
                        "good",
                        seenGood,
                        "bad",
                        file.counts().bad()));
    }

    /** Says that the file is not applied; it can be brought again. Twice changes nothing. */
    public void discard(Actor actor, EnterpriseNumber number, UUID id) {
        Organisation organisation = entity(actor, number);
        ImportFile file = file(organisation, store.lock(new ImportId(id)));
        if (file.state() == ImportState.DISCARDED) {
            return;
        }
        if (file.state() != ImportState.CHECKED && file.state() != ImportState.CHECKING) {
            throw new RejectedException(
                    Rejection.of("imports.confirmed-already").ofState());
        }
        store.become(file.id(), ImportState.DISCARDED, actor, clock.instant());
        record(actor, "imports.discarded", file, Map.of("sha256", file.sha256()));
    }

    private Organisation entity(Actor actor, EnterpriseNumber number) {
        return authority.requireInEntity(actor, number, ManagementTask.RIGHTS);
    }

    private static ImportFile file(Organisation organisation, Optional<ImportFile> found) {
        return found.filter(file -> file.organisation().equals(organisation.id()))
                .orElseThrow(() -> new NotFoundException("import"));
    }

    private void record(Actor actor, String operation, ImportFile file, Map<String, ?> what) {
        audit.record(AuditEvent.of(operation, "import", file.id().value())
                .by(actor.person().value(), file.organisation().value())
                .changing(null, what));
    }

    private static String nameOf(String typed) {
        // A file may be called by somebody’s number; the name is shown and kept.
        String name = Typed.line(typed).replaceAll("[0-9]{9,}", "…");
        return name.isEmpty() ? "…" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has it", absent);
        }
    }
}
