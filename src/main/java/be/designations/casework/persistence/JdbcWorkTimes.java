package be.designations.casework.persistence;

import be.designations.casework.WorkTimeStore;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWorkTimes implements WorkTimeStore {

    private final JdbcClient jdbc;

    JdbcWorkTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Integer> usual(int fewest) {
        Map<String, Integer> usual = new HashMap<>();
        jdbc.sql("select kind, days from work_time where runs >= :fewest")
                .param("fewest", fewest)
                .query(row -> {
                    usual.put(row.getString("kind"), row.getInt("days"));
                });
        return usual;
    }

    /** A day has as many working days before it as its place among them. */
    @Override
    public void countAnew(Instant since, LocalDate[] workingDays, Instant at) {
        jdbc.sql("delete from work_time").update();
        jdbc.sql("""
                        insert into work_time (kind, runs, days, counted_at)
                        select kind, count(*), percentile_disc(0.5) within group (order by days), cast(:at as timestamptz)
                          from (select kind,
                                       width_bucket(cast(done_at at time zone 'Europe/Brussels' as date), :days)
                                       - width_bucket(cast(created_at at time zone 'Europe/Brussels' as date), :days) as days
                                  from work_item
                                 where done_by is not null and done_at >= cast(:since as timestamptz)) done
                         group by kind""")
                .param("days", Arrays.stream(workingDays).map(Date::valueOf).toArray(Date[]::new))
                .param("since", Timestamp.from(since))
                .param("at", Timestamp.from(at))
                .update();
    }
}
