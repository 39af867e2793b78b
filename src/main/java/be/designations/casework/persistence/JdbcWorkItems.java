package be.designations.casework.persistence;

import be.designations.access.QualityId;
import be.designations.casework.CaseFile;
import be.designations.casework.CaseId;
import be.designations.casework.CaseTypes;
import be.designations.casework.Place;
import be.designations.casework.Term;
import be.designations.casework.WorkItem;
import be.designations.casework.WorkItemId;
import be.designations.casework.WorkItems;
import be.designations.casework.WorkKind;
import be.designations.directory.Actor;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkItems implements WorkItems {

    private final JdbcClient jdbc;

    private final CaseTypes types;

    JdbcWorkItems(JdbcClient jdbc, CaseTypes types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    @Override
    public void open(CaseFile dossier, WorkKind kind, Instant createdAt, Term term, boolean warned) {
        QualityId quality = dossier.quality();
        jdbc.sql("""
                        insert into work_item (id, case_id, kind, desk, organisation_id, quality_id, created_at, remind_at,
                                               due_at, warned)
                        values (:id, :case, :kind, :desk, :organisation, :quality, :createdAt, :remindAt, :dueAt, :warned)
                        on conflict (case_id, kind) where done_at is null do nothing""")
                .param("id", UUID.randomUUID())
                .param("case", dossier.id().value())
                .param("kind", kind.code())
                .param("desk", kind.desk().name())
                .param("organisation", dossier.organisation().value())
                .param("quality", quality == null ? null : quality.value())
                .param("createdAt", Timestamp.from(createdAt))
                .param("remindAt", Timestamp.from(term.remindAt()))
                .param("dueAt", Timestamp.from(term.dueAt()))
                .param("warned", warned)
                .update();
    }

    @Override
    public Optional<Pause> lastPause(CaseId caseId, WorkKind kind) {
        return jdbc.sql("""
                        select w.done_at, w.due_at
                          from case_wait x
                          join work_item w on w.case_id = x.case_id and w.kind = :kind and w.done_at = x.opened_at
                         where x.case_id = :case and x.step = :step and x.resolved_at is not null
                         order by x.id desc limit 1""")
                .param("case", caseId.value())
                .param("kind", kind.code())
                .param("step", kind.task())
                .query((row, number) -> new Pause(
                        row.getTimestamp("done_at").toInstant(),
                        row.getTimestamp("due_at").toInstant()))
                .optional();
    }

    @Override
    public List<Untold> toRemind(Instant now, @Nullable Untold after, int size) {
        return untold("remind_at", "reminded_at is null", List.of(), now, after, size);
    }

    @Override
    public List<Untold> toEscalate(Instant now, @Nullable Untold after, int size) {
        List<String> lapsing = types.processes().stream()
                .flatMap(process -> process.work().stream())
                .filter(WorkKind::lapses)
                .map(WorkKind::code)
                .toList();
        return untold("due_at", "overdue_at is null", lapsing, now, after, size);
    }

    private List<Untold> untold(
            String moment, String untold, List<String> without, Instant now, @Nullable Untold after, int size) {
        Map<String, Object> parameters = new HashMap<>(
                Map.of("now", Timestamp.from(now), "size", size, "without", without.toArray(String[]::new)));
        String place = new KeyOrder(true)
                .from(after == null ? null : new Place(after.at(), after.id().value()), moment, "id", parameters);
        return jdbc.sql("""
                        select id, case_id, kind, %1$s as at from work_item
                         where done_at is null and %2$s and %1$s <= cast(:now as timestamptz) and kind <> all (:without)%3$s
                         order by %1$s, id limit :size""".formatted(moment, untold, place))
                .params(parameters)
                .query((row, number) -> new Untold(
                        new WorkItemId(row.getObject("id", UUID.class)),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        types.work(row.getString("kind")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    @Override
    public Optional<WorkItem> lockOpen(CaseId caseId, WorkKind kind) {
        return jdbc.sql("select * from work_item where case_id = :case and kind = :kind and done_at is null for update")
                .param("case", caseId.value())
                .param("kind", kind.code())
                .query((row, number) -> workItem(row))
                .optional();
    }

    @Override
    public Optional<WorkItem> findOpen(CaseId caseId) {
        return jdbc.sql("select * from work_item where case_id = :case and done_at is null order by created_at limit 1")
                .param("case", caseId.value())
                .query((row, number) -> workItem(row))
                .optional();
    }

    @Override
    public List<WorkItem> openOf(Collection<CaseId> cases) {
        return jdbc.sql("select * from work_item where case_id = any(:cases) and done_at is null order by created_at")
                .param("cases", cases.stream().map(CaseId::value).toArray(UUID[]::new))
                .query((row, number) -> workItem(row))
                .list();
    }

    @Override
    public void assign(WorkItemId id, Actor assignee, Instant at) {
        jdbc.sql("""
                        update work_item set assignee_id = :assignee, in_place_of = :principal, assigned_at = :at, note = null,
                               handed_by = null
                         where id = :id""")
                .param("assignee", assignee.person().value())
                .param("principal", value(assignee.inPlaceOf()))
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    private static @Nullable UUID value(@Nullable PersonId person) {
        return person == null ? null : person.value();
    }

    @Override
    public void handOver(WorkItemId id, PersonId to, PersonId by, @Nullable String note, Instant at) {
        jdbc.sql("""
                        update work_item set assignee_id = :to, in_place_of = null, assigned_at = :at, note = :note,
                               handed_by = :by
                         where id = :id""")
                .param("to", to.value())
                .param("by", by.value())
                .param("note", note)
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    @Override
    public void release(WorkItemId id) {
        jdbc.sql("""
                        update work_item set assignee_id = null, in_place_of = null, assigned_at = null, note = null,
                               handed_by = null
                         where id = :id""").param("id", id.value()).update();
    }

    @Override
    public List<PersonId> holders() {
        return jdbc.sql(
                        "select distinct assignee_id as value from work_item where done_at is null and assignee_id is not null")
                .query(PersonId.class)
                .list();
    }

    @Override
    public Map<WorkItem, CaseId> takenBy(PersonId person) {
        Map<WorkItem, CaseId> taken = new LinkedHashMap<>();
        jdbc.sql("select * from work_item where assignee_id = :person and done_at is null order by id")
                .param("person", person.value())
                .query(row -> {
                    taken.put(workItem(row), new CaseId(row.getObject("case_id", UUID.class)));
                });
        return taken;
    }

    @Override
    public Optional<Instant> releaseIdle(WorkItem seen) {
        return jdbc.sql("""
                        update work_item w set assignee_id = null, in_place_of = null, assigned_at = null, note = null,
                               handed_by = null
                          from (select id, assigned_at from work_item
                                 where id = :id and assignee_id = cast(:holder as uuid) and done_at is null
                                   and in_place_of is not distinct from cast(:principal as uuid)
                                   for update skip locked) held
                         where w.id = held.id
                        returning held.assigned_at""")
                .param("id", seen.id().value())
                .param("holder", value(seen.assignee()))
                .param("principal", value(seen.inPlaceOf()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public void done(WorkItemId id, PersonId by, @Nullable PersonId inPlaceOf, Instant at) {
        jdbc.sql("""
                        update work_item set done_at = :at, done_by = :by, in_place_of = :principal
                         where id = :id and done_at is null""")
                .param("at", Timestamp.from(at))
                .param("by", by.value())
                .param("principal", value(inPlaceOf))
                .param("id", id.value())
                .update();
    }

    @Override
    public void closeOpen(CaseId caseId, WorkKind kind, Instant at) {
        jdbc.sql("update work_item set done_at = :at where case_id = :case and kind = :kind and done_at is null")
                .param("at", Timestamp.from(at))
                .param("case", caseId.value())
                .param("kind", kind.code())
                .update();
    }

    @Override
    public boolean markReminded(WorkItemId id, Instant at) {
        return mark("update work_item set reminded_at = :at where id = :id and reminded_at is null", id, at);
    }

    @Override
    public boolean markOverdue(WorkItemId id, Instant at) {
        return mark("update work_item set overdue_at = :at where id = :id and overdue_at is null", id, at);
    }

    private boolean mark(String update, WorkItemId id, Instant at) {
        return jdbc.sql(update)
                        .param("at", Timestamp.from(at))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private WorkItem workItem(ResultSet row) throws SQLException {
        return new WorkItem(
                new WorkItemId(row.getObject("id", UUID.class)),
                types.work(row.getString("kind")),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                Columns.quality(row),
                Columns.person(row, "assignee_id"),
                row.getString("note"),
                Columns.person(row, "handed_by"),
                Columns.person(row, "in_place_of"),
                row.getTimestamp("due_at").toInstant());
    }
}
