package be.designations.agenda.persistence;

import be.designations.agenda.CalendarFeedStore;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendarFeeds implements CalendarFeedStore {

    private final JdbcClient jdbc;

    JdbcCalendarFeeds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Kept> of(PersonId person) {
        return jdbc.sql("select person_id, made_at from calendar_feed where person_id = :person")
                .param("person", person.value())
                .query((row, number) -> kept(row))
                .optional();
    }

    @Override
    public Optional<Kept> find(byte[] digest) {
        return jdbc.sql("select person_id, made_at from calendar_feed where digest = :digest")
                .param("digest", digest)
                .query((row, number) -> kept(row))
                .optional();
    }

    @Override
    public boolean keep(Kept feed, byte[] digest, @Nullable Instant before) {
        return jdbc.sql("""
                        insert into calendar_feed as kept (person_id, digest, made_at) values (:person, :digest, :at)
                        on conflict (person_id) do update set digest = excluded.digest, made_at = excluded.made_at
                         where kept.made_at = cast(:before as timestamptz)""")
                        .param("person", feed.person().value())
                        .param("digest", digest)
                        .param("at", Timestamp.from(feed.madeAt()))
                        .param("before", before == null ? null : Timestamp.from(before))
                        .update()
                == 1;
    }

    @Override
    public boolean drop(PersonId person) {
        return jdbc.sql("delete from calendar_feed where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    @Override
    public void drop(byte[] digest) {
        jdbc.sql("delete from calendar_feed where digest = :digest")
                .param("digest", digest)
                .update();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("made_at").toInstant());
    }
}
