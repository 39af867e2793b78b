-- Roles that one person never has at the same time, wherever they are granted (D20). Each pair stands once, in the order of codes.
create table role_exclusion (
    role_code     text not null references role,
    excluded_code text not null references role,
    primary key (role_code, excluded_code),
    constraint role_exclusion_stands_once check (role_code < excluded_code)
);
create index role_exclusion_by_excluded on role_exclusion (excluded_code);
create view excluded_role (role_code, excluded_code) as
select role_code, excluded_code from role_exclusion
union all
select excluded_code, role_code from role_exclusion;

-- Who gives the opinion on an application does not decide on it.
insert into role_exclusion values ('DPD_APPROVER', 'DPD_REVIEWER');

-- A statement looks once, however many rights it brings; whoever grants to the same person meanwhile waits. Rights that excluded each
-- other before stay, and are reported.
create function role_assignment_refuse_excluded() returns trigger
    language plpgsql as
$$
begin
    if not exists (select from added a join excluded_role e on e.role_code = a.role_code) then
        return null;
    end if;
    perform 1 from person
      where id in (select a.person_id from added a join excluded_role e on e.role_code = a.role_code)
      order by id for no key update;
    if exists (
        select from added a
          join excluded_role e on e.role_code = a.role_code
          join role_assignment other on other.person_id = a.person_id and other.role_code = e.excluded_code
         where tstzrange(other.valid_from, other.valid_until) && tstzrange(a.valid_from, a.valid_until)) then
        raise exception 'two roles that exclude each other for one person'
            using errcode = 'exclusion_violation', constraint = 'role_assignment_separates_duties', table = 'role_assignment';
    end if;
    return null;
end;
$$;
create trigger role_assignment_separates_duties
    after insert on role_assignment referencing new table as added
    for each statement execute function role_assignment_refuse_excluded();

create function dpd_decision_refuse_adviser() returns trigger
    language plpgsql as
$$
begin
    if exists (select from dpd_opinion where application_id = new.application_id and given_by = new.decided_by) then
        raise exception 'who gave the opinion does not decide'
            using errcode = 'check_violation', constraint = 'dpd_decision_by_another', table = 'dpd_decision';
    end if;
    return new;
end;
$$;
create trigger dpd_decision_by_another
    before insert or update of decided_by on dpd_decision
    for each row execute function dpd_decision_refuse_adviser();
