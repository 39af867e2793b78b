package be.designations.upkeep;

import java.util.Optional;

/** What is done with each item of the runs of a kind. It may be called twice for an item: a node may die after it. */
interface RunWork {

    RunKind kind();

    /** @return why it failed; nothing when it is done */
    Optional<Failure> carryOut(SupportRun run, RunItem item);

    /** @param code message key {@code operations.run.failure.<code>} */
    record Failure(String code, String detail) {}
}
