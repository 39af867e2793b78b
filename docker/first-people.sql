-- The first people of the trial, as a real installation gets them from its own registers: an empty application knows
-- nobody, and nobody is taken in by signing in. All of them are invented, and so are their numbers.
-- Needs the reference data (DESIGNATIONS_REFERENCE_DATA_LOAD=true). Running it again changes nothing.
begin;

insert into person (id, niss, last_name, first_name, birth_date, sex, language, email)
values ('6f0d5a1e-0000-4000-8000-000000000001', '66041295205', 'Lambert', 'Catherine', '1966-04-12', 'F', 'fr',
        'catherine.lambert@cpas-ocmw-92094.example'),
       ('6f0d5a1e-0000-4000-8000-000000000002', '71092395110', 'Dumont', 'Benoît', '1971-09-23', 'M', 'fr',
        'benoit.dumont@cpas-ocmw-92094.example'),
       ('6f0d5a1e-0000-4000-8000-000000000003', '85062895235', 'Simon', 'Aurélie', '1985-06-28', 'F', 'fr',
        'aurelie.simon@cpas-ocmw-92094.example'),
       ('6f0d5a1e-0000-4000-8000-000000000004', '72030395206', 'Hermans', 'Véronique', '1972-03-03', 'F', 'fr',
        'veronique.hermans@bcss.example'),
       ('6f0d5a1e-0000-4000-8000-000000000005', '65112795169', 'Noël', 'Paul', '1965-11-27', 'M', 'fr',
        'paul.noel@spp-is.example')
on conflict (niss) do nothing;

-- Where each of them works.
insert into working_relationship (id, organisation_id, person_id, category, valid_from)
select gen_random_uuid(), o.id, p.id, 'PERMANENT', '2020-01-01'
  from (values ('66041295205', '92094', 'CPAS'),
               ('71092395110', '92094', 'CPAS'),
               ('85062895235', '92094', 'CPAS'),
               ('72030395206', null, 'BCSS'),
               ('65112795169', null, 'SPP_IS')) as works (niss, nis_code, kind)
  join person p on p.niss = works.niss
  join organisation o on o.kind = works.kind and o.nis_code is not distinct from works.nis_code
 where not exists (select 1 from working_relationship w where w.person_id = p.id and w.organisation_id = o.id);

-- The head of daily management of the CPAS of Namur.
insert into legal_function (id, organisation_id, person_id, kind, valid_from)
select gen_random_uuid(), o.id, p.id, 'HEAD_OF_DAILY_MANAGEMENT', '2020-01-01'
  from organisation o, person p
 where o.nis_code = '92094' and o.kind = 'CPAS' and p.niss = '66041295205'
   and not exists (select 1 from legal_function f where f.organisation_id = o.id);

-- Its principal access manager, and the users with their roles at the two desks. No access without a reason: each has its basis.
do $$
declare
    given record;
    ground uuid;
begin
    for given in
        select p.id as person, o.id as organisation, q.id as quality, what.role
          from (values ('71092395110', '92094', 'CPAS', null),
                       ('72030395206', null, 'BCSS', 'DPD_REVIEWER'),
                       ('65112795169', null, 'SPP_IS', 'DPD_APPROVER')) as what (niss, nis_code, kind, role)
          join person p on p.niss = what.niss
          join organisation o on o.kind = what.kind and o.nis_code is not distinct from what.nis_code
          left join quality q on q.organisation_id = o.id and q.kind = 'SOCIAL_SECURITY'
         where not exists (select 1 from responsibility r where r.person_id = p.id)
           and not exists (select 1 from role_assignment a where a.person_id = p.id)
    loop
        insert into basis (id, operation, decided_at, reason)
        values (gen_random_uuid(), 'reference-data', now(), 'First people of the trial')
        returning id into ground;
        insert into responsibility (id, kind, organisation_id, quality_id, person_id, valid_from, basis_id)
        values (gen_random_uuid(), case when given.role is null then 'PRINCIPAL_ACCESS_MANAGER' else 'USER' end,
                given.organisation, case when given.role is null then null else given.quality end, given.person, now(),
                ground);
        if given.role is not null then
            insert into role_assignment (id, person_id, role_code, quality_id, valid_from, basis_id)
            values (gen_random_uuid(), given.person, given.role, given.quality, now(), ground);
        end if;
    end loop;
end $$;

commit;
