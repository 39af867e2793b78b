package be.designations.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Closed dossiers as there would be after years, each a copy of one that was really closed, spread over the entities: with its
 * application, timeline, steps, work and mails, and nine rows of the audit log. What the engine keeps of them goes after half a year.
 */
final class PastDossiers {

    private static final int AUDIT_ROWS = 9;

    private PastDossiers() {}

    static void addTo(JdbcClient owner, int count) {
        owner.sql("""
                        create table bench_model as
                        select * from case_file where status = 'dpd.completed' order by opened_at limit 1""").update();
        owner.sql("""
                        create table bench_entity as
                        select id, row_number() over () - 1 as place from (select distinct organisation_id as id from case_file)""").update();
        owner.sql("""
                        create table bench_past as
                        select n, gen_random_uuid() as id, e.id as organisation
                          from generate_series(1, :count) n
                          join bench_entity e on e.place = n % (select count(*) from bench_entity)""").param("count", count).update();
        owner.sql("""
                        insert into case_file (id, dossier_number, kind, organisation_id, opened_by, opened_at, status, status_since,
                                               closed_at, version, about_person)
                        select p.id, 'DPD-' || 2001 + n / 50000 || '-' || lpad((n % 50000)::text, 5, '0'), kind, p.organisation,
                               opened_by, timestamptz '2001-01-01' + n * interval '1 hour', status, status_since, closed_at, version,
                               about_person
                          from bench_past p, bench_model""").update();
        owner.sql("""
                        insert into dpd_application (id, organisation_id, status, version, answers, drafted_by, drafted_at, case_id,
                                                     candidate_id, submitted_by, submitted_at, hours_per_week, starts_on, ends_on,
                                                     last_changed_by, last_changed_at)
                        select gen_random_uuid(), p.organisation, a.status, a.version, answers, drafted_by, drafted_at, p.id,
                               candidate_id, submitted_by, submitted_at, hours_per_week, starts_on, ends_on, last_changed_by,
                               last_changed_at
                          from bench_past p, bench_model m join dpd_application a on a.case_id = m.id""").update();
        owner.sql("""
                        insert into timeline_entry (case_id, happened_at, event, actor_id, organisation_id, reason)
                        select p.id, happened_at, event, actor_id, t.organisation_id, reason
                          from bench_past p, bench_model m join timeline_entry t on t.case_id = m.id""").update();
        owner.sql("""
                        insert into process_step (case_id, process_key, step, entered_at, left_at, cancelled)
                        select p.id, process_key, step, entered_at, left_at, cancelled
                          from bench_past p, bench_model m join process_step s on s.case_id = m.id""").update();
        owner.sql("""
                        insert into work_item (id, case_id, kind, desk, organisation_id, assignee_id, assigned_at, created_at, due_at,
                                               done_at, done_by)
                        select gen_random_uuid(), p.id, w.kind, desk, w.organisation_id, assignee_id, assigned_at, created_at, due_at,
                               done_at, done_by
                          from bench_past p, bench_model m join work_item w on w.case_id = m.id""").update();
        owner.sql("""
                        insert into notification (id, case_id, kind, recipient_person, recipient_name, to_address, language, subject,
                                                  text_body, html_body, message_id, created_at, sent_at, attempts, next_attempt_at,
                                                  link_path)
                        select gen_random_uuid(), p.id, s.kind, recipient_person, recipient_name, to_address, language, subject,
                               text_body, html_body, '<' || gen_random_uuid() || '@past.example>', created_at, sent_at, attempts,
                               next_attempt_at, link_path
                          from bench_past p, bench_model m join notification s on s.case_id = m.id""").update();
        owner.sql("""
                        insert into audit_event (at, actor_person, operation, subject_type, subject_id, after)
                        select now(), gen_random_uuid(), 'bench', 'bench', n::text, jsonb_build_object('number', n)
                          from generate_series(1, :rows) n""").param("rows", count * AUDIT_ROWS).update();
        for (String table : List.of(
                "case_file",
                "dpd_application",
                "timeline_entry",
                "process_step",
                "work_item",
                "notification",
                "audit_event")) {
            owner.sql("vacuum (analyze) " + table).update();
            assertThat(owner.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isGreaterThan(count);
        }
    }
}
