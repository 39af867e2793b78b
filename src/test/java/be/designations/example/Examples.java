package be.designations.example;

import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseTrail;
import be.designations.casework.Cases;
import be.designations.casework.Change;
import be.designations.casework.DossierNumber;
import be.designations.casework.ProcessDriver;
import be.designations.casework.StepTaken;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.example.Example.ExampleDecision;
import be.designations.example.Example.ExampleText;
import be.designations.rules.RejectedException;
import be.designations.rules.Rejection;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is done with examples. Who may and when stands in {@link ExampleCase}. */
@Service
@Transactional
class Examples {

    private static final String REMARKED = "example.remarked";

    private final Cases cases;
    private final CaseTrail trail;
    private final ProcessDriver process;
    private final JdbcClient jdbc;
    private final Clock clock;

    Examples(Cases cases, CaseTrail trail, ProcessDriver process, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.trail = trail;
        this.process = process;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    DossierNumber open(Actor actor, OrganisationId entity) {
        Instant now = clock.instant();
        CaseFile dossier = cases.open(ExampleCase.KIND, entity, actor.person(), null, now, ExampleStatus.ASKED);
        Change opened = Change.to(ExampleStatus.ASKED, ExampleStatus.ASKED.code());
        trail.opened(dossier, new Example(dossier, actor.person(), now), opened, actor, now);
        process.start(ExampleCase.KEY, dossier.number(), Map.of());
        return dossier.number();
    }

    Optional<Example> find(CaseId id) {
        return cases.find(id).map(this::example);
    }

    Example lock(CaseFile dossier) {
        jdbc.sql("select id from case_file where id = :id for no key update")
                .param("id", dossier.id().value())
                .query(UUID.class)
                .single();
        return find(dossier.id()).orElseThrow();
    }

    private Example example(CaseFile dossier) {
        return cases.timeline(dossier.id()).stream()
                .filter(entry ->
                        entry.event().startsWith("example.") && !entry.event().equals(REMARKED))
                .reduce((earlier, later) -> later)
                .map(last -> new Example(dossier, last.actor(), last.at()))
                .orElseThrow();
    }

    Change decide(StepTaken<Example, ExampleDecision> step) {
        String reason = step.answers().reason();
        if (step.answers().decision() == ExampleDecision.Verdict.ACCEPTED) {
            return Change.to(ExampleStatus.ACCEPTED, ExampleStatus.ACCEPTED.code())
                    .because(reason);
        }
        if (reason == null) {
            throw new RejectedException(Rejection.ofField("example.reason-missing", "reason"));
        }
        return Change.to(ExampleStatus.REFUSED, ExampleStatus.REFUSED.code()).because(reason);
    }

    Change amend(StepTaken<Example, ExampleText> step) {
        return Change.of("example.amended").because(step.answers().text());
    }

    Change remark(StepTaken<Example, ExampleText> step) {
        return Change.of(REMARKED).because(step.answers().text());
    }
}
