package be.designations.agenda.persistence;

import be.designations.agenda.CalendarFeedStore;
import be.designations.directory.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
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
    public void keep(Kept feed, byte[] digest) {
        jdbc.sql("""
                        insert into calendar_feed (person_id, digest, made_at) values (:person, :digest, :at)
                        on conflict (person_id) do update set digest = excluded.digest, made_at = excluded.made_at""")
                .param("person", feed.person().value())
                .param("digest", digest)
                .param("at", Timestamp.from(feed.madeAt()))
                .update();
    }

    @Override
    public boolean drop(PersonId person) {
        return jdbc.sql("delete from calendar_feed where person_id = :person")
                        .param("person", person.value())
                        .update()
                == 1;
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getTimestamp("made_at").toInstant());
    }
}
