package be.designations.upkeep;

import be.designations.audit.AuditAnchors;
import be.designations.audit.AuditVerifications;
import be.designations.audit.VerificationRun;
import be.designations.directory.Enterprises;
import be.designations.directory.NationalRegister;
import be.designations.directory.RegisterSilentException;
import be.designations.notification.MailFailure;
import be.designations.notification.Notifications;
import be.designations.scheduling.JobScheduler;
import be.designations.scheduling.JobState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at each thing that the application needs; what it finds is for support, not for a load balancer. */
@Component
class Probes {

    /** A question without work takes a millisecond. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    /** A job waits for a node a few seconds at the most, a minute when one has died. */
    private static final Duration LATE = Duration.ofMinutes(3);

    /** They are kept each day, and looked for each hour. */
    private static final Duration OLD_ANCHOR = Duration.ofHours(26);

    /** Nobody trusts for longer what was not looked at. */
    private static final Duration OLD_VERIFICATION = Duration.ofDays(31);

    /** An anchor has some thousand characters. */
    private static final long LITTLE_SPACE = 100L << 20;

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final ObjectProvider<JobScheduler> jobs;
    private final AuditAnchors anchors;
    private final AuditVerifications verifications;
    private final Clock clock;
    private final Map<String, Supplier<Finding>> all = new LinkedHashMap<>();

    /** @param jobs which run what looks at these, in its turn */
    Probes(
            JdbcClient jdbc,
            Notifications notifications,
            Enterprises enterprises,
            NationalRegister people,
            ObjectProvider<JobScheduler> jobs,
            AuditAnchors anchors,
            AuditVerifications verifications,
            Clock clock) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.jobs = jobs;
        this.anchors = anchors;
        this.verifications = verifications;
        this.clock = clock;
        all.put("database", this::database);
        all.put("mail-server", this::mailServer);
        all.put("enterprise-register", () -> register(enterprises::greet));
        all.put("national-register", () -> register(people::greet));
        all.put("scheduler", this::scheduler);
        all.put("audit-anchors", this::auditAnchors);
        all.put("audit-verification", this::auditVerification);
    }

    /** In the order in which they are shown. */
    List<String> names() {
        return List.copyOf(all.keySet());
    }

    /** What goes wrong while looking is what is wrong. */
    Finding look(String name) {
        try {
            return Objects.requireNonNull(all.get(name)).get();
        } catch (RuntimeException failed) {
            return Finding.bad("fails");
        }
    }

    private Finding database() {
        long begun = System.nanoTime();
        String version = jdbc.sql("show server_version").query(String.class).single();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Map<String, String> facts = Map.of("version", version);
        return took.compareTo(SLOW) > 0 ? new Finding("slow", facts) : Finding.good(facts);
    }

    private Finding mailServer() {
        Notifications.Waiting waiting = notifications.waiting();
        Map<String, String> facts =
                Map.of("waiting", Integer.toString(waiting.waiting()), "given-up", Integer.toString(waiting.givenUp()));
        return new Finding(notifications.trouble().map(MailFailure::code).orElse(null), facts);
    }

    private static Finding register(Runnable greeting) {
        try {
            greeting.run();
            return Finding.good();
        } catch (RegisterSilentException silent) {
            return Finding.bad("silent");
        }
    }

    private Finding scheduler() {
        List<JobState> states = jobs.getObject().states();
        long failing = states.stream().filter(job -> job.failures() > 0).count();
        Map<String, String> facts = Map.of(
                "jobs", Integer.toString(states.size()),
                "failing", Long.toString(failing),
                "lag-seconds", Long.toString(lag().toSeconds()));
        if (lag().compareTo(LATE) > 0) {
            return new Finding("late", facts);
        }
        return new Finding(failing > 0 ? "failing" : null, facts);
    }

    /** By how much the job that waits longest is late. */
    Duration lag() {
        Instant now = clock.instant();
        return jobs.getObject().states().stream()
                .filter(job -> job.runningOn() == null)
                .map(JobState::next)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .filter(next -> next.isBefore(now))
                .map(next -> Duration.between(next, now))
                .orElse(Duration.ZERO);
    }

    private Finding auditAnchors() {
        AuditAnchors.Place place = anchors.place();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("megabytes", Long.toString(place.space() >> 20));
        Instant last = place.last();
        if (last != null) {
            facts.put("last", last.toString());
        }
        if (place.space() < LITTLE_SPACE) {
            return new Finding("full", facts);
        }
        boolean old = last == null || last.isBefore(clock.instant().minus(OLD_ANCHOR));
        return new Finding(old ? "old" : null, facts);
    }

    private Finding auditVerification() {
        Optional<VerificationRun> last = verifications.last(2).stream()
                .filter(run -> run.endedAt() != null)
                .findFirst();
        Map<String, String> facts = new LinkedHashMap<>();
        Instant ended = last.map(VerificationRun::endedAt).orElse(null);
        if (ended == null) {
            return Finding.bad("never");
        }
        facts.put("last", ended.toString());
        if (last.filter(run -> run.found().isUnsound()).isPresent()) {
            return new Finding("unsound", facts);
        }
        return new Finding(ended.isBefore(clock.instant().minus(OLD_VERIFICATION)) ? "old" : null, facts);
    }
}
