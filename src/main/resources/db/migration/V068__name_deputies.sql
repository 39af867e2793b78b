-- Who works in the place of whom, in which role of a desk, in which period (D81). What is ended stays, and gives nothing any more.
create table deputation (
    id              uuid primary key,
    principal_id    uuid        not null references person,
    deputy_id       uuid        not null references person,
    role_code       text        not null references role,
    organisation_id uuid        not null references organisation,
    valid_from      timestamptz not null,
    valid_until     timestamptz not null,
    reason          text,
    named_at        timestamptz not null,
    ended_at        timestamptz,
    ended_by        uuid references person,
    end_reason      text,
    constraint deputation_of_another check (deputy_id <> principal_id),
    constraint deputation_period check (valid_until > valid_from),
    constraint deputation_ended check ((ended_at is null) = (ended_by is null)),
    -- Whoever works in somebody's place is one person: whom one asks is clear.
    constraint deputation_one_at_a_time exclude using gist
        (cast(principal_id::text as uuid) with =, role_code with =, tstzrange(valid_from, valid_until, '[)') with &&)
        where (ended_at is null)
);
create index deputation_by_principal on deputation (principal_id, valid_from desc, id desc);
create index deputation_by_deputy on deputation (deputy_id, valid_from desc, id desc);
create index deputation_open_by_end on deputation (valid_until, id) where ended_at is null;

-- Why a deputation gives nothing at that instant; null when it counts. The only place that says so (D82): nothing has to run for it to
-- end with what it rests on.
create function deputation_hindrance(deputation_id uuid, at timestamptz) returns text
    language sql stable as
$$
select case
           when d.ended_at <= at then 'ended'
           when d.valid_until <= at then 'over'
           when d.valid_from > at then 'to-come'
           when not exists (select from role_assignment a
                              join quality q on q.id = a.quality_id
                             where a.person_id = d.principal_id and a.role_code = d.role_code
                               and q.organisation_id = d.organisation_id
                               and tstzrange(a.valid_from, a.valid_until) @> at)
               then 'principal-without-role'
           when not exists (select from role_assignment a
                              join quality q on q.id = a.quality_id
                             where a.person_id = d.principal_id and a.role_code = d.role_code
                               and q.organisation_id = d.organisation_id
                               and tstzrange(a.valid_from, a.valid_until) @> at
                               and not exists (select from responsibility u
                                                 join responsibility_block b on b.responsibility_id = u.id
                                                where u.person_id = a.person_id and u.quality_id = a.quality_id
                                                  and u.kind = 'USER'
                                                  and tstzrange(u.valid_from, u.valid_until) @> at
                                                  and tstzrange(b.blocked_from, b.blocked_until) @> at))
               then 'principal-blocked'
           when not exists (select from working_relationship w
                             where w.person_id = d.deputy_id and w.organisation_id = d.organisation_id
                               and tstzrange(w.valid_from, w.valid_until) @> at)
            and not exists (select from legal_function f
                             where f.person_id = d.deputy_id and f.organisation_id = d.organisation_id
                               and tstzrange(f.valid_from, f.valid_until) @> at)
               then 'deputy-without-tie'
           when exists (select from person p where p.id in (d.principal_id, d.deputy_id) and p.disabled_at is not null)
               then 'person-disabled'
           when exists (select from responsibility u
                          join responsibility_block b on b.responsibility_id = u.id
                         where u.person_id = d.deputy_id and u.organisation_id = d.organisation_id
                           and tstzrange(u.valid_from, u.valid_until) @> at
                           and tstzrange(b.blocked_from, b.blocked_until) @> at)
               then 'deputy-blocked'
           when exists (select from excluded_role e
                          join role_assignment a on a.role_code = e.excluded_code and a.person_id = d.deputy_id
                         where e.role_code = d.role_code and tstzrange(a.valid_from, a.valid_until) @> at)
             or exists (select from excluded_role e
                          join deputation other on other.role_code = e.excluded_code and other.deputy_id = d.deputy_id
                         where e.role_code = d.role_code and other.ended_at is null
                           and tstzrange(other.valid_from, other.valid_until) @> at)
               then 'deputy-excluded'
       end
  from deputation d
 where d.id = deputation_id
$$;

-- In whose place something was done.
alter table work_item add column in_place_of uuid references person;
alter table timeline_entry add column in_place_of uuid references person;
create index timeline_entry_in_place_of on timeline_entry (in_place_of, id desc) where in_place_of is not null;
alter table dpd_opinion add column in_place_of uuid references person;
alter table dpd_decision add column in_place_of uuid references person;
alter table case_wait add column in_place_of uuid references person;
alter table principal_manager_request add column in_place_of uuid references person;
alter table basis add column in_place_of uuid references person;

-- Neither who gave the opinion decides on it, nor in whose place it was given; nor does anybody decide in their place (D20, D83).
create or replace function dpd_decision_refuse_adviser() returns trigger
    language plpgsql as
$$
begin
    if exists (select from dpd_opinion
                where application_id = new.application_id
                  and (given_by in (new.decided_by, new.in_place_of) or in_place_of in (new.decided_by, new.in_place_of))) then
        raise exception 'who gave the opinion does not decide'
            using errcode = 'check_violation', constraint = 'dpd_decision_by_another', table = 'dpd_decision';
    end if;
    return new;
end;
$$;
drop trigger dpd_decision_by_another on dpd_decision;
create trigger dpd_decision_by_another
    before insert or update of decided_by, in_place_of on dpd_decision
    for each row execute function dpd_decision_refuse_adviser();
