package be.designations.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The step that was asked has been passed already: by somebody else, or by the same click before. */
public final class AlreadyHandledException extends RuntimeException {

    private final transient @Nullable String by;
    private final Instant at;
    private final boolean bySelf;

    /**
     * @param by     the display name of who passed it, or null when a deadline did
     * @param at     when
     * @param bySelf whether it was the very person who asks again: a second click, then
     */
    public AlreadyHandledException(@Nullable String by, Instant at, boolean bySelf) {
        super("already handled");
        this.by = by;
        this.at = at;
        this.bySelf = bySelf;
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
}
