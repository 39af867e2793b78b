-- As a query: with "return" it was one value, and the second application that followed made every change of profiles fail.
create or replace function followers_of_functions() returns setof text
    language sql stable as
$$
    select app.client_id from registered_application app
      join registered_application_role own on own.client_id = app.client_id and own.role_code = 'SOCIAL_WORKER'
     where app.follows_changes and app.closed_at is null
$$;

-- What a role opens: its home application and those that it opens besides.
create function opened_by_role(asked text) returns setof text
    language sql stable as
$$
    select application_code from role where code = asked
    union all select application_code from role_also_opens where role_code = asked
$$;

-- As decisions have it: a local manager of the entity has what any role of the application could be granted for there.
create function local_managers_open(asked_application text, asked_organisation uuid) returns boolean
    language sql stable
    return (select coalesce(bool_or(r.only_for is null or r.only_for = o.kind or may_have_desk(o.id, r.only_for)), true)
              from organisation o
              left join role r on r.retired_at is null and asked_application in (select opened_by_role(r.code))
             where o.id = asked_organisation);

-- Of a local manager those are told who would be answered that they may: no application learns who manages what it is not asked about.
create or replace function tell_of_local_managers(responsibilities uuid[]) returns void
    language plpgsql as
$$
begin
    insert into access_event (client_id, person_id, change)
    select app.client_id, u.person_id, jsonb_strip_nulls(jsonb_build_object(
               'id', u.id, 'capacity', u.kind, 'entity', o.enterprise_number, 'quality', q.kind, 'quality_id', q.id,
               'valid_from', u.valid_from, 'valid_until', u.valid_until,
               'blocked', exists (select from responsibility_block k
                                   where k.responsibility_id = u.id and k.blocked_until is null),
               'disabled', p.disabled_at is not null))
      from responsibility u
      join quality q on q.id = u.quality_id
      join organisation o on o.id = q.organisation_id
      join person p on p.id = u.person_id
      join registered_application app on app.follows_changes and app.closed_at is null
     where u.id = any(responsibilities) and u.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')
       and exists (select from registered_application_role own
                     cross join lateral opened_by_role(own.role_code) as opened (code)
                     join application i on i.code = opened.code and i.quality_kind = q.kind and i.retired_at is null
                    where own.client_id = app.client_id and local_managers_open(i.code, o.id));
end;
$$;

-- What the local managers of an application may open depends on all roles that open it: whoever has another of those is told as well.
drop function tell_of_roles(text[]);
create function tell_of_roles(codes text[], formerly_opened text[] default '{}') returns void
    language sql as
$$
    insert into access_event (client_id, change)
    select app.client_id, jsonb_strip_nulls(jsonb_build_object(
               'role', r.code, 'application', r.application_code, 'retired', r.retired_at is not null, 'only_for', r.only_for,
               'also_opens', (select jsonb_agg(x.application_code order by x.application_code)
                                from role_also_opens x where x.role_code = r.code)))
      from role r
      join registered_application app on app.follows_changes and app.closed_at is null
     where r.code = any(codes)
       and exists (select from registered_application_role own
                     cross join lateral opened_by_role(own.role_code) as opened (code)
                    where own.client_id = app.client_id
                      and (opened.code = any(formerly_opened) or opened.code in (select opened_by_role(r.code))))
     order by r.code, app.client_id;
$$;

create function tell_of_new_roles() returns trigger language plpgsql as $$
begin
    if changes_are_followed() then
        perform tell_of_roles(array(select code from changed));
    end if;
    return null;
end $$;
create trigger role_tells_of_new
    after insert on role referencing new table as changed
    for each statement execute function tell_of_new_roles();

create or replace function tell_of_changed_roles() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_roles(array_agg(n.code), array_agg(o.application_code))
       from changed n join former o on o.code = n.code
      where (n.application_code, n.retired_at is null, n.only_for)
            is distinct from (o.application_code, o.retired_at is null, o.only_for);
    return null;
end $$;

create or replace function tell_of_what_roles_open() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_roles(array_agg(distinct role_code), array_agg(distinct application_code)) from changed;
    return null;
end $$;

-- The roles of a desk can be granted in one entity more, or one less.
create function tell_of_takeover() returns trigger language plpgsql as $$
begin
    if changes_are_followed() then
        perform tell_of_roles(array(select code from role where only_for = new.desk and retired_at is null));
    end if;
    return null;
end $$;
create trigger desk_takeover_tells_of_new
    after insert on desk_takeover
    for each row execute function tell_of_takeover();
create trigger desk_takeover_tells_of_withdrawn
    after update of withdrawn_at on desk_takeover
    for each row when (old.withdrawn_at is distinct from new.withdrawn_at) execute function tell_of_takeover();

-- Finds whether an application is told already that what it keeps is worth nothing.
create index access_event_begin_anew on access_event (client_id) where change -> 'begin_anew' is not null;
