package be.designations.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the lanes of the log end: each is a chain of its own, so that writers need not wait for each other. */
@Component
class AuditLanes {

    private final JdbcClient jdbc;

    AuditLanes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of every lane that has a row, whether writers take it or not; in the order of the lanes, all at one moment. */
    List<LaneEnd> ends() {
        return jdbc.sql("""
                        with recursive lanes(lane) as (
                            (select lane from audit_event order by lane limit 1)
                            union all
                            select (select event.lane from audit_event event
                                     where event.lane > lanes.lane order by event.lane limit 1)
                              from lanes where lanes.lane is not null)
                        select ended.lane, ended.place, ended.id as event, encode(ended.hash, 'hex') as hash
                          from lanes cross join lateral (
                              select event.lane, event.place, event.id, event.hash from audit_event event
                               where event.lane = lanes.lane order by event.place desc limit 1) as ended
                         order by ended.lane""").query(LaneEnd.class).list();
    }

    /** How the log ends at that instant; nothing while it is empty. */
    Optional<AuditAnchor> end(Instant at) {
        List<LaneEnd> ends = ends();
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        SortedMap<Integer, Long> places = new TreeMap<>();
        ends.forEach(end -> places.put(end.lane(), end.place()));
        return Optional.of(new AuditAnchor(places, AuditAnchor.headOf(ends), at));
    }
}
