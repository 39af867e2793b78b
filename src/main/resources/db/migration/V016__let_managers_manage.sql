-- What managers decide themselves (A2): rights that are limited to places of work, and rights taken back before their day.

-- A right or responsibility that is taken back before it begins ends where it would have begun: an empty period, which
-- never ran and leaves room for another, while the row still tells of both decisions.
alter table responsibility
    drop constraint responsibility_period,
    add constraint responsibility_period check (valid_until >= valid_from);
alter table role_assignment
    drop constraint role_assignment_period,
    add constraint role_assignment_period check (valid_until >= valid_from);
-- Blocked and unblocked in the same instant, likewise.
alter table responsibility_block
    drop constraint responsibility_block_period,
    add constraint responsibility_block_period check (blocked_until >= blocked_from);

-- The places where an entity works, as the register of enterprises knows them.
create table establishment_unit (
    number          char(10) primary key,
    organisation_id uuid not null references organisation,
    name            text not null,
    street          text not null,
    postal_code     text not null,
    locality        text not null,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    constraint establishment_unit_number check (number ~ '^[2-8][0-9]{9}$'),
    constraint establishment_unit_period check (valid_until >= valid_from)
);
create index establishment_unit_by_organisation on establishment_unit (organisation_id, name, number);

-- Empty: the right holds for the whole entity.
alter table role_assignment
    add column establishment_units char(10)[] not null default '{}';

alter table subdivision
    add constraint subdivision_name_length check (char_length(name) between 1 and 100);
create unique index subdivision_name_unique_in_any_case on subdivision (quality_id, lower(name));

-- The same number in the same quality belongs to one entity.
create unique index quality_one_entity_a_number on quality (kind, identifier);

-- Numbers that the National Register has replaced or cancelled; whoever types one is told.
create table withdrawn_niss (
    niss        char(11) primary key,
    replaced_by char(11),
    since       date not null,
    constraint withdrawn_niss_is_replaced_by_another check (replaced_by <> niss)
);
create index withdrawn_niss_by_replacement on withdrawn_niss (replaced_by) where replaced_by is not null;
