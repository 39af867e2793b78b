package be.designations.primaweb.persistence;

import be.designations.decisions.FunctionSource;
import be.designations.primaweb.PrimaWebRole;
import org.springframework.stereotype.Component;

/**
 * What gives a function, and whether it holds, said once: for the pages of PrimaWeb and for applications that ask. It says so of any
 * instant, as far back as profiles and what they were are kept. <i>Source: D62, D68.</i>
 */
@Component
class FunctionSql implements FunctionSource {

    /** That the tree has the function {@code f} at that instant; what it began with it always had. */
    private static final String IN_TREE = """
            (f.since_version = 1 or (select t.changed_at from prima_web_tree t where t.version = f.since_version) <= %1$s)
            and (f.until_version is null
                 or (select t.changed_at from prima_web_tree t where t.version = f.until_version) > %1$s)""";

    /** That the user {@code u} has {@code g} at that instant. */
    private static final String HAD = """
            g.quality_id = u.quality_id and g.person_id = u.person_id and g.given_at <= %1$s
            and (g.taken_at is null or g.taken_at > %1$s)""";

    /** That the profile {@code o} has the function at that instant. */
    private static final String HAS = """
            case when o.quality_id is null then true
                 when o.changed_at <= %2$s then exists (select from prima_web_profile_function h
                                                         where h.profile_id = o.id and h.function_code = %1$s)
                 else (select %1$s = any(v.functions) from prima_web_profile_version v
                        where v.profile_id = o.id and v.at <= %2$s order by v.version desc limit 1) end""";

    /**
     * That the right of the user {@code u} has been there, unblocked, all the time since a manager last decided. Of the decisions before the
     * last one only those are known that gave something: it never says so wrongly, and rather not.
     */
    private static final String STANDS = """
            (select (select range_agg(tstzrange(a.valid_from, a.valid_until)) @> tstzrange(since.at, %2$s, '[]')
                       from role_assignment a
                      where a.person_id = u.person_id and a.role_code = '%1$s' and a.quality_id = u.quality_id)
                    and not exists (select from responsibility r join responsibility_block k on k.responsibility_id = r.id
                                     where r.person_id = u.person_id and r.quality_id = u.quality_id and r.kind = 'USER'
                                       and k.blocked_from <= %2$s and (k.blocked_until is null or k.blocked_until > since.at))
               from (select case when u.confirmed_at <= %2$s then u.confirmed_at
                                 else (select max(g.given_at) from prima_web_assignment g where %3$s) end as at) since)""";

    /** As {@link #STANDS}, an expression of a boolean, or of null. */
    static String stands(String at) {
        return STANDS.formatted(PrimaWebRole.SOCIAL_WORKER_CODE, at, HAD.formatted(at));
    }

    @Override
    public String role() {
        return PrimaWebRole.SOCIAL_WORKER_CODE;
    }

    @Override
    public String known(String code, String at) {
        return "select not (" + IN_TREE.formatted(at) + ") as withdrawn from prima_web_function f where f.code = "
                + code + " and not f.is_block";
    }

    @Override
    public String held(String person, String quality, String code, String at) {
        return """
                select case when u.deactivated_at <= %3$s then u.deactivated_at end as inactive_since, coalesce(%4$s, false) as stands,
                       (select json_agg(json_build_object('id', o.id, 'fr', o.name_fr, 'nl', o.name_nl,
                                                          'de', coalesce(o.name_de, o.name_fr), 'since', g.given_at)
                                        order by g.given_at, o.id)
                          from prima_web_assignment g join prima_web_profile o on o.id = g.profile_id
                         where %5$s and %6$s) as profiles
                  from prima_web_user u
                 where u.person_id = %1$s and u.quality_id = %2$s and u.entered_at <= %3$s""".formatted(person, quality, at, stands(at), HAD.formatted(at), HAS.formatted(code, at));
    }

    @Override
    public String given(String person, String quality, String at) {
        return """
                select f.code
                  from prima_web_user u join prima_web_function f on not f.is_block and %4$s
                 where u.person_id = %1$s and u.quality_id = %2$s and u.entered_at <= %3$s
                   and (u.deactivated_at is null or u.deactivated_at > %3$s)
                   and exists (select from prima_web_assignment g join prima_web_profile o on o.id = g.profile_id
                                where %5$s and %6$s)
                   and %7$s""".formatted(
                person, quality, at, IN_TREE.formatted(at), HAD.formatted(at), HAS.formatted("f.code", at), stands(at));
    }
}
