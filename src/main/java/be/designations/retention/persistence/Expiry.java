package be.designations.retention.persistence;

import be.designations.retention.RetentionKind;
import java.util.List;

/**
 * How a kind of data is found and removed.
 *
 * @param table   with the alias {@code t}
 * @param key     type of its {@code id}
 * @param overdue condition on {@code t}; {@code :limit} is when what goes now began to count, at the latest
 * @param removal statements on the rows {@code :ids}, the last of which says how many there were; {@code :now} is today. Whoever
 *                runs them lets the transaction forget what it read ({@code TransactionMemory})
 */
record Expiry(String table, String key, String overdue, List<String> removal) {

    /** Whether the dossier is settled, and so is what it gave: what shows why somebody holds something stays while they do. */
    private static final String SETTLED = """
            exists (select from case_file c where c.id = %s and c.closed_at <= :limit and not exists (
                select from basis b where b.case_id = c.id and (
                    exists (select from dpd_mandate m where m.basis_id = b.id and m.revoked_at is null
                                and (m.valid_until is null or m.valid_until > :limit))
                    or exists (select from responsibility r where r.basis_id = b.id
                                and (r.valid_until is null or r.valid_until > :limit))
                    or exists (select from responsibility_confirmation f join responsibility r on r.id = f.responsibility_id
                                where f.basis_id = b.id and (r.valid_until is null or r.valid_until > :limit)))))""";

    /** A document that is added is work on the draft. */
    private static final String NO_NEW_PAPERS =
            " and not exists (select from attachment a where a.subject_id = t.id and a.added_at > :limit)";

    private static final String PAPERS = "delete from attachment where subject_id = any(:ids)";

    static Expiry of(RetentionKind kind) {
        return switch (kind) {
            case DPD_DRAFTS ->
                new Expiry(
                        "dpd_application",
                        "uuid",
                        "t.status = 'DRAFT' and t.last_changed_at <= :limit" + NO_NEW_PAPERS,
                        List.of(PAPERS, "delete from dpd_application where id = any(:ids)"));
            case PRINCIPAL_MANAGER_DRAFTS ->
                new Expiry(
                        "principal_manager_draft",
                        "uuid",
                        "t.changed_at <= :limit" + NO_NEW_PAPERS,
                        List.of(PAPERS, "delete from principal_manager_draft where id = any(:ids)"));
            case DOCUMENTS ->
                // What was added later than the limit cannot have been settled by then: the index stops there.
                new Expiry(
                        "attachment",
                        "uuid",
                        "t.removed_at is null and t.added_at <= :limit and exists (select from ("
                                + "select id, case_id from dpd_application"
                                + " union all select id, case_id from principal_manager_request) s"
                                + " where s.id = t.subject_id and " + SETTLED.formatted("s.case_id") + ")",
                        List.of("update attachment set content = null, removed_at = :now where id = any(:ids)"));
            case DPD_ANSWERS ->
                new Expiry(
                        "dpd_application",
                        "uuid",
                        "t.status in ('COMPLETED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'SUPERSEDED', 'MANDATE_ENDED')"
                                + " and t.answers_removed_at is null and t.last_changed_at <= :limit and "
                                + SETTLED.formatted("t.case_id"),
                        List.of(
                                "update dpd_answers_version set answers = '{}' where application_id = any(:ids)",
                                "update dpd_application set answers = '{}', answers_removed_at = :now where id = any(:ids)"));
            case PRINCIPAL_MANAGER_ANSWERS ->
                // The name that was typed stays: without it the page would show who it was (D32).
                new Expiry(
                        "principal_manager_request",
                        "uuid",
                        "t.answers_removed_at is null and t.settled_at <= :limit and " + SETTLED.formatted("t.case_id"),
                        List.of(
                                "update principal_manager_request set email = '', phone = '', explanation = left(explanation, 0),"
                                        + " answers_removed_at = :now where id = any(:ids)"));
            case MAIL_BODIES ->
                new Expiry(
                        "notification",
                        "uuid",
                        "t.body_removed_at is null and coalesce(t.sent_at, t.given_up_at) <= :limit",
                        List.of(
                                "update notification set text_body = null, html_body = null, facts = null, link_path = null, body_removed_at = :now"
                                        + " where id = any(:ids)"));
            case POST_CONTACTS -> contacts("responsibility");
            case TIE_CONTACTS -> contacts("working_relationship");
            case ENTITY_CONTACTS ->
                // It begins to count when the day on which the entity stopped is over.
                new Expiry(
                        "organisation",
                        "uuid",
                        "(t.contact_person is not null or t.phone is not null)"
                                + " and t.stopped_on < cast(:limit at time zone 'Europe/Brussels' as date)",
                        List.of("update organisation set contact_person = null, phone = null where id = any(:ids)"));
            case TAKEN_STEPS ->
                new Expiry(
                        "taken_step",
                        "bigint",
                        // As a value and not as a join: from the dossiers that closed long ago there would be more to
                        // read each day.
                        "t.taken_at <= :limit and (select c.closed_at from case_file c where c.id = t.case_id) <= :limit",
                        List.of("delete from taken_step where id = any(:ids)"));
            case LOOK_UPS ->
                new Expiry("look_up", "bigint", "t.at <= :limit", List.of("delete from look_up where id = any(:ids)"));
            case IMPORT_ROWS ->
                // One that nobody confirmed cannot be by then.
                new Expiry(
                        "import_file",
                        "uuid",
                        "t.emptied_at is null and t.changed_at <= :limit and t.state not in ('CHECKING', 'APPLYING')",
                        List.of(
                                "delete from import_row where import_id = any(:ids)",
                                "update import_file set emptied_at = :now,"
                                        + " state = case when state = 'CHECKED' then 'DISCARDED' else state end where id = any(:ids)"));
        };
    }

    private static Expiry contacts(String table) {
        return new Expiry(
                table,
                "uuid",
                "(t.email is not null or t.phone is not null) and t.valid_until <= :limit",
                List.of("update " + table + " set email = null, phone = null where id = any(:ids)"));
    }

    String counting() {
        return typed("select count(*) from " + table + " t where " + overdue);
    }

    /** Rows that somebody else has locked are passed over; what is locked is looked at as it is by now. */
    String locking() {
        return typed(
                "select t.id::text from " + table + " t where " + overdue + " limit :size for update of t skip locked");
    }

    List<String> removing() {
        return removal.stream()
                .map(sql -> typed(sql).replace(":ids", "cast(:ids as " + key + "[])"))
                .toList();
    }

    /** A period in SQL is compared with an instant that says so. */
    private static String typed(String sql) {
        return sql.replace(":limit", "cast(:limit as timestamptz)").replace(":now", "cast(:now as timestamptz)");
    }
}
