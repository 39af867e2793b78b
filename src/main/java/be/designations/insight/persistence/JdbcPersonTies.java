package be.designations.insight.persistence;

import be.designations.directory.LegalFunctionKind;
import be.designations.directory.OrganisationId;
import be.designations.directory.PersonId;
import be.designations.directory.RelationshipCategory;
import be.designations.insight.AccessOverview.TieFact;
import be.designations.insight.Grounds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ties a person to entities, and the decisions that changed it. */
final class JdbcPersonTies {

    private static final String TIES = """
            select id, organisation_id as organisation, person_id as person, kind as function,
                   cast(null as text) as relationship, valid_from as "from", valid_until as until,
                   cast(null as text) as reason
              from legal_function where person_id = :person and organisation_id = any(:within)
            union all
            select id, organisation_id, person_id, null, category, valid_from, valid_until, reason
              from working_relationship where person_id = :person and organisation_id = any(:within)
             order by 6, 7 nulls last, 1""";

    private final JdbcClient jdbc;

    JdbcPersonTies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<TieFact> of(PersonId person, Collection<OrganisationId> within) {
        List<TieFact> found = jdbc.sql(TIES)
                .param("person", person.value())
                .param("within", within.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query((row, number) -> tie(row))
                .list();
        Map<UUID, List<Grounds>> changes =
                changes(found.stream().map(TieFact::id).toList());
        return found.stream()
                .map(tie -> tie.changedBy(changes.getOrDefault(tie.id(), List.of())))
                .toList();
    }

    private static TieFact tie(ResultSet row) throws SQLException {
        String function = row.getString("function");
        String relationship = row.getString("relationship");
        return new TieFact(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                function == null ? null : LegalFunctionKind.valueOf(function),
                relationship == null ? null : RelationshipCategory.valueOf(relationship),
                row.getTimestamp("from").toInstant(),
                JdbcAccessOverview.instant(row, "until"),
                row.getString("reason"),
                List.of());
    }

    private Map<UUID, List<Grounds>> changes(List<UUID> relationships) {
        Map<UUID, List<Grounds>> changes = new HashMap<>();
        jdbc.sql("select c.relationship_id, c.former_until, " + GroundsColumns.columns("b")
                        + " from working_relationship_change c" + GroundsColumns.join("b", "c.basis_id")
                        + "where c.relationship_id = any(:relationships) order by b.decided_at, b.id")
                .param("relationships", relationships.toArray(UUID[]::new))
                .query(row -> {
                    changes.computeIfAbsent(row.getObject("relationship_id", UUID.class), id -> new ArrayList<>())
                            .add(GroundsColumns.read(row, "b")
                                    .insteadOf(JdbcAccessOverview.instant(row, "former_until")));
                });
        return changes;
    }
}
