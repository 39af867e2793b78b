package be.designations.dpd;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What BCSS and SPP IS should weigh; never a refusal by machine (D12).
 *
 * @param code      message key {@code warning.<code>}
 * @param arguments what the message says besides its words
 */
public record Warning(String code, List<Object> arguments) {

    private static final BigDecimal MOST_HOURS_A_WEEK = BigDecimal.valueOf(38);

    public Warning {
        arguments = List.copyOf(arguments);
    }

    public String messageKey() {
        return "warning." + code;
    }

    /**
     * @param hoursElsewhere     hours a week of the candidate's running mandates for other CPAS
     * @param predecessorName    who holds the mandate until then, or null when nobody or the candidate does
     * @param registeredName     the candidate's name in the register when it differs from the application, or null
     */
    record Facts(
            BigDecimal hoursElsewhere,
            @Nullable String predecessorName,
            @Nullable String registeredName) {}

    static List<Warning> of(Candidacy candidacy, Facts facts) {
        List<Warning> warnings = new ArrayList<>();
        candidacy.incompatibleFunctions().stream()
                .sorted()
                .map(function -> new Warning(
                        "incompatible-function."
                                + function.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        List.of()))
                .forEach(warnings::add);
        BigDecimal hours = candidacy.hoursPerWeek().add(facts.hoursElsewhere());
        if (hours.compareTo(MOST_HOURS_A_WEEK) > 0) {
            warnings.add(new Warning("too-many-hours", List.of(hours, MOST_HOURS_A_WEEK)));
        }
        if (facts.predecessorName() != null) {
            warnings.add(new Warning("predecessor-in-office", List.of(facts.predecessorName())));
        }
        if (facts.registeredName() != null) {
            warnings.add(new Warning("name-differs-from-register", List.of(facts.registeredName())));
        }
        return List.copyOf(warnings);
    }
}
