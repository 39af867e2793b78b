package be.designations.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares the log with its anchors: each says where the lanes ended once, and with what. */
@Component
class AnchorComparison {

    private final JdbcClient jdbc;
    private final AuditLanes lanes;

    AnchorComparison(JdbcClient jdbc, AuditLanes lanes) {
        this.jdbc = jdbc;
        this.lanes = lanes;
    }

    /**
     * What a pass that came to the end of the log has found.
     *
     * @param kept   the anchors that are kept
     * @param others those that somebody kept elsewhere
     */
    AuditVerification compare(ChainProgress whole, AuditAnchors.Kept kept, List<AuditAnchor> others) {
        List<AuditAnchor> anchors = new ArrayList<>(others);
        anchors.addAll(kept.anchors());
        return new AuditVerification(
                whole.events(),
                whole.firstBroken(),
                whole.lanes().isEmpty() ? null : AuditAnchor.headOf(whole.lanes()),
                anchors.size(),
                firstUnmet(anchors),
                kept.forged(),
                kept.unread());
    }

    private @Nullable UnmetAnchor firstUnmet(List<AuditAnchor> anchors) {
        Map<Integer, String> heads = heads(anchors);
        return IntStream.range(0, anchors.size())
                .filter(number -> !anchors.get(number).head().equals(heads.get(number)))
                .mapToObj(anchors::get)
                .min(Comparator.comparing(AuditAnchor::events))
                .map(anchor -> new UnmetAnchor(anchor.events(), anchor.head(), anchor.at(), missing(anchor)))
                .orElse(null);
    }

    /** The head that each anchor, by its number in the list, should have had; none where all its rows are gone. */
    private Map<Integer, String> heads(List<AuditAnchor> anchors) {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (int number = 0; number < anchors.size(); number++) {
            for (Map.Entry<Integer, Long> end : anchors.get(number).places().entrySet()) {
                numbers.add(number);
                of.add(end.getKey());
                places.add(end.getValue());
            }
        }
        return jdbc
                .sql("""
                        select ended.anchor, encode(string_agg(event.hash, '' order by ended.lane), 'hex') as hashes
                          from unnest(cast(:anchors as integer[]), cast(:lanes as integer[]), cast(:places as bigint[]))
                                   as ended(anchor, lane, place)
                               join audit_event event on event.lane = ended.lane and event.place = ended.place
                         group by ended.anchor""")
                .param("anchors", numbers.toArray(Integer[]::new))
                .param("lanes", of.toArray(Integer[]::new))
                .param("places", places.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getInt("anchor"), AuditAnchor.headOf(row.getString("hashes"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many of its rows are gone from the ends of their lanes. */
    private long missing(AuditAnchor anchor) {
        Map<Integer, LaneEnd> ends = LaneEnd.byLane(lanes.ends());
        return anchor.places().entrySet().stream()
                .mapToLong(then -> {
                    LaneEnd now = ends.get(then.getKey());
                    return Math.max(0, then.getValue() - (now == null ? 0 : now.place()));
                })
                .sum();
    }
}
