package be.designations.mandate;

import be.designations.calendar.Days;
import be.designations.casework.DatedEnds;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationName;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ends of mandates, and of what adjunct and interim officers do, in the calendars of those whom they concern (D119). */
@Component
class MandateCalendar implements DatedEnds {

    /** More than end in a year: there are some six hundred CPAS. */
    private static final int MOST = 1_000;

    private final RegisterStore register;
    private final MandateAccess access;
    private final Clock clock;

    MandateCalendar(RegisterStore register, MandateAccess access, Clock clock) {
        this.register = register;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public boolean concern(Actor actor) {
        return access.concerned(actor)
                .filter(seen -> seesAny(seen.cpas())
                        || !register.heldBy(seen.person(), clock.instant(), 1).isEmpty())
                .isPresent();
    }

    private static boolean seesAny(@Nullable Set<OrganisationId> cpas) {
        return cpas == null || !cpas.isEmpty();
    }

    @Override
    public List<End> read(Actor actor, LocalDate first, int days) {
        return access.concerned(actor).stream()
                // What ends with a day ends as the next one begins.
                .flatMap(seen ->
                        register.ending(seen, Days.startOf(first), Days.startOf(first.plusDays(days)), MOST).stream())
                .map(MandateCalendar::end)
                .toList();
    }

    private static End end(RegisterLine line) {
        return new End(
                line.mandate().id(),
                line.role().code(),
                line.cpas(),
                new OrganisationName(
                        line.cpasName().fr(),
                        line.cpasName().nl(),
                        line.cpasName().de(),
                        line.letterLanguage()),
                Days.lastBefore(Objects.requireNonNull(line.mandate().until())),
                line.address());
    }
}
