package be.designations.decisions.persistence;

import be.designations.decisions.RightUse;
import be.designations.decisions.RightUse.Used;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRightUseStore implements RightUse.Store {

    private final JdbcClient jdbc;

    JdbcRightUseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void write(List<Map.Entry<Used, LocalDate>> used) {
        jdbc.sql("""
                        insert into right_use (person_id, role_code, quality_id, last_day)
                        select * from unnest(cast(:people as uuid[]), cast(:roles as text[]), cast(:qualities as uuid[]),
                                             cast(:days as date[]))
                        on conflict (person_id, role_code, quality_id) do update set last_day = excluded.last_day
                         where right_use.last_day < excluded.last_day""")
                .param("people", used.stream().map(one -> one.getKey().person()).toArray(UUID[]::new))
                .param("roles", used.stream().map(one -> one.getKey().role()).toArray(String[]::new))
                .param(
                        "qualities",
                        used.stream().map(one -> one.getKey().quality()).toArray(UUID[]::new))
                .param(
                        "days",
                        used.stream().map(one -> Date.valueOf(one.getValue())).toArray(Date[]::new))
                .update();
    }
}
