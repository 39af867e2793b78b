package be.designations.imports;

import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.imports.ImportStore.Outcome;
import be.designations.imports.ImportStore.Row;
import be.designations.imports.ImportStore.RowOutcome;
import be.designations.memory.TransactionMemory;
import be.designations.rules.Rejection;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks and applies the lines of imports in the background, some at a time. What became of a line stands in the transaction that
 * changed something by it: a node that dies in the middle loses no line and doubles none, and another one goes on.
 *
 * <p>A line is checked by doing what it wants and undoing it again, by the very operations that apply it: no rule is written twice.
 * <i>Source: D54.</i>
 */
@Service
public class ImportWork {

    /** Between two looks for one that somebody brought: they wait for it. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** A fraction of a second each: whoever manages the same quality by hand waits no longer. */
    private static final int ROWS_A_STEP = 25;

    /** What is said of a number that is nobody’s. */
    private static final Set<String> NOBODYS =
            Set.of("management.niss-unknown", "management.niss-cancelled", "management.niss-replaced");

    private final Imports imports;
    private final ImportStore store;
    private final RowWork rows;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final TransactionTemplate part;

    ImportWork(
            Imports imports,
            ImportStore store,
            RowWork rows,
            AuditLog audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.store = store;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.part = new TransactionTemplate(transactions);
        this.part.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    @Bean
    static RecurringJob importJob(ImportWork work) {
        return new RecurringJob("import", PAUSE, work::carryOut);
    }

    /** Does all that waits; a node that stops leaves the rest to another one, and a file that fails, to the next time. */
    void carryOut() {
        Set<ImportId> failed = new HashSet<>();
        RuntimeException first = null;
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            Tried tried = new Tried(failed);
            try {
                more = step(ROWS_A_STEP, tried);
            } catch (RuntimeException unexpected) {
                if (tried.file == null) {
                    throw unexpected;
                }
                failed.add(tried.file.id());
                first = first == null ? unexpected : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** @return whether there was something to do */
    boolean step(int size) {
        return step(size, new Tried(Set.of()));
    }

    private boolean step(int size, Tried tried) {
        try {
            return goOn(size, tried, false);
        } catch (LineRefusedException refused) {
            // Of lines that are done together none was done: those of this step are done one by one.
            boolean more = true;
            for (int i = 0; more && i < size; i++) {
                more = single(tried);
            }
            return more;
        }
    }

    private boolean single(Tried tried) {
        try {
            return goOn(1, tried, true);
        } catch (LineRefusedException refused) {
            transaction.executeWithoutResult(status -> refuse(tried, refused));
            return true;
        }
    }

    /** The line that a step was about. */
    private static final class Tried {
        private final Set<ImportId> without;
        private @Nullable ImportFile file;
        private @Nullable Row row;

        /** @param without files that are left alone */
        Tried(Set<ImportId> without) {
            this.without = without;
        }
    }

    /** Unless somebody else has got on with that very line meanwhile. */
    private void refuse(Tried tried, LineRefusedException refused) {
        ImportFile file = Objects.requireNonNull(tried.file);
        Row row = Objects.requireNonNull(tried.row);
        store.lock(file.id())
                .filter(locked -> locked.state() == ImportState.APPLYING)
                .filter(locked -> store.next(locked, 1).stream().anyMatch(row::equals))
                .ifPresent(locked ->
                        settle(locked, List.of(new Outcome(row.line(), RowOutcome.REFUSED, refused.problems())), 0));
    }

    private boolean goOn(int size, Tried tried, boolean oneByOne) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<ImportFile> next = store.lockNext(tried.without);
            next.ifPresent(file -> goOn(file, size, tried, oneByOne));
            return next.isPresent();
        }));
    }

    private void goOn(ImportFile file, int size, Tried tried, boolean oneByOne) {
        tried.file = file;
        List<Row> waiting = store.next(file, size);
        if (waiting.isEmpty()) {
            end(file);
        } else if (file.state() == ImportState.CHECKING) {
            check(file, waiting);
        } else {
            List<Row> now = oneByOne ? waiting.subList(0, 1) : waiting;
            tried.row = now.get(0);
            settle(file, applied(file, now), 0);
        }
    }

    private List<Outcome> applied(ImportFile file, List<Row> waiting) {
        for (Row row : waiting) {
            rows.carryOut(file, row);
        }
        return waiting.stream()
                .map(row -> new Outcome(row.line(), RowOutcome.DONE, List.of()))
                .toList();
    }

    /**
     * In a transaction of their own, of which nothing stays: no access, no mail, no line in the log of what was done. What whoever
     * brought it has looked up counts in all their files of a day: somebody who guesses brings many (D55).
     */
    private void check(ImportFile file, List<Row> waiting) {
        Optional<Rejection> refusal = imports.refusal(file.actor().person(), Column.NISS.code());
        if (refusal.isPresent()) {
            List<Problem> problems = List.of(Problem.of(refusal.get(), Column.NISS));
            settle(
                    file,
                    waiting.stream()
                            .map(row -> new Outcome(row.line(), RowOutcome.BAD, problems))
                            .toList(),
                    0);
            return;
        }
        int strangers = rows.tellOfLookUps(file, waiting);
        List<Outcome> outcomes = new ArrayList<>();
        apart.executeWithoutResult(status -> {
            status.setRollbackOnly();
            waiting.forEach(row -> outcomes.add(checked(file, row)));
        });
        settle(file, outcomes, strangers);
    }

    private Outcome checked(ImportFile file, Row row) {
        try {
            boolean changes = Boolean.TRUE.equals(part.execute(inner -> rows.carryOut(file, row)));
            return new Outcome(row.line(), changes ? RowOutcome.GOOD : RowOutcome.NEEDLESS, List.of());
        } catch (LineRefusedException refused) {
            // What the line had changed is undone; what was read of it is no longer so.
            TransactionMemory.forgetAll();
            return new Outcome(row.line(), RowOutcome.BAD, refused.problems());
        }
    }

    private void settle(ImportFile file, List<Outcome> outcomes, int strangers) {
        int missed = (int) outcomes.stream()
                .flatMap(outcome -> outcome.problems().stream())
                .filter(problem -> NOBODYS.contains(problem.code()))
                .count();
        store.settle(file.id(), outcomes, new ImportStore.LookedUp(missed, strangers), clock.instant());
    }

    private void end(ImportFile file) {
        Instant now = clock.instant();
        boolean checked = file.state() == ImportState.CHECKING;
        store.become(file.id(), checked ? ImportState.CHECKED : ImportState.APPLIED, file.actor(), now);
        ImportFile.Counts counts = file.counts();
        Map<String, Object> found = new TreeMap<>();
        found.put("rows", file.rows());
        found.put("good", counts.good());
        found.put("needless", counts.needless());
        found.put("bad", counts.bad());
        if (!checked) {
            found.put("done", counts.done());
            found.put("refused", counts.refused());
        }
        audit.record(AuditEvent.of(
                        checked ? "imports.checked" : "imports.applied",
                        "import",
                        file.id().value())
                .by(file.actor().person().value(), file.organisation().value())
                .changing(null, found));
    }
}
