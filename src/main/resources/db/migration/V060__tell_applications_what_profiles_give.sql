-- What the profiles of PrimaWeb give changes answers about functions: whoever follows the role by which functions are had is told whose
-- answers are to be asked anew. What they are is not told: whether profiles hold is judged when it is asked (D62).
create function followers_of_functions() returns setof text
    language sql stable
    return (select app.client_id from registered_application app
              join registered_application_role own on own.client_id = app.client_id and own.role_code = 'SOCIAL_WORKER'
             where app.follows_changes and app.closed_at is null);

create function tell_of_functions(qualities uuid[], people uuid[]) returns void
    language sql as
$$
    insert into access_event (client_id, person_id, change)
    select app.client_id, its.person, jsonb_build_object(
               'capacity', 'USER', 'role', 'SOCIAL_WORKER', 'entity', o.enterprise_number, 'quality', q.kind, 'quality_id', q.id,
               'changed', 'functions')
      from (select distinct * from unnest(qualities, people) as each (quality, person)) its
      join quality q on q.id = its.quality
      join organisation o on o.id = q.organisation_id
     cross join followers_of_functions() as app (client_id)
     order by its.person, app.client_id;
$$;

-- Every decision of a manager about a user ends here, with the next version of the user.
create function tell_of_decided_users() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_functions(array_agg(n.quality_id), array_agg(n.person_id))
       from changed n join former o on o.quality_id = n.quality_id and o.person_id = n.person_id
      where n.version > o.version;
    return null;
end $$;
create trigger prima_web_user_tells_of_decided
    after update on prima_web_user referencing new table as changed old table as former
    for each statement execute function tell_of_decided_users();

-- A profile that has other functions than before gives them to all who have it.
create function tell_of_changed_profiles() returns trigger language plpgsql as $$
begin
    if not changes_are_followed() then
        return null;
    end if;
    perform tell_of_functions(array_agg(a.quality_id), array_agg(a.person_id))
       from changed n
       join prima_web_profile_version o on o.profile_id = n.profile_id and o.version = n.version - 1
       join prima_web_assignment a on a.profile_id = n.profile_id and a.taken_at is null
      where n.functions is distinct from o.functions;
    return null;
end $$;
create trigger prima_web_profile_version_tells
    after insert on prima_web_profile_version referencing new table as changed
    for each statement execute function tell_of_changed_profiles();

-- A function that came into the tree or left it: once, and not for each person.
create function tell_of_tree(codes text[]) returns void
    language sql as
$$
    insert into access_event (client_id, change)
    select app.client_id, jsonb_build_object('function', f.code, 'withdrawn', f.until_version is not null)
      from prima_web_function f cross join followers_of_functions() as app (client_id)
     where f.code = any(codes) and not f.is_block
     order by f.code, app.client_id;
$$;

create function tell_of_new_functions() returns trigger language plpgsql as $$
begin
    if changes_are_followed() then
        perform tell_of_tree(array(select code from changed));
    end if;
    return null;
end $$;
create trigger prima_web_function_tells_of_new
    after insert on prima_web_function referencing new table as changed
    for each statement execute function tell_of_new_functions();

create function tell_of_withdrawn_functions() returns trigger language plpgsql as $$
begin
    if changes_are_followed() then
        perform tell_of_tree(array(select n.code from changed n join former o on o.code = n.code
                                    where n.until_version is distinct from o.until_version));
    end if;
    return null;
end $$;
create trigger prima_web_function_tells_of_withdrawn
    after update on prima_web_function referencing new table as changed old table as former
    for each statement execute function tell_of_withdrawn_functions();
