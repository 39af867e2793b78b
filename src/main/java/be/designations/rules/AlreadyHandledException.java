package be.designations.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The step that was asked has been passed already: by somebody else, or by the same click before. Or it can be taken still, but what
 * it rests on has changed since it was read.
 */
public final class AlreadyHandledException extends RuntimeException {

    private final transient @Nullable String by;
    private final Instant at;
    private final boolean bySelf;
    private final boolean open;

    /**
     * @param by     the display name of who passed it, or null when a deadline did
     * @param at     when
     * @param bySelf whether it was the very person who asks again: a second click, then
     */
    public AlreadyHandledException(@Nullable String by, Instant at, boolean bySelf) {
        this(by, at, bySelf, false);
    }

    private AlreadyHandledException(@Nullable String by, Instant at, boolean bySelf, boolean open) {
        super("already handled");
        this.by = by;
        this.at = at;
        this.bySelf = bySelf;
        this.open = open;
    }

    /** The step can be taken still, by whoever reads first what has changed. */
    public AlreadyHandledException whileOpen() {
        return new AlreadyHandledException(by, at, bySelf, true);
    }

    public @Nullable String by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    public boolean bySelf() {
        return bySelf;
    }

    /** Whether the step can be taken still. */
    public boolean isOpen() {
        return open;
    }
}
