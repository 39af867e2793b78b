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
    private final @Nullable String status;

    /**
     * @param by     the display name of who passed it, or null when a deadline did
     * @param at     when
     * @param bySelf whether it was the very person who asks again: a second click, then
     */
    public AlreadyHandledException(@Nullable String by, Instant at, boolean bySelf) {
        this(by, at, bySelf, false, null);
    }

    private AlreadyHandledException(
            @Nullable String by, Instant at, boolean bySelf, boolean open, @Nullable String status) {
        super("already handled");
        this.by = by;
        this.at = at;
        this.bySelf = bySelf;
        this.open = open;
        this.status = status;
    }

    /**
     * Nobody passed it: the dossier has ended by itself, for the reason that its status says.
     *
     * @param status its code
     */
    public static AlreadyHandledException ended(String status, Instant at) {
        return new AlreadyHandledException(null, at, false, false, status);
    }

    /** The step can be taken still, by whoever reads first what has changed. */
    public AlreadyHandledException whileOpen() {
        return new AlreadyHandledException(by, at, bySelf, true, status);
    }

    public @Nullable String by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    /** The code of the status in which the dossier has ended by itself; null when somebody or a deadline passed the step. */
    public @Nullable String status() {
        return status;
    }

    public boolean bySelf() {
        return bySelf;
    }

    /** Whether the step can be taken still. */
    public boolean isOpen() {
        return open;
    }
}
