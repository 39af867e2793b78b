package be.designations.dpd.web;

import be.designations.access.Capacities;
import be.designations.access.CapacityKind;
import be.designations.calendar.Days;
import be.designations.directory.Actor;
import be.designations.directory.Directory;
import be.designations.directory.OrganisationId;
import be.designations.directory.OrganisationKind;
import be.designations.dpd.CpasProspect;
import be.designations.dpd.DpdApplications;
import be.designations.dpd.DpdDrafts;
import be.designations.dpd.DpdRegister;
import be.designations.pages.Page;
import be.designations.pages.StartPart;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Of a CPAS, for those who file for it: whether it has an officer and for how long, the draft to go on with (D8), and why the last
 * application was refused (D120).
 */
@Component
@Order(20)
class DpdStart implements StartPart {

    /** When notice is given (D8). */
    private static final Duration SOON = Duration.ofDays(60);

    /** For so long a refusal is told where no other officer is needed (D120). */
    private static final Duration REFUSAL_TOLD = Duration.ofDays(90);

    private final Capacities capacities;
    private final Directory directory;
    private final DpdDrafts drafts;
    private final DpdRegister register;
    private final Clock clock;

    DpdStart(Capacities capacities, Directory directory, DpdDrafts drafts, DpdRegister register, Clock clock) {
        this.capacities = capacities;
        this.directory = directory;
        this.drafts = drafts;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public Optional<String> show(Actor actor, OrganisationId organisation, Page page) {
        if (directory.organisation(organisation).kind() != OrganisationKind.CPAS
                || !capacities.holds(actor, organisation, CapacityKind.DPD_FILERS)) {
            return Optional.empty();
        }
        CpasProspect prospect = drafts.prospect(actor, organisation);
        Instant now = clock.instant();
        List<DpdRegister.Officer> officers = register.officersFrom(organisation, now);
        Optional<DpdRegister.Officer> running = officers.stream()
                .filter(officer -> !officer.from().isAfter(now))
                .findFirst();
        Instant end = running.map(DpdRegister.Officer::until).orElse(null);
        boolean followed = officers.size() > (running.isPresent() ? 1 : 0);
        boolean needed = !followed && (running.isEmpty() || (end != null && end.isBefore(now.plus(SOON))));
        DpdApplications.Decision refusal = prospect.refusal();
        page.with("prospect", prospect)
                .with("officer", running.map(DpdRegister.Officer::name).orElse(null))
                .with("officerUntil", end == null ? null : Days.lastBefore(end))
                .with("officerNeeded", needed)
                .with(
                        "refusal",
                        needed || (refusal != null && refusal.decidedAt().isAfter(now.minus(REFUSAL_TOLD)))
                                ? refusal
                                : null);
        return Optional.of("dpd/start");
    }
}
