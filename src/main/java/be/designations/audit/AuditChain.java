package be.designations.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Computes the chain of hashes anew, a bounded number of rows at a time, and compares it with anchors. */
@Component
class AuditChain {

    private final JdbcClient jdbc;

    AuditChain(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Goes on by so many rows; by fewer where the log ends.
     *
     * <p>The row at which the pass stood must still be there, for the end may be cut off while a verification goes on.
     */
    ChainProgress goOn(ChainProgress done, int rows) {
        Long broken = firstOf(done.firstBroken(), stillThere(done) ? null : done.last());
        return jdbc.sql("""
                        select count(*) as events, max(id) as last, min(id) filter (where not sound) as broken,
                               encode((array_agg(hash order by id desc))[1], 'hex') as head
                        from (select id, (event).hash,
                                     (event).hash = audit_event_digest(event)
                                         and (event).previous_hash is not distinct from
                                             lag((event).hash, 1, decode(cast(:head as text), 'hex')) over chain
                                         and id = :events + row_number() over chain as sound
                              from (select event.id, event from audit_event event %s order by event.id limit :rows) as stretch
                              window chain as (order by id)) as checked
                        """.formatted(done.last() == null ? "" : "where event.id > :last"))
                .param("head", done.head())
                .param("events", done.events())
                .param("last", done.last())
                .param("rows", rows)
                .query((row, number) -> row.getLong("events") == 0
                        ? new ChainProgress(done.events(), done.last(), done.head(), broken)
                        : new ChainProgress(
                                done.events() + row.getLong("events"),
                                row.getLong("last"),
                                row.getString("head"),
                                firstOf(broken, row.getObject("broken", Long.class))))
                .single();
    }

    private boolean stillThere(ChainProgress done) {
        return done.last() == null
                || jdbc.sql("select encode(hash, 'hex') = :head from audit_event where id = :last")
                        .param("head", done.head())
                        .param("last", done.last())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
    }

    private static @Nullable Long firstOf(@Nullable Long before, @Nullable Long now) {
        return before == null ? now : before;
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
                whole.events(), whole.firstBroken(), whole.head(), anchors.size(), firstUnmet(anchors), kept.forged());
    }

    private @Nullable AuditAnchor firstUnmet(List<AuditAnchor> anchors) {
        if (anchors.isEmpty()) {
            return null;
        }
        Map<Long, String> met = jdbc
                .sql("select id, encode(hash, 'hex') as head from audit_event where id in (:ids)")
                .param("ids", anchors.stream().map(AuditAnchor::events).collect(Collectors.toSet()))
                .query((row, number) -> Map.entry(row.getLong("id"), row.getString("head")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return anchors.stream()
                .filter(anchor -> !anchor.head().equals(met.get(anchor.events())))
                .min(Comparator.comparing(AuditAnchor::events))
                .orElse(null);
    }
}
