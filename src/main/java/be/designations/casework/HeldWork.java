package be.designations.casework;

import be.designations.directory.Actor;
import be.designations.directory.PersonId;
import be.designations.directory.SignInLevel;
import be.designations.scheduling.OneByOne;
import be.designations.scheduling.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Gives back the work of people who do not work at its desk any more, and says so in the history. What somebody is ends in many ways, by a
 * decision, by a date, by being blocked: so it is looked at, and not told by each of them. <i>Source: D76.</i>
 */
@Component
class HeldWork {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final WorkItems workItems;
    private final Cases cases;
    private final CaseTypes types;
    private final CaseTrail trail;
    private final Desks desks;
    private final Presence presence;
    private final OneByOne oneByOne;
    private final Clock clock;

    HeldWork(
            WorkItems workItems,
            Cases cases,
            CaseTypes types,
            CaseTrail trail,
            Desks desks,
            Presence presence,
            OneByOne oneByOne,
            Clock clock) {
        this.workItems = workItems;
        this.cases = cases;
        this.types = types;
        this.trail = trail;
        this.desks = desks;
        this.presence = presence;
        this.oneByOne = oneByOne;
        this.clock = clock;
    }

    @Bean
    static RecurringJob releasingOfWork(HeldWork held) {
        return new RecurringJob("held-work", PAUSE, held::tidy);
    }

    private void tidy() {
        release();
        presence.forget();
    }

    /** Each person in a transaction of their own. */
    void release() {
        workItems.holders().forEach(person -> oneByOne.attempt("the work of", person, () -> release(person)));
    }

    private void release(PersonId person) {
        Map<Optional<PersonId>, WorkList.Query> theirs = new HashMap<>();
        Instant now = clock.instant();
        workItems.takenBy(person).forEach((work, dossier) -> {
            // In one’s own name, or in the place of somebody: each ends by itself.
            WorkList.Query asked = theirs.computeIfAbsent(
                    Optional.ofNullable(work.inPlaceOf()),
                    principal -> desks.workOf(new Actor(person, null, SignInLevel.EID, principal.orElse(null))));
            if (!asked.asksFor(work)) {
                workItems.releaseIdle(work).ifPresent(since -> tell(work, dossier, person, since, now));
            }
        });
    }

    /** In the name of who had the desk when it was taken: the organisation that the person has left, or that has lost the desk (D109). */
    private void tell(WorkItem work, CaseId id, PersonId person, Instant since, Instant now) {
        CaseFile dossier = cases.find(id).orElseThrow();
        CaseContent content = types.process(work.kind().process()).find(id).orElseThrow();
        trail.holderLost(
                dossier,
                content,
                person,
                desks.officeOf(work.kind().desk(), since).orElse(null),
                now);
    }
}
