package be.designations.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a job failed, as far as its words tell; message key {@code job-failure.<code>}. */
public enum JobFailure {
    /** Others held what it needed: another attempt may do. */
    BUSY(
            "lock timeout|could not obtain lock|deadlock|canceling statement|OptimisticLocking|was updated by another transaction"
                    + "|concurrent"),
    /** Something that it asks does not answer. */
    UNREACHABLE("connect|timed out|timeout|unreachable|UnknownHost|no answer|does not answer"),
    /** The model names something that this version of the program does not have. */
    NOT_FOUND_IN_PROGRAM(
            "Unknown property used in expression|Cannot resolve identifier|no bean|NoSuchBean|Unknown method"
                    + "|Couldn't (find|load) class|no work declared"),
    /** Anything else, which somebody must look at. */
    UNEXPECTED("");

    private final Pattern words;

    JobFailure(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static JobFailure of(@Nullable String words) {
        return Arrays.stream(values())
                .filter(failure -> failure.words
                        .matcher(Optional.ofNullable(words).orElse(""))
                        .find())
                .findFirst()
                .orElse(UNEXPECTED);
    }

    static JobFailure of(Throwable failure) {
        return of(words(failure));
    }

    /** Of all causes, the outermost first. */
    static String words(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(cause -> cause.getClass().getSimpleName() + ": " + cause.getMessage())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
