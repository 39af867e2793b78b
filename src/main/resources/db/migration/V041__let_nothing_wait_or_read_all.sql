-- The rule of V008, a function a table: a condition that asks which table it stands on leaves the planner without an index as
-- soon as it keeps one plan for all, and each local manager of one big transaction read all the others.
create function refuse_local_manager_without_mandate_of(responsibilities uuid[]) returns void language plpgsql as $$
declare
    offender uuid;
begin
    select r.id into offender
      from responsibility r join quality q on q.id = r.quality_id
     where r.id = any (responsibilities) and r.kind = 'LOCAL_MANAGER' and q.kind = 'SOCIAL_ACTION'
       and not exists (select 1 from dpd_mandate m
                        where m.organisation_id = q.organisation_id and m.person_id = r.person_id
                          and m.revoked_at is null
                          and tstzrange(m.valid_from, m.valid_until) @> r.valid_from)
     limit 1;
    if offender is not null then
        raise exception 'the local manager of Social action must hold a running DPD mandate (responsibility %)', offender
            using errcode = 'integrity_constraint_violation', constraint = 'responsibility_local_manager_is_dpd';
    end if;
end $$;

create or replace function refuse_local_manager_without_mandate() returns trigger language plpgsql as $$
begin
    perform refuse_local_manager_without_mandate_of(array[new.id]);
    return null;
end $$;

create function refuse_mandate_taken_from_local_manager() returns trigger language plpgsql as $$
begin
    perform refuse_local_manager_without_mandate_of(array(
        select r.id from quality q join responsibility r on r.quality_id = q.id and r.kind = 'LOCAL_MANAGER'
         where q.organisation_id = old.organisation_id and q.kind = 'SOCIAL_ACTION' and r.person_id = old.person_id));
    return null;
end $$;

drop trigger dpd_mandate_carries_local_manager on dpd_mandate;
create constraint trigger dpd_mandate_carries_local_manager
    after update or delete on dpd_mandate
    deferrable initially deferred
    for each row
execute function refuse_mandate_taken_from_local_manager();

-- A number is drawn without waiting for whoever drew the one before and has not committed yet. What is rolled back leaves a
-- gap. The first dossier of a year makes the sequence of its kind, in the name of the owner: the application makes nothing.
create function next_dossier_number(prefix text, year integer) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    sequence text := format('dossier_number_%s_%s', lower(prefix), year);
begin
    if prefix !~ '^[A-Z]{2,5}$' or year not between 2000 and 9999 then
        raise exception 'no dossiers % of %', prefix, year;
    end if;
    if to_regclass(sequence) is null then
        -- The number is arbitrary. Held until commit: another first dossier of the year waits for this one.
        perform pg_advisory_xact_lock(6006002, hashtext(sequence));
        execute format('create sequence if not exists %I', sequence);
    end if;
    return nextval(sequence);
end;
$$;

do $$
declare
    counter record;
begin
    for counter in select prefix, year, last_number from dossier_counter loop
        perform next_dossier_number(counter.prefix, counter.year);
        perform setval(format('dossier_number_%s_%s', lower(counter.prefix), counter.year), counter.last_number);
    end loop;
end $$;
drop table dossier_counter;

-- Who represents an entity was looked for in all of the country, since V024 took the index of the constraint out of plans.
create index legal_function_by_organisation on legal_function (organisation_id, person_id);
