-- The local manager of the quality Social action is the person of a DPD mandate that runs when the responsibility
-- begins (S002). The domain says so first; these triggers say it again for every other path, typed SQL included.
-- A mandate that ends later leaves the local manager in place (D8): only the beginning is compared.
create function refuse_local_manager_without_mandate() returns trigger language plpgsql as $$
declare
    offender uuid;
begin
    select r.id into offender
      from responsibility r join quality q on q.id = r.quality_id
     where r.kind = 'LOCAL_MANAGER' and q.kind = 'SOCIAL_ACTION'
       and case tg_table_name
               when 'responsibility' then r.id = (to_jsonb(new) ->> 'id')::uuid
               else q.organisation_id = (to_jsonb(old) ->> 'organisation_id')::uuid end
       and not exists (select 1 from dpd_mandate m
                        where m.organisation_id = q.organisation_id and m.person_id = r.person_id
                          and m.revoked_at is null
                          and tstzrange(m.valid_from, m.valid_until) @> r.valid_from)
     limit 1;
    if offender is not null then
        raise exception 'the local manager of Social action must hold a running DPD mandate (responsibility %)', offender
            using errcode = 'integrity_constraint_violation', constraint = 'responsibility_local_manager_is_dpd';
    end if;
    return null;
end $$;

create constraint trigger responsibility_local_manager_is_dpd
    after insert or update on responsibility
    deferrable initially deferred
    for each row when (new.kind = 'LOCAL_MANAGER')
execute function refuse_local_manager_without_mandate();

create constraint trigger dpd_mandate_carries_local_manager
    after update or delete on dpd_mandate
    deferrable initially deferred
    for each row
execute function refuse_local_manager_without_mandate();

-- A quality keeps its kind and its entity: otherwise changing those would be the way round the rule.
create function refuse_changed_quality() returns trigger language plpgsql as $$
begin
    raise exception 'a quality keeps its kind and its entity'
        using errcode = 'integrity_constraint_violation', constraint = 'quality_keeps_kind_and_entity';
end $$;

create trigger quality_keeps_kind_and_entity
    before update of kind, organisation_id on quality
    for each row when (old.kind is distinct from new.kind or old.organisation_id is distinct from new.organisation_id)
execute function refuse_changed_quality();
