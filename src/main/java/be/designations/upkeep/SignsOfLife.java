package be.designations.upkeep;

import be.designations.access.Capacities;
import be.designations.directory.Actor;
import be.designations.rules.NotAllowedException;
import be.designations.scheduling.RecurringJob;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether what the application needs works, and when it last did: looked at each minute by a job, so that a page and a monitor read a few
 * rows, and what has been down is known afterwards.
 */
@Service
public class SignsOfLife {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration OLD = Duration.ofMinutes(5);
    private static final TypeReference<TreeMap<String, String>> FACTS = new TypeReference<>() {};

    private final Probes probes;
    private final JdbcClient jdbc;
    private final Capacities capacities;
    private final ObjectMapper json;
    private final Clock clock;

    SignsOfLife(Probes probes, JdbcClient jdbc, Capacities capacities, ObjectMapper json, Clock clock) {
        this.probes = probes;
        this.jdbc = jdbc;
        this.capacities = capacities;
        this.json = json;
        this.clock = clock;
    }

    @Bean
    static RecurringJob signsOfLifeJob(SignsOfLife signs) {
        return new RecurringJob("signs-of-life", PAUSE, signs::look);
    }

    /**
     * As they were found last.
     *
     * @throws NotAllowedException for anybody but support staff
     */
    @Transactional(readOnly = true)
    public List<SignOfLife> read(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
        return read();
    }

    /**
     * Looks now.
     *
     * @throws NotAllowedException for anybody but support staff
     */
    public void look(Actor actor) {
        capacities.requireSupport(actor, "operations.not-a-support-agent");
        look();
    }

    /** Whether one of them was not looked at for so long that nobody does. */
    public boolean areOld(List<SignOfLife> signs) {
        Instant recently = clock.instant().minus(OLD);
        return signs.stream()
                .map(SignOfLife::checkedAt)
                .anyMatch(checked -> checked == null || checked.isBefore(recently));
    }

    List<SignOfLife> read() {
        Map<String, SignOfLife> found = jdbc.sql("select * from sign_of_life").query(this::sign).list().stream()
                .collect(Collectors.toMap(SignOfLife::name, Function.identity()));
        return probes.names().stream()
                .map(name -> found.getOrDefault(name, SignOfLife.unknown(name)))
                .toList();
    }

    void look() {
        for (String name : probes.names()) {
            write(name, probes.look(name));
        }
    }

    private void write(String name, Finding finding) {
        jdbc.sql("""
                        insert into sign_of_life as sign (name, checked_at, good_at, bad_since, trouble, facts)
                        values (:name, :now, case when cast(:trouble as text) is null then cast(:now as timestamptz) end,
                                case when cast(:trouble as text) is not null then cast(:now as timestamptz) end,
                                :trouble, cast(:facts as jsonb))
                        on conflict (name) do update
                           set checked_at = excluded.checked_at, good_at = coalesce(excluded.good_at, sign.good_at),
                               bad_since = case when excluded.trouble is not null
                                                then coalesce(sign.bad_since, excluded.bad_since) end,
                               trouble = excluded.trouble, facts = excluded.facts""")
                .param("name", name)
                .param("now", Timestamp.from(clock.instant()))
                .param("trouble", finding.trouble())
                .param("facts", written(finding.facts()))
                .update();
    }

    private SignOfLife sign(ResultSet row, int number) throws SQLException {
        try {
            return new SignOfLife(
                    row.getString("name"),
                    instant(row, "checked_at"),
                    instant(row, "good_at"),
                    instant(row, "bad_since"),
                    row.getString("trouble"),
                    json.readValue(row.getString("facts"), FACTS));
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private String written(Map<String, String> facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
