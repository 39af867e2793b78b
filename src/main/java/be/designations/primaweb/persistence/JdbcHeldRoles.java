package be.designations.primaweb.persistence;

import be.designations.access.QualityId;
import be.designations.directory.PersonId;
import be.designations.primaweb.HeldRoles;
import be.designations.primaweb.PrimaWebRole;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcHeldRoles implements HeldRoles {

    /** Whether the person is blocked in the quality at {@code :at}, whatever they are there. */
    static final String BLOCKED = """
            exists (select from responsibility r join responsibility_block k on k.responsibility_id = r.id
                     where r.person_id = %1$s and r.quality_id = %2$s and r.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'USER')
                       and r.valid_from <= :at and (r.valid_until is null or r.valid_until > :at)
                       and k.blocked_from <= :at and (k.blocked_until is null or k.blocked_until > :at))""";

    private final JdbcClient jdbc;

    JdbcHeldRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> of(QualityId quality, PersonId person, Instant at) {
        return Set.copyOf(jdbc.sql("""
                        select distinct a.role_code from role_assignment a
                         where a.quality_id = :quality and a.person_id = :person and a.role_code in (:codes)
                           and a.valid_from <= :at and (a.valid_until is null or a.valid_until > :at)
                           and not\s""" + BLOCKED.formatted("a.person_id", "a.quality_id"))
                .param("quality", quality.value())
                .param("person", person.value())
                .param("codes", List.of(PrimaWebRole.SOCIAL_WORKER_CODE, PrimaWebRole.CONFIGURATION_CODE))
                .param("at", Timestamp.from(at))
                .query(String.class)
                .list());
    }

    @Override
    public int neededLevel() {
        return jdbc.sql("select needed_level from application where code = 'PRIMA_WEB'")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<String> managers(QualityId quality, Instant at) {
        return jdbc
                .sql("""
                        select p.first_name || ' ' || p.last_name as name, held.place
                          from (select r.person_id, case r.kind when 'LOCAL_MANAGER' then 1 else 2 end as place
                                  from responsibility r
                                 where r.quality_id = :quality and r.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')
                                   and r.valid_from <= :at and (r.valid_until is null or r.valid_until > :at)
                                union
                                select a.person_id, 3 from role_assignment a
                                 where a.quality_id = :quality and a.role_code = :code
                                   and a.valid_from <= :at and (a.valid_until is null or a.valid_until > :at)) held
                          join person p on p.id = held.person_id and p.disabled_at is null
                         where not %s
                         order by held.place, name limit 20""".formatted(BLOCKED.formatted("held.person_id", ":quality")))
                .param("quality", quality.value())
                .param("code", PrimaWebRole.CONFIGURATION_CODE)
                .param("at", Timestamp.from(at))
                .query((row, number) -> row.getString("name"))
                .list()
                .stream()
                .distinct()
                .toList();
    }
}
