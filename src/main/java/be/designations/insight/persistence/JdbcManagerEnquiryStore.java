package be.designations.insight.persistence;

import be.designations.access.ResponsibilityKind;
import be.designations.insight.ManagerEnquiry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcManagerEnquiryStore implements ManagerEnquiry.Store {

    private final JdbcClient jdbc;

    JdbcManagerEnquiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ManagerEnquiry.Line> lines(
            ManagerEnquiry.Query query, Instant now, ManagerEnquiry.@Nullable Cursor after, int size) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("organisation", query.organisation().value());
        parameters.put("kinds", query.kinds().stream().map(Enum::name).toList());
        parameters.put("now", Timestamp.from(now));
        parameters.put("size", size);
        StringBuilder conditions = new StringBuilder();
        if (query.runningAt() != null) {
            conditions.append(" and r.valid_from <= :at and (r.valid_until is null or r.valid_until > :at)");
            parameters.put("at", Timestamp.from(query.runningAt()));
        }
        if (after != null) {
            conditions.append(" and (r.valid_from, r.id) < (:from, :id)");
            parameters.put("from", Timestamp.from(after.from()));
            parameters.put("id", after.id());
        }
        return jdbc.sql("""
                        select r.id, r.kind, r.organisation_id, r.quality_id, q.kind as quality_kind, q.identifier,
                               d.name_fr as domain_fr, d.name_nl as domain_nl, d.name_de as domain_de,
                               p.first_name || ' ' || p.last_name as person,
                               r.valid_from, r.valid_until,
                               exists (select 1 from responsibility_block k
                                        where k.responsibility_id = r.id and k.blocked_from <= :now
                                          and (k.blocked_until is null or k.blocked_until > :now)) as blocked,
                               w.first_name || ' ' || w.last_name as decided_by, c.dossier_number
                          from responsibility r
                          join person p on p.id = r.person_id
                          join basis b on b.id = r.basis_id
                          left join person w on w.id = b.decided_by
                          left join case_file c on c.id = b.case_id
                          left join quality q on q.id = r.quality_id
                          left join access_domain d on d.code = r.domain_code
                         where r.organisation_id = :organisation and r.kind in (:kinds)%s
                         order by r.valid_from desc, r.id desc limit :size""".formatted(conditions))
                .params(parameters)
                .query((row, number) -> line(row))
                .list();
    }

    private static ManagerEnquiry.Line line(ResultSet row) throws SQLException {
        UUID quality = row.getObject("quality_id", UUID.class);
        return new ManagerEnquiry.Line(
                row.getObject("id", UUID.class),
                ResponsibilityKind.valueOf(row.getString("kind")),
                quality == null ? null : JdbcPositions.quality(row, quality),
                row.getString("domain_fr") == null ? null : JdbcQualityUsers.translated(row, "domain"),
                row.getString("person"),
                row.getTimestamp("valid_from").toInstant(),
                JdbcAccessOverview.instant(row, "valid_until"),
                row.getBoolean("blocked"),
                row.getString("decided_by"),
                row.getString("dossier_number"));
    }
}
