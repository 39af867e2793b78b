package be.designations.management.persistence;

import be.designations.directory.PersonId;
import be.designations.management.LookUpCounts;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLookUpCounts implements LookUpCounts {

    private final JdbcClient jdbc;

    JdbcLookUpCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(PersonId by) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('look-up ' || :by, 0))")
                .param("by", by.value().toString())
                .query()
                .listOfRows();
    }

    @Override
    public Optional<Instant> exhausted(PersonId by, Instant from, int all, int missed) {
        return jdbc.sql("""
                        select at from (
                            (select at from look_up where by_person = :by and at > :from
                              order by at desc offset :all - 1 limit 1)
                            union all
                            (select at from look_up where by_person = :by and at > :from and not found
                              order by at desc offset :missed - 1 limit 1)
                        ) last order by at desc limit 1""")
                .param("by", by.value())
                .param("from", Timestamp.from(from))
                .param("all", all)
                .param("missed", missed)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    @Override
    public long add(PersonId by, Instant at) {
        return jdbc.sql("insert into look_up (by_person, at, found) values (:by, :at, false) returning id")
                .param("by", by.value())
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    @Override
    public void found(long number) {
        jdbc.sql("update look_up set found = true where id = :id")
                .param("id", number)
                .update();
    }

    @Override
    public void remove(long number) {
        jdbc.sql("delete from look_up where id = :id").param("id", number).update();
    }
}
