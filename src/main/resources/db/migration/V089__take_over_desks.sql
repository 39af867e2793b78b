-- Which organisation has the desk that decides (SPP IS) or advises (BCSS), from when on (D18). The first one is the organisation of
-- that kind, as the reference data know it; each row here is a later one, with what people call it, article included.
create table desk_takeover (
    id                 uuid primary key,
    desk               text        not null,
    organisation_id    uuid        not null references organisation,
    valid_from         timestamptz not null,
    name_fr            text        not null,
    name_nl            text        not null,
    name_de            text        not null,
    name_en            text        not null,
    announced_at       timestamptz not null,
    basis_id           uuid        not null references basis,
    withdrawn_at       timestamptz,
    withdrawn_basis_id uuid references basis,
    carried_out_at     timestamptz,
    constraint desk_takeover_desk check (desk in ('BCSS', 'SPP_IS')),
    constraint desk_takeover_withdrawn check ((withdrawn_at is null) = (withdrawn_basis_id is null)),
    -- What has begun is not taken back.
    constraint desk_takeover_withdrawn_before check (withdrawn_at < valid_from and (withdrawn_at is null or carried_out_at is null))
);
create unique index desk_takeover_in_force on desk_takeover (desk, valid_from desc) where withdrawn_at is null;
create index desk_takeover_by_organisation on desk_takeover (organisation_id, desk) where withdrawn_at is null;
create index desk_takeover_to_carry_out on desk_takeover (valid_from) where withdrawn_at is null and carried_out_at is null;
create index desk_takeover_by_basis on desk_takeover (basis_id);

-- The only place that says who has a desk: nothing has to run for it to change.
create function desk_holder(asked_desk text, at timestamptz) returns uuid
    language sql stable as
$$
select coalesce(
    (select t.organisation_id from desk_takeover t
      where t.desk = asked_desk and t.withdrawn_at is null and t.valid_from <= at
      order by t.valid_from desc limit 1),
    (select o.id from organisation o where o.kind = asked_desk and o.kind in ('BCSS', 'SPP_IS', 'SUPPORT')))
$$;

-- At which desk that role works; null for a role of none.
create function desk_of_role(role_code text) returns text
    language sql immutable as
$$
select case role_code when 'DPD_REVIEWER' then 'BCSS' when 'DPD_APPROVER' then 'SPP_IS' when 'SUPPORT_AGENT' then 'SUPPORT' end
$$;

-- Of an entity that has a desk, or is announced for it, the roles of that desk can be granted as of the kind that had it first: so that
-- its people are there on the day. They give nothing before, and nothing elsewhere.
create function may_have_desk(asked_organisation uuid, asked_desk text) returns boolean
    language sql stable as
$$
select exists (select from desk_takeover t
                where t.organisation_id = asked_organisation and t.desk = asked_desk and t.withdrawn_at is null)
$$;

create or replace function deputation_hindrance(deputation_id uuid, at timestamptz) returns text
    language sql stable as
$$
select case
           when d.ended_at <= at then 'ended'
           when d.valid_until <= at then 'over'
           when d.valid_from > at then 'to-come'
           when desk_holder(desk_of_role(d.role_code), at) is distinct from d.organisation_id then 'desk-taken-over'
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
