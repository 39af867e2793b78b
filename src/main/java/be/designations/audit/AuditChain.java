package be.designations.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Computes the chains of hashes anew, a bounded number of rows at a time.
 *
 * <p>Each lane is followed by its places. By the ids of the whole log a row could be missed: of two transactions the one that drew the
 * smaller id may commit last, though not in the same lane.
 */
@Component
class AuditChain {

    private final JdbcClient jdbc;
    private final AuditLanes lanes;

    AuditChain(JdbcClient jdbc, AuditLanes lanes) {
        this.jdbc = jdbc;
        this.lanes = lanes;
    }

    /**
     * Goes on by so many rows, lane after lane; by fewer where the log ends.
     *
     * <p>In each lane the row at which the pass stands must still be there, however long ago it came to it: an end may be cut off while
     * a verification goes on.
     */
    ChainProgress goOn(ChainProgress done, int rows) {
        List<Stretch> stretches = ahead(done.lanes(), lanes.ends(), rows);
        List<Checked> checked = check(stretches);
        Long broken = Stream.concat(
                        Stream.ofNullable(done.firstBroken()),
                        checked.stream().map(Checked::broken).filter(Objects::nonNull))
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new ChainProgress(
                done.events() + checked.stream().mapToLong(Checked::events).sum(),
                checked.stream().map(Checked::end).toList(),
                broken,
                stretches.stream().mapToLong(Stretch::rows).sum() < rows);
    }

    /**
     * What is to be checked of a lane.
     *
     * @param from  where the pass stands, a row that is looked at once more; null before the first
     * @param ahead how many rows there are from there to the end of the lane
     * @param rows  how many of them, at most all
     */
    private record Stretch(int lane, @Nullable LaneEnd from, long ahead, long rows) {

        /** At the end of the lane one more than there should be: somebody may have put a second row at its last place. */
        long read() {
            return rows + (from == null ? 0 : 1) + (rows == ahead ? 1 : 0);
        }
    }

    /**
     * What was found in a lane.
     *
     * @param events how many rows that had not been checked before
     * @param end    where the pass stands now
     * @param broken the first id that is not as it should be, if any
     */
    private record Checked(
            long events, LaneEnd end, @Nullable Long broken) {}

    private static List<Stretch> ahead(List<LaneEnd> done, List<LaneEnd> ends, int rows) {
        Map<Integer, LaneEnd> from = LaneEnd.byLane(done);
        Map<Integer, LaneEnd> to = LaneEnd.byLane(ends);
        List<Stretch> stretches = new ArrayList<>();
        long left = rows;
        for (int lane : Stream.of(from, to)
                .flatMap(each -> each.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new))) {
            long ahead = ahead(from.get(lane), to.get(lane));
            long now = Math.min(left, ahead);
            stretches.add(new Stretch(lane, from.get(lane), ahead, now));
            left -= now;
        }
        return stretches;
    }

    /** A lane that is new to the pass is looked at, whatever place somebody gave its rows. */
    private static long ahead(@Nullable LaneEnd from, @Nullable LaneEnd end) {
        if (end == null) {
            return 0;
        }
        return from == null ? Math.max(1, end.place()) : Math.max(0, end.place() - from.place());
    }

    private static <T> Stream<@Nullable T> of(List<Stretch> stretches, Function<LaneEnd, T> what) {
        return stretches.stream().map(Stretch::from).map(from -> from == null ? null : what.apply(from));
    }

    private List<Checked> check(List<Stretch> stretches) {
        return jdbc.sql("""
                        select stretch.lane,
                               count(found.id) filter (where found.place is distinct from stretch.place) as events,
                               coalesce(max(found.place), stretch.place) as place,
                               coalesce((array_agg(found.id order by found.place desc))[1], stretch.last) as event,
                               coalesce(encode((array_agg(found.hash order by found.place desc))[1], 'hex'), stretch.hash) as hash,
                               min(coalesce(found.id, stretch.last)) filter (where found.sound is not true) as broken
                          from unnest(cast(:lanes as integer[]), cast(:places as bigint[]), cast(:events as bigint[]),
                                      cast(:hashes as text[]), cast(:rows as bigint[]))
                                   as stretch(lane, place, last, hash, rows)
                               left join lateral (
                                   select (event).id, (event).place, (event).hash,
                                          case when hash_before is null and (event).place = stretch.place
                                               then (event).hash = decode(stretch.hash, 'hex')
                                               else (event).hash = audit_event_digest(event)
                                                    and (event).previous_hash is not distinct from hash_before
                                                    and (event).place = place_before + 1
                                                    and ((event).lane > 0 or (event).id = (event).place)
                                           end as sound
                                     from (select event, lag(event.hash) over chain as hash_before,
                                                  lag(event.place, 1, cast(0 as bigint)) over chain as place_before
                                             from audit_event event
                                            where event.lane = stretch.lane
                                              and event.place >= coalesce(stretch.place, -9223372036854775808)
                                           window chain as (order by event.place)
                                            order by event.place limit stretch.rows) as followed) as found on true
                         group by stretch.lane, stretch.place, stretch.last, stretch.hash
                        having count(found.id) > 0 or stretch.place is not null
                         order by stretch.lane""")
                .param("lanes", stretches.stream().map(Stretch::lane).toArray(Integer[]::new))
                .param("places", of(stretches, LaneEnd::place).toArray(Long[]::new))
                .param("events", of(stretches, LaneEnd::event).toArray(Long[]::new))
                .param("hashes", of(stretches, LaneEnd::hash).toArray(String[]::new))
                .param("rows", stretches.stream().map(Stretch::read).toArray(Long[]::new))
                .query((row, number) -> new Checked(
                        row.getLong("events"),
                        new LaneEnd(
                                row.getInt("lane"), row.getLong("place"), row.getLong("event"), row.getString("hash")),
                        row.getObject("broken", Long.class)))
                .list();
    }
}
