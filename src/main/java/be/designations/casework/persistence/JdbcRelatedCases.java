package be.designations.casework.persistence;

import be.designations.casework.CaseId;
import be.designations.casework.CaseList;
import be.designations.casework.OwnColumns;
import be.designations.casework.RelatedCases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRelatedCases implements RelatedCases {

    private static final Map<Relation, String> COLUMNS = Map.of(
            Relation.PERSON, "about_person",
            Relation.COMPANY, "company",
            Relation.ORGANISATION, "organisation_id");

    private final JdbcClient jdbc;

    JdbcRelatedCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each relation is read by its own index, as far as it is shown. */
    @Override
    public List<Related> of(CaseId dossier, List<CaseList.Seen> seen, int most) {
        Map<String, Object> parameters = new HashMap<>();
        List<String> kinds = JdbcCaseList.seen(seen, parameters);
        if (kinds.isEmpty()) {
            return List.of();
        }
        String conditions = String.join(" or ", kinds);
        String each = Arrays.stream(Relation.values())
                .map(relation -> """
                        (select '%s' as relation, c.* from case_file c
                          where c.%s = (select one.%2$s from case_file one where one.id = :dossier)
                            and c.id <> :dossier and (%s)
                          order by c.opened_at desc, c.id desc limit :size)""".formatted(relation, COLUMNS.get(relation), conditions))
                .collect(Collectors.joining(" union all "));
        // A dossier may be in each relation before: so many more are read.
        int size = most * Relation.values().length + 1;
        Map<Relation, List<CaseList.Line>> found = new EnumMap<>(Relation.class);
        jdbc.sql("""
                        select c.relation, c.id, c.dossier_number, c.kind, c.organisation_id, c.opened_at, c.status, c.status_since, %s
                          from (%s) c join organisation o on o.id = c.organisation_id
                         order by c.opened_at desc, c.id desc""".formatted(Columns.NAMES, each))
                .params(parameters)
                .param("dossier", dossier.value())
                .param("size", size)
                .query(row -> {
                    found.computeIfAbsent(Relation.valueOf(row.getString("relation")), relation -> new ArrayList<>())
                            .add(JdbcCaseList.line(row, OwnColumns.NONE));
                });
        return shown(found, most);
    }

    private static List<Related> shown(Map<Relation, List<CaseList.Line>> found, int most) {
        Set<CaseId> before = new HashSet<>();
        List<Related> shown = new ArrayList<>();
        found.forEach((relation, all) -> {
            List<CaseList.Line> own =
                    all.stream().filter(line -> !before.contains(line.id())).toList();
            List<CaseList.Line> lines = own.subList(0, Math.min(most, own.size()));
            lines.forEach(line -> before.add(line.id()));
            if (!lines.isEmpty()) {
                shown.add(new Related(relation, lines, own.size() > most));
            }
        });
        return shown;
    }
}
