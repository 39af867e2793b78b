package be.designations.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.IncidentQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The jobs of the engine that have failed as often as they are tried: timers, and steps that run apart. Until somebody has them tried
 * again, the dossier stands where it is.
 */
@Service
public class FailedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    /** As many as the engine answers at once. */
    private static final int LARGEST_PAGE = 1000;

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final ManagementService management;

    FailedJobs(RuntimeService runtime, RepositoryService repository, ManagementService management) {
        this.runtime = runtime;
        this.repository = repository;
        this.management = management;
    }

    /**
     * A job that failed.
     *
     * @param id      of the job, for {@link #retry}
     * @param dossier number of the dossier; null for a process that belongs to none
     * @param process key of the process
     * @param step    the element of the model
     * @param name    as the model calls it, in French
     * @param since   when it was given up
     * @param words   of what it failed on; may hold anything
     */
    public record FailedJob(
            String id,
            @Nullable String dossier,
            String process,
            int version,
            String step,
            String name,
            Instant since,
            JobFailure failure,
            String words) {}

    /** Why a job that was tried again has failed once more. */
    public record Refusal(JobFailure failure, String words) {}

    public long count() {
        return incidents().count();
    }

    /**
     * The oldest first; three questions to the engine, however many there are.
     *
     * @param first how many are left out before
     * @param size  1 to 1,000
     */
    public List<FailedJob> list(int first, int size) {
        List<Incident> found = incidents()
                .orderByIncidentTimestamp()
                .asc()
                .orderByIncidentId()
                .asc()
                .listPage(first, Math.min(size, LARGEST_PAGE));
        if (found.isEmpty()) {
            return List.of();
        }
        Map<String, String> dossiers = dossiers(found);
        Map<String, ProcessDefinition> definitions = definitions(found);
        List<FailedJob> jobs = new ArrayList<>();
        for (Incident incident : found) {
            jobs.add(job(
                    incident,
                    Objects.requireNonNull(definitions.get(incident.getProcessDefinitionId())),
                    dossiers.get(incident.getProcessInstanceId())));
        }
        return List.copyOf(jobs);
    }

    private FailedJob job(Incident incident, ProcessDefinition definition, @Nullable String dossier) {
        String step = Optional.ofNullable(incident.getFailedActivityId())
                .or(() -> Optional.ofNullable(incident.getActivityId()))
                .orElse("");
        String words = Optional.ofNullable(incident.getIncidentMessage()).orElse("");
        return new FailedJob(
                incident.getConfiguration(),
                dossier,
                definition.getKey(),
                definition.getVersion(),
                step,
                ModelNames.of(repository, definition.getId(), step),
                incident.getIncidentTimestamp().toInstant(),
                JobFailure.of(words),
                words);
    }

    /** A process that another one calls tells of its incidents too; only where the job is counts. */
    private IncidentQuery incidents() {
        return runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    private Map<String, String> dossiers(List<Incident> incidents) {
        Set<String> processes =
                incidents.stream().map(Incident::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, String> numbers = new HashMap<>();
        for (ProcessInstance process : runtime.createProcessInstanceQuery()
                .processInstanceIds(processes)
                .listPage(0, LARGEST_PAGE)) {
            if (process.getBusinessKey() != null) {
                numbers.put(process.getId(), process.getBusinessKey());
            }
        }
        return numbers;
    }

    private Map<String, ProcessDefinition> definitions(List<Incident> incidents) {
        String[] ids = incidents.stream()
                .map(Incident::getProcessDefinitionId)
                .distinct()
                .toArray(String[]::new);
        return repository.createProcessDefinitionQuery().processDefinitionIdIn(ids).listPage(0, LARGEST_PAGE).stream()
                .collect(Collectors.toMap(ProcessDefinition::getId, definition -> definition));
    }

    /**
     * Runs the job, in a transaction of its own. One that is not there any more was done by somebody else, which is as good.
     *
     * @return why it has failed again; nothing when it is done
     */
    public Optional<Refusal> retry(String job) {
        if (management.createJobQuery().jobId(job).count() == 0) {
            return Optional.empty();
        }
        try {
            management.executeJob(job);
            return Optional.empty();
        } catch (RuntimeException failed) {
            if (management.createJobQuery().jobId(job).count() == 0) {
                return Optional.empty();
            }
            LOG.warn("Job {} has failed again: {}", job, failed.getClass().getSimpleName());
            return Optional.of(new Refusal(JobFailure.of(failed), JobFailure.words(failed)));
        }
    }
}
