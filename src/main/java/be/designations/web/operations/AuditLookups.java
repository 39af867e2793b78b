package be.designations.web.operations;

import be.designations.audit.AuditFilter;
import be.designations.directory.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Turns what agents know (names, dossier numbers) into what the audit log holds (ids), and back. */
@Repository
class AuditLookups {

    private static final int MOST_PEOPLE = 20;

    private final JdbcClient jdbc;

    AuditLookups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person with the name that is shown. */
    public record Named(UUID id, String name) {}

    /** The people whose last name begins so, or whose first and last names do; at most 20. */
    List<Named> peopleNamed(String typed) {
        String whole = typed.strip().toLowerCase(Locale.ROOT);
        int space = whole.indexOf(' ');
        return jdbc.sql("""
                        select id, first_name || ' ' || last_name as name from person
                         where lower(last_name) like :whole
                            or (lower(last_name) like :last and lower(first_name) like :first)
                         order by lower(last_name), lower(first_name), id limit :limit""")
                .param("whole", beginning(whole))
                .param("last", beginning(space < 0 ? whole : whole.substring(space + 1)))
                .param("first", beginning(space < 0 ? whole : whole.substring(0, space)))
                .param("limit", MOST_PEOPLE)
                .query(Named.class)
                .list();
    }

    /** What entries of that dossier are about; nothing when there is no such dossier. */
    Optional<AuditFilter.Concerning> ofDossier(String number) {
        Optional<UUID> dossier = jdbc.sql("select id from case_file where dossier_number = :number")
                .param("number", number)
                .query(UUID.class)
                .optional();
        return dossier.map(id -> {
            Set<AuditFilter.Subject> subjects = new HashSet<>();
            jdbc.sql("""
                            select 'dpd-application' as type, a.id from dpd_application a where a.case_id = :dossier
                            union all
                            select 'dpd-mandate', m.id from dpd_mandate m join dpd_application a on a.id = m.application_id
                             where a.case_id = :dossier""").param("dossier", id).query(row -> {
                subjects.add(new AuditFilter.Subject(row.getString("type"), row.getString("id")));
            });
            List<UUID> bases = jdbc.sql("select id from basis where case_id = :dossier")
                    .param("dossier", id)
                    .query(UUID.class)
                    .list();
            return new AuditFilter.Concerning(subjects, new HashSet<>(bases));
        });
    }

    /** Names of organisations by id. */
    Map<UUID, String> organisations(Collection<UUID> ids, Language language) {
        Map<UUID, String> names = new HashMap<>();
        if (ids.isEmpty()) {
            return names;
        }
        jdbc.sql("select id, name_fr, name_nl, name_de from organisation where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    names.put(
                            row.getObject("id", UUID.class),
                            row.getString(
                                    switch (language) {
                                        case NL -> "name_nl";
                                        case DE -> "name_de";
                                        case FR, EN -> "name_fr";
                                    }));
                });
        return names;
    }

    private static String beginning(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + '%';
    }
}
