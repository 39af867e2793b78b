package be.designations.principalmanager;

import be.designations.calendar.Days;
import be.designations.directory.Enterprises;
import be.designations.directory.RegisteredEnterprise;
import be.designations.directory.RegisteredFunction;
import be.designations.directory.SignInLevel;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * Who represents an enterprise: whoever holds a legal function there that the register of enterprises recognises and that
 * is valid at this instant, signed in with eID or itsme. <i>Source: S003, B2.</i>
 */
final class RepresentationPolicy {

    private RepresentationPolicy() {}

    static Representation of(Enterprises.Entry entry, SignInLevel level, Instant now) {
        RegisteredEnterprise enterprise = entry.enterprise();
        if (!level.isAtLeast(SignInLevel.ITSME)) {
            return new Representation(Recognition.SIGN_IN_TOO_WEAK, null, enterprise);
        }
        if (entry.functions().stream().anyMatch(function -> function.runs(now))) {
            return new Representation(Recognition.RECOGNISED, null, enterprise);
        }
        Optional<Instant> begins = entry.functions().stream()
                .map(RegisteredFunction::from)
                .filter(from -> from.isAfter(now))
                .min(Comparator.naturalOrder());
        if (begins.isPresent()) {
            return new Representation(Recognition.FUNCTION_TO_COME, Days.of(begins.get()), enterprise);
        }
        return entry.functions().stream()
                .map(RegisteredFunction::until)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .map(ended -> new Representation(Recognition.FUNCTION_ENDED, Days.lastBefore(ended), enterprise))
                .orElseGet(() -> new Representation(Recognition.NO_FUNCTION, null, enterprise));
    }
}
