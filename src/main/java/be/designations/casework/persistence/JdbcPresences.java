package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.Presence;
import be.designations.directory.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPresences implements Presence.Presences {

    private final JdbcClient jdbc;

    JdbcPresences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Presence.Present> note(CaseId dossier, PersonId person, Instant at, Instant seenSince) {
        return jdbc.sql("""
                        with noted as (
                            insert into case_presence (case_id, person_id, since, seen_at)
                            values (:case, :person, cast(:at as timestamptz), cast(:at as timestamptz))
                            on conflict (case_id, person_id) do update
                               set seen_at = excluded.seen_at,
                                   since = case when case_presence.seen_at > cast(:seenSince as timestamptz)
                                                then case_presence.since else excluded.since end)
                        select s.person_id, p.first_name || ' ' || p.last_name as name, s.since
                          from case_presence s join person p on p.id = s.person_id
                         where s.case_id = :case and s.person_id <> :person
                           and s.seen_at > cast(:seenSince as timestamptz)
                         order by s.since, s.person_id""")
                .param("case", dossier.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .param("seenSince", Timestamp.from(seenSince))
                .query((row, number) -> new Presence.Present(
                        Objects.requireNonNull(Columns.person(row, "person_id")),
                        row.getString("name"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    @Override
    public void forget(Instant before) {
        jdbc.sql("delete from case_presence where seen_at < cast(:before as timestamptz)")
                .param("before", Timestamp.from(before))
                .update();
    }
}
