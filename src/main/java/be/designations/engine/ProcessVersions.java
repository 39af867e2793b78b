package be.designations.engine;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseTypes;
import be.designations.casework.Cases;
import be.designations.casework.DossierNumber;
import be.designations.casework.WorkItem;
import be.designations.casework.WorkItems;
import be.designations.rules.NotFoundException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The versions of the processes, which dossiers run on which, and leading dossiers over to the newest. Steps are taken over where the
 * newest version has one of the same id; what waits for somebody goes on waiting, for the same person, until the same day: no listener
 * is called, and no time is reckoned anew. <i>Source: D87.</i>
 */
@Service
public class ProcessVersions {

    /** As many as the engine answers at once. */
    private static final int LARGEST_PAGE = 1000;

    /** So many dossiers of a step are tried: all that stand there alone would fare the same. */
    private static final int TRIED_OF_A_GROUP = 20;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final Cases cases;
    private final CaseTypes types;
    private final WorkItems workItems;
    private final TransactionTemplate apart;

    ProcessVersions(
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            Cases cases,
            CaseTypes types,
            WorkItems workItems,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.cases = cases;
        this.types = types;
        this.workItems = workItems;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A version of a process.
     *
     * @param process  its key
     * @param name     as the model calls it, in French
     * @param deployed when it came; null when that is not known any more
     * @param running  so many dossiers run on it
     * @param failed   so many of their jobs have failed for good
     * @param newest   whether new dossiers begin on it
     */
    public record Version(
            String process,
            String name,
            int version,
            @Nullable Instant deployed,
            int running,
            int failed,
            boolean newest) {}

    /**
     * Where dossiers stand.
     *
     * @param step the element of the model
     * @param name as the model calls it, in French; an older one may have what the program has no words for any more
     */
    public record Place(String step, String name, int dossiers) {}

    /**
     * Why a dossier is not led over; message key {@code operations.processes.obstacle.<code>}.
     *
     * @param step the element that it is about, or empty
     * @param words of the engine, or empty
     */
    public record Obstacle(String code, String step, String words) {

        static final String NO_SUCH_STEP = "no-such-step";
        static final String NOT_DECLARED = "not-declared";
        static final String WORK_LOST = "work-lost";
        static final String REFUSED = "refused";
    }

    /**
     * What leading over the dossiers of a step would do.
     *
     * @param tried    so many of them were tried
     * @param failing  those of the tried ones that would fail
     * @param obstacle why the first of them would; null when none would
     */
    public record Group(
            String step,
            String name,
            int dossiers,
            int tried,
            List<String> failing,
            @Nullable Obstacle obstacle) {

        public Group {
            failing = List.copyOf(failing);
        }
    }

    /** The newest version of each process, and older ones on which dossiers still run; by key, the newest first. */
    public List<Version> all() {
        List<ProcessDefinitionStatistics> found = management
                .createProcessDefinitionStatisticsQuery()
                .includeFailedJobs()
                .listPage(0, LARGEST_PAGE);
        Map<String, Integer> newest = found.stream()
                .collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion, Math::max));
        Map<String, Instant> deployed = new HashMap<>();
        for (Deployment deployment : repository
                .createDeploymentQuery()
                .orderByDeploymentTime()
                .desc()
                .listPage(0, LARGEST_PAGE)) {
            deployed.put(deployment.getId(), deployment.getDeploymentTime().toInstant());
        }
        return found.stream()
                .filter(it -> it.getInstances() > 0 || newest.getOrDefault(it.getKey(), 0) == it.getVersion())
                .sorted(Comparator.comparing(ProcessDefinition::getKey)
                        .thenComparing(ProcessDefinition::getVersion, Comparator.reverseOrder()))
                .map(it -> new Version(
                        it.getKey(),
                        Optional.ofNullable(it.getName()).orElse(it.getKey()),
                        it.getVersion(),
                        deployed.get(it.getDeploymentId()),
                        it.getInstances(),
                        it.getFailedJobs(),
                        newest.getOrDefault(it.getKey(), 0) == it.getVersion()))
                .toList();
    }

    /**
     * What the newest model calls the process, in French.
     *
     * @throws NotFoundException when there is no such process
     */
    public String name(String process) {
        return Optional.ofNullable(newestOf(process).getName()).orElse(process);
    }

    /** @throws NotFoundException when there is no such process */
    public int newest(String process) {
        return newestOf(process).getVersion();
    }

    /**
     * Where the dossiers of a version stand, most of them first.
     *
     * @throws NotFoundException when there is no such version
     */
    public List<Place> places(String process, int version) {
        ProcessDefinition definition = definition(process, version);
        return management.createActivityStatisticsQuery(definition.getId()).list().stream()
                .map(place -> new Place(
                        place.getId(),
                        ModelNames.of(repository, definition.getId(), place.getId()),
                        place.getInstances()))
                .sorted(Comparator.comparing(Place::dossiers).reversed().thenComparing(Place::step))
                .toList();
    }

    /**
     * The numbers of the dossiers of a version, in the order in which they began.
     *
     * @param first how many are left out before
     * @param size  1 to 1,000
     * @throws NotFoundException when there is no such version
     */
    public List<String> dossiers(String process, int version, int first, int size) {
        return instances(definition(process, version))
                .orderByProcessInstanceId()
                .asc()
                .listPage(first, Math.min(size, LARGEST_PAGE))
                .stream()
                .map(ProcessVersions::dossier)
                .toList();
    }

    /** All of them. */
    public List<String> dossiers(String process, int version) {
        List<String> all = new ArrayList<>();
        List<String> some = dossiers(process, version, 0, LARGEST_PAGE);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = dossiers(process, version, all.size(), LARGEST_PAGE);
        }
        return all.stream().distinct().toList();
    }

    private ProcessInstanceQuery instances(ProcessDefinition definition) {
        return runtime.createProcessInstanceQuery().processDefinitionId(definition.getId());
    }

    private static String dossier(ProcessInstance process) {
        return Optional.ofNullable(process.getBusinessKey()).orElse(process.getId());
    }

    /**
     * Does it for some dossiers of each step, and undoes it again: what would become of them if all were led over.
     *
     * @throws NotFoundException when there is no such version
     */
    public List<Group> rehearse(String process, int version) {
        ProcessDefinition from = definition(process, version);
        ProcessDefinition to = newestOf(process);
        return places(process, version).stream()
                .map(place -> rehearse(from, to, place))
                .toList();
    }

    private Group rehearse(ProcessDefinition from, ProcessDefinition to, Place place) {
        List<String> numbers = instances(from).activityIdIn(place.step()).listPage(0, TRIED_OF_A_GROUP).stream()
                .map(ProcessVersions::dossier)
                .toList();
        List<String> failing = new ArrayList<>();
        Obstacle first = null;
        for (String number : numbers) {
            Optional<Obstacle> obstacle = migrate(from, to, number, null);
            if (obstacle.isPresent()) {
                failing.add(number);
                first = first == null ? obstacle.get() : first;
            }
        }
        return new Group(place.step(), place.name(), place.dossiers(), numbers.size(), failing, first);
    }

    /**
     * Leads a dossier over, in a transaction of its own: all of it or nothing. It is held back from others meanwhile, as if somebody took
     * a step. A dossier that does not run on the version any more has gone on by itself, and is left alone.
     *
     * @param done what is written down of it, in the same transaction
     * @return why it stays where it was; nothing when it is led over, or was
     */
    public Optional<Obstacle> migrate(String process, int from, int to, String dossier, Runnable done) {
        return migrate(definition(process, from), definition(process, to), dossier, done);
    }

    /** @param done null to undo it again */
    private Optional<Obstacle> migrate(
            ProcessDefinition from, ProcessDefinition to, String dossier, @Nullable Runnable done) {
        Optional<Obstacle> undeclared = undeclared(to);
        if (undeclared.isPresent()) {
            return undeclared;
        }
        try {
            return Optional.ofNullable(apart.execute(status -> {
                Obstacle obstacle = lead(from, to, dossier, done == null ? () -> {} : done);
                if (done == null || obstacle != null) {
                    status.setRollbackOnly();
                }
                return obstacle;
            }));
        } catch (MigratingProcessInstanceValidationException invalid) {
            return Optional.of(obstacle(invalid.getValidationReport()));
        } catch (ProcessEngineException refused) {
            return Optional.of(new Obstacle(Obstacle.REFUSED, "", String.valueOf(refused.getMessage())));
        }
    }

    /** The engine would wait for people at a step that nobody can take. */
    private Optional<Obstacle> undeclared(ProcessDefinition to) {
        Set<String> declared = types.processes().stream()
                .filter(process -> process.key().equals(to.getKey()))
                .flatMap(process -> process.work().stream())
                .map(work -> work.task())
                .collect(Collectors.toSet());
        return repository.getBpmnModelInstance(to.getId()).getModelElementsByType(UserTask.class).stream()
                .map(UserTask::getId)
                .filter(task -> !declared.contains(task))
                .findFirst()
                .map(task -> new Obstacle(Obstacle.NOT_DECLARED, task, ""));
    }

    private @Nullable Obstacle lead(ProcessDefinition from, ProcessDefinition to, String dossier, Runnable done) {
        Optional<CaseFile> file = DossierNumber.parse(dossier).flatMap(cases::find);
        file.ifPresent(it -> types.process(from.getKey()).lock(it));
        List<String> running = (file.isPresent()
                        ? instances(from).processInstanceBusinessKey(dossier)
                        : instances(from).processInstanceId(dossier))
                .listPage(0, LARGEST_PAGE).stream().map(ProcessInstance::getId).toList();
        if (running.isEmpty()) {
            return null;
        }
        MigrationPlan plan = runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities()
                .build();
        Optional<String> unmapped = unmapped(plan, running);
        if (unmapped.isPresent()) {
            return new Obstacle(Obstacle.NO_SUCH_STEP, unmapped.get(), "");
        }
        for (String id : running) {
            lead(plan, id);
        }
        done.run();
        return file.flatMap(it -> workItems.findOpen(it.id()))
                .filter(work -> work.kind().process().equals(from.getKey()))
                .filter(work -> waitsAt(work, dossier, to) == 0)
                .map(work -> new Obstacle(Obstacle.WORK_LOST, work.kind().task(), ""))
                .orElse(null);
    }

    @SuppressWarnings("removal") // Of the engine that would follow this one: there it is to get another name.
    private void lead(MigrationPlan plan, String instance) {
        runtime.newMigration(plan).processInstanceIds(instance).execute();
    }

    /** Where one of them stands that the newest version does not have. */
    private Optional<String> unmapped(MigrationPlan plan, List<String> running) {
        Set<String> mapped = plan.getInstructions().stream()
                .map(it -> it.getSourceActivityId())
                .collect(Collectors.toSet());
        return running.stream()
                .flatMap(id -> runtime.getActiveActivityIds(id).stream())
                .filter(step -> !mapped.contains(step))
                .findFirst();
    }

    private long waitsAt(WorkItem work, String dossier, ProcessDefinition to) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(dossier)
                .processDefinitionId(to.getId())
                .taskDefinitionKey(work.kind().task())
                .count();
    }

    private static Obstacle obstacle(MigratingProcessInstanceValidationReport report) {
        Optional<String> step = report.getActivityInstanceReports().stream()
                .filter(it -> it.getMigrationInstruction() == null)
                .map(it -> it.getSourceScopeId())
                .findFirst()
                .or(() -> report.getTransitionInstanceReports().stream()
                        .filter(it -> it.getMigrationInstruction() == null)
                        .map(it -> it.getSourceScopeId())
                        .findFirst());
        String words = Stream.of(
                        report.getFailures().stream(),
                        report.getActivityInstanceReports().stream().flatMap(it -> it.getFailures().stream()),
                        report.getTransitionInstanceReports().stream().flatMap(it -> it.getFailures().stream()))
                .flatMap(it -> it)
                .distinct()
                .collect(Collectors.joining("; "));
        return step.map(it -> new Obstacle(Obstacle.NO_SUCH_STEP, it, words))
                .orElseGet(() -> new Obstacle(Obstacle.REFUSED, "", words));
    }

    private ProcessDefinition definition(String process, int version) {
        return one(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .processDefinitionVersion(version)
                .list());
    }

    private ProcessDefinition newestOf(String process) {
        return one(repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .list());
    }

    private static ProcessDefinition one(Collection<ProcessDefinition> found) {
        return found.stream().findFirst().orElseThrow(() -> new NotFoundException("process"));
    }
}
