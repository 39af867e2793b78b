package be.designations.access.persistence;

import be.designations.access.BasisId;
import be.designations.access.EarlierEnd;
import be.designations.memory.TransactionMemory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of what people have for a time, each row with the decision that ended it and, beside it, those that let it go on. */
enum PeriodTable {
    RESPONSIBILITY,
    ROLE_ASSIGNMENT;

    private static final int BATCH_SIZE = 500;

    /** As {@link be.designations.access.Rights#shorten}. */
    void shorten(JdbcTemplate batches, Collection<EarlierEnd> ends, Instant decidedAt, BasisId basis) {
        batches.batchUpdate("""
                update %1$s t
                   set valid_until = e.at, ended_basis_id = ?,
                       gave_until = case when least(t.valid_until, ?) > e.at then least(t.valid_until, ?) end
                  from (select id, greatest(valid_from, ?) as at from %1$s where id = ?) e
                 where t.id = e.id and (t.valid_until is null or t.valid_until > e.at)""".formatted(table()), ends, BATCH_SIZE, (statement, end) -> {
            statement.setObject(1, basis.value());
            statement.setTimestamp(2, Timestamp.from(decidedAt));
            statement.setTimestamp(3, Timestamp.from(decidedAt));
            statement.setTimestamp(4, Timestamp.from(end.at()));
            statement.setObject(5, end.id());
        });
        TransactionMemory.forgetAll();
    }

    /** As {@link be.designations.access.Rights#extend}. */
    void extend(JdbcClient jdbc, Collection<UUID> rows, Instant until, BasisId basis) {
        jdbc.sql("""
                        with longer as (
                            select id, valid_until as former_until from %1$s
                             where id = any(:ids) and valid_until < :until and valid_until > valid_from),
                        confirmed as (
                            insert into %1$s_confirmation (%1$s_id, basis_id, former_until)
                            select id, :basis, former_until from longer)
                        update %1$s set valid_until = :until where id in (select id from longer)""".formatted(table()))
                .param("ids", rows.toArray(UUID[]::new))
                .param("until", Timestamp.from(until))
                .param("basis", basis.value())
                .update();
        TransactionMemory.forgetAll();
    }

    private String table() {
        return name().toLowerCase(Locale.ROOT);
    }
}
