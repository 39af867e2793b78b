-- What the catalogue needs and opens changes answers as well: whoever follows is told, once for the application or role and not for
-- each person who has it. Nobody is meant by such an event.
alter table access_event alter column person_id drop not null;

create function tell_of_applications(codes text[]) returns void
    language sql as
$$
    insert into access_event (client_id, change)
    select app.client_id, jsonb_build_object(
               'application', i.code, 'needed_sign_in_level', i.needed_level, 'retired', i.retired_at is not null)
      from application i
      join registered_application app on app.follows_changes and app.closed_at is null
     where i.code = any(codes)
       and exists (select from registered_application_role own join role r on r.code = own.role_code
                    where own.client_id = app.client_id
                      and (r.application_code = i.code
                           or exists (select from role_also_opens x where x.role_code = r.code and x.application_code = i.code)))
     order by i.code, app.client_id;
$$;

-- Also those that ask about another role of the application: what its local managers may open depends on all of them.
create function tell_of_roles(codes text[]) returns void
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
       and exists (select from registered_application_role own join role o on o.code = own.role_code
                    where own.client_id = app.client_id and o.application_code = r.application_code)
     order by r.code, app.client_id;
$$;

create function tell_of_changed_applications() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_applications(array(
        select n.code from changed n join former o on o.code = n.code
         where (n.needed_level, n.retired_at is null) is distinct from (o.needed_level, o.retired_at is null)));
    return null;
end $$;
create trigger application_tells_of_changed
    after update on application referencing new table as changed old table as former
    for each statement execute function tell_of_changed_applications();

create function tell_of_changed_roles() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_roles(array(
        select n.code from changed n join former o on o.code = n.code
         where (n.application_code, n.retired_at is null, n.only_for)
               is distinct from (o.application_code, o.retired_at is null, o.only_for)));
    return null;
end $$;
create trigger role_tells_of_changed
    after update on role referencing new table as changed old table as former
    for each statement execute function tell_of_changed_roles();

create function tell_of_what_roles_open() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_roles(array(select distinct role_code from changed));
    return null;
end $$;
create trigger role_also_opens_tells_of_new
    after insert on role_also_opens referencing new table as changed
    for each statement execute function tell_of_what_roles_open();
create trigger role_also_opens_tells_of_gone
    after delete on role_also_opens referencing old table as changed
    for each statement execute function tell_of_what_roles_open();
