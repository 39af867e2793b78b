package be.designations.upkeep;

import be.designations.access.Capacities;
import be.designations.audit.AuditEvent;
import be.designations.audit.AuditLog;
import be.designations.directory.Actor;
import be.designations.engine.ProcessVersions;
import be.designations.engine.ProcessVersions.Group;
import be.designations.engine.ProcessVersions.Obstacle;
import be.designations.engine.ProcessVersions.Place;
import be.designations.engine.ProcessVersions.Version;
import be.designations.rules.NotAllowedException;
import be.designations.rules.NotFoundException;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which dossiers run on which version of their process, and leading them over to the newest one. <i>Source: D87.</i> */
@Service
public class Migrations implements RunWork {

    private static final String PROCESS = "process";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final ProcessVersions versions;
    private final RunStore store;
    private final Capacities capacities;
    private final AuditLog audit;
    private final Clock clock;

    Migrations(ProcessVersions versions, RunStore store, Capacities capacities, AuditLog audit, Clock clock) {
        this.versions = versions;
        this.store = store;
        this.capacities = capacities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A version.
     *
     * @param name     as the model calls the process, in French
     * @param places   where its dossiers stand
     * @param dossiers numbers of some of them
     * @param next     how many dossiers are left out before the next page; null on the last one
     * @param newest   the version on which new dossiers begin
     */
    public record Detail(
            String process,
            String name,
            int version,
            List<Place> places,
            List<String> dossiers,
            @Nullable Integer next,
            int newest) {

        public Detail {
            places = List.copyOf(places);
            dossiers = List.copyOf(dossiers);
        }

        /** So many dossiers stand somewhere in it; one that stands at two places counts twice. */
        public int standing() {
            return places.stream().mapToInt(Place::dossiers).sum();
        }
    }

    /** @throws NotAllowedException for anybody but support staff */
    @Transactional(readOnly = true)
    public List<Version> versions(Actor actor) {
        requireSupport(actor);
        return versions.all();
    }

    /**
     * @param first how many dossiers are left out before
     * @throws NotAllowedException for anybody but support staff
     * @throws NotFoundException   when there is no such version
     */
    @Transactional(readOnly = true)
    public Detail version(Actor actor, String process, int version, int first, int size) {
        requireSupport(actor);
        List<String> found = versions.dossiers(process, version, first, size + 1);
        return new Detail(
                process,
                versions.name(process),
                version,
                versions.places(process, version),
                found.stream().limit(size).toList(),
                found.size() > size ? first + size : null,
                versions.newest(process));
    }

    /**
     * What would become of the dossiers of a version, step by step; nothing changes.
     *
     * @throws NotAllowedException for anybody but support staff
     * @throws NotFoundException   when there is no such version
     */
    public List<Group> rehearse(Actor actor, String process, int version) {
        requireSupport(actor);
        return versions.rehearse(process, version);
    }

    /**
     * Begins a run over all dossiers of that version.
     *
     * @param to   the newest version, as the actor saw it
     * @param seen the last run that the actor saw, 0 for none
     * @return its id; nothing when one was begun since, by the same click or by a colleague
     * @throws RejectedException   when there is a newer version by now, or no dossier runs on the old one
     * @throws NotAllowedException for anybody but support staff
     * @throws NotFoundException   when there is no such version
     */
    @Transactional
    public Optional<Long> begin(Actor actor, String process, int from, int to, long seen) {
        requireSupport(actor);
        if (versions.newest(process) != to || from >= to) {
            throw new RejectedException(
                    Rejection.of("operations.another-version").ofState());
        }
        List<String> dossiers = versions.dossiers(process, from);
        if (dossiers.isEmpty()) {
            if (store.last(RunKind.MIGRATION).filter(run -> run.id() > seen).isPresent()) {
                return Optional.empty();
            }
            throw new RejectedException(
                    Rejection.of("operations.nothing-to-migrate").ofState());
        }
        List<RunItem> items = IntStream.range(0, dossiers.size())
                .mapToObj(i -> RunItem.of(i + 1, dossiers.get(i), dossiers.get(i)))
                .toList();
        Map<String, String> asked = Map.of(PROCESS, process, FROM, Integer.toString(from), TO, Integer.toString(to));
        Optional<Long> begun = store.begin(actor, RunKind.MIGRATION, seen, asked, items, items.size(), clock.instant());
        begun.ifPresent(run -> audit.record(AuditEvent.of("process.migration-begun", "process", process)
                .by(actor)
                .changing(Map.of("version", from), Map.of("version", to, "dossiers", items.size()))));
        return begun;
    }

    @Override
    public RunKind kind() {
        return RunKind.MIGRATION;
    }

    @Override
    public Optional<Failure> carryOut(SupportRun run, RunItem item) {
        String process = Objects.requireNonNull(run.asked().get(PROCESS));
        int from = Integer.parseInt(Objects.requireNonNull(run.asked().get(FROM)));
        int to = Integer.parseInt(Objects.requireNonNull(run.asked().get(TO)));
        AuditEvent migrated = AuditEvent.of("process.migrated", "dossier", item.subject())
                .by(
                        run.startedBy().value(),
                        run.actingFor() == null ? null : run.actingFor().value())
                .changing(Map.of(PROCESS, process, "version", from), Map.of(PROCESS, process, "version", to));
        Optional<Obstacle> obstacle = versions.migrate(process, from, to, item.subject(), () -> audit.record(migrated));
        return obstacle.map(it -> new Failure("migration-" + it.code(), (it.step() + " " + it.words()).strip()));
    }

    private void requireSupport(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
    }
}
