-- What changes for the roles of an application that follows them: a row for each application and change, in the transaction of the
-- change. It is read until the application says that it has it; nothing depends on the order in which transactions commit.
alter table registered_application
    add column follows_changes boolean not null default false;

create table access_event (
    id        bigint generated always as identity primary key,
    jti       uuid        not null default gen_random_uuid(),
    client_id text        not null references registered_application,
    person_id uuid        not null references person,
    at        timestamptz not null default clock_timestamp(),
    change    jsonb       not null
);
create index access_event_by_client on access_event (client_id, id);
create unique index access_event_by_jti on access_event (client_id, jti);
create index access_event_by_age on access_event (at);

-- Signs what is told; one key for all nodes.
create table event_key (
    kid     text primary key,
    jwk     text        not null,
    made_at timestamptz not null
);

-- Looked at first: rights are brought by the million where nobody follows them.
create function changes_are_followed() returns boolean
    language sql stable
    return exists (select from registered_application where follows_changes and closed_at is null);

create function tell_of_rights(rights uuid[]) returns void
    language plpgsql as
$$
begin
    insert into access_event (client_id, person_id, change)
    select app.client_id, a.person_id, jsonb_strip_nulls(jsonb_build_object(
               'id', a.id, 'capacity', 'USER', 'role', a.role_code, 'entity', o.enterprise_number, 'quality', q.kind,
               'quality_id', q.id, 'valid_from', a.valid_from, 'valid_until', a.valid_until,
               'establishment_units', case when a.establishment_units <> '{}' then to_jsonb(a.establishment_units) end,
               'blocked', exists (select from responsibility u join responsibility_block k on k.responsibility_id = u.id
                                   where u.person_id = a.person_id and u.quality_id = a.quality_id
                                     and u.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'USER')
                                     and k.blocked_until is null
                                     and (u.valid_until is null or u.valid_until > clock_timestamp())),
               'disabled', p.disabled_at is not null))
      from role_assignment a
      join registered_application_role own on own.role_code = a.role_code
      join registered_application app on app.client_id = own.client_id and app.follows_changes and app.closed_at is null
      join quality q on q.id = a.quality_id
      join organisation o on o.id = q.organisation_id
      join person p on p.id = a.person_id
     where a.id = any(rights);
end;
$$;

create function tell_of_local_managers(responsibilities uuid[]) returns void
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
                     join role r on r.code = own.role_code
                     join application i on i.code = r.application_code and i.quality_kind = q.kind
                    where own.client_id = app.client_id);
end;
$$;

create function tell_of_new_rights() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_rights(array(select id from changed));
    return null;
end $$;
create trigger role_assignment_tells_of_new
    after insert on role_assignment referencing new table as changed
    for each statement execute function tell_of_new_rights();

create function tell_of_changed_rights() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_rights(array(
        select n.id from changed n join former o on o.id = n.id
         where (n.valid_from, n.valid_until, n.establishment_units)
               is distinct from (o.valid_from, o.valid_until, o.establishment_units)));
    return null;
end $$;
create trigger role_assignment_tells_of_changed
    after update on role_assignment referencing new table as changed old table as former
    for each statement execute function tell_of_changed_rights();

create function tell_of_new_local_managers() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_local_managers(array(select id from changed where kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')));
    return null;
end $$;
create trigger responsibility_tells_of_new
    after insert on responsibility referencing new table as changed
    for each statement execute function tell_of_new_local_managers();

create function tell_of_changed_local_managers() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_local_managers(array(
        select n.id from changed n join former o on o.id = n.id
         where n.kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')
           and (n.valid_from, n.valid_until) is distinct from (o.valid_from, o.valid_until)));
    return null;
end $$;
create trigger responsibility_tells_of_changed
    after update on responsibility referencing new table as changed old table as former
    for each statement execute function tell_of_changed_local_managers();

-- Blocked or unblocked, all that the person has in the quality is another.
create function tell_of_blocks() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_rights(array(
        select distinct a.id
          from changed k join responsibility u on u.id = k.responsibility_id
          join role_assignment a on a.person_id = u.person_id and a.quality_id = u.quality_id
         where a.valid_until is null or a.valid_until > clock_timestamp()));
    perform tell_of_local_managers(array(select distinct responsibility_id from changed));
    return null;
end $$;
create trigger responsibility_block_tells_of_new
    after insert on responsibility_block referencing new table as changed
    for each statement execute function tell_of_blocks();
create trigger responsibility_block_tells_of_changed
    after update on responsibility_block referencing new table as changed
    for each statement execute function tell_of_blocks();

create function tell_of_disabled() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_rights(array(
        select id from role_assignment
         where person_id = new.id and (valid_until is null or valid_until > clock_timestamp())));
    perform tell_of_local_managers(array(
        select id from responsibility
         where person_id = new.id and kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER')
           and (valid_until is null or valid_until > clock_timestamp())));
    return null;
end $$;
create trigger person_tells_of_disabled
    after update of disabled_at on person
    for each row when (old.disabled_at is distinct from new.disabled_at) execute function tell_of_disabled();
