package be.designations.demo.data;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Profiles of PrimaWeb for the invented CPAS in which somebody looks after them: the predefined ones. Whoever works without a
 * subdivision has entered once, and who writes the unique report too has a profile; the others show what is missing.
 */
final class DemoProfiles {

    private static final String PROFILES = """
            with managed as (
                select q.id as quality_id, r.person_id as manager, coalesce(m.region, '') as region
                  from quality q
                  join responsibility r on r.quality_id = q.id and r.kind = 'LOCAL_MANAGER'
                  join organisation o on o.id = q.organisation_id
                  left join municipality m on m.nis_code = o.nis_code
                 where q.kind = 'SOCIAL_ACTION'
                   and exists (select from role_assignment a
                                where a.quality_id = q.id and a.role_code = 'PRIMA_WEB_CONFIGURATION')
            ), made as (
                select gen_random_uuid() as id, managed.quality_id, managed.manager, p.code, n.name_fr, n.name_nl, n.name_de
                  from managed cross join prima_web_predefined p
                  cross join lateral (select * from prima_web_predefined_name n
                                       where n.predefined_code = p.code and n.region in (managed.region, '')
                                       order by n.region desc limit 1) n
            ), profiles as (
                insert into prima_web_profile (id, quality_id, name_fr, name_nl, name_de, changed_at, changed_by)
                select id, quality_id, name_fr, name_nl, name_de, ?, manager from made
            ), functions as (
                insert into prima_web_profile_function (profile_id, function_code)
                select made.id, f.function_code
                  from made join prima_web_predefined_function f on f.predefined_code = made.code
            ), versions as (
                insert into prima_web_profile_version (profile_id, version, at, by_person, name_fr, name_nl, name_de, functions, deleted)
                select made.id, 1, ?, made.manager, made.name_fr, made.name_nl, made.name_de,
                       array(select f.function_code from prima_web_predefined_function f
                              where f.predefined_code = made.code order by f.function_code), false
                  from made
            ), users as (
                insert into prima_web_user (quality_id, person_id, sort_name, entered_at, confirmed_at)
                select a.quality_id, a.person_id, '', a.valid_from, a.valid_from
                  from role_assignment a
                  join managed on managed.quality_id = a.quality_id
                  join responsibility r on r.quality_id = a.quality_id and r.person_id = a.person_id and r.subdivision_id is null
                 where a.role_code = 'SOCIAL_WORKER'
            )
            insert into prima_web_assignment (id, quality_id, person_id, profile_id, given_at, given_by)
            select gen_random_uuid(), a.quality_id, a.person_id, made.id, a.valid_from, made.manager
              from role_assignment a
              join made on made.quality_id = a.quality_id and made.code = 'SOCIAL_WORKER'
             where a.role_code = 'SOCIAL_WORKER'
               and exists (select from role_assignment r
                            where r.quality_id = a.quality_id and r.person_id = a.person_id
                              and r.role_code = 'UNIQUE_REPORT_STAFF')""";

    private DemoProfiles() {}

    /** @param made when the profiles were; who has one entered, and was given it, on the first day of the right that it rests on (D62) */
    static void insert(JdbcTemplate jdbc, Instant made) {
        var when = made.atOffset(ZoneOffset.UTC);
        jdbc.update(PROFILES, when, when);
    }
}
