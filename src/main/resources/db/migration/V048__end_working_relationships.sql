-- A relationship that was to begin, and does not.
alter table working_relationship
    drop constraint working_relationship_period,
    add constraint working_relationship_period check (valid_until >= valid_from);

-- Each change of an end, with the decision behind it: the row itself says how it stands by now.
create table working_relationship_change (
    relationship_id uuid not null references working_relationship,
    basis_id        uuid not null references basis,
    former_until    timestamptz,
    until           timestamptz,
    primary key (relationship_id, basis_id)
);
create index working_relationship_change_by_basis on working_relationship_change (basis_id);

-- What was ended with effect from the past did give access until it was decided: nothing undoes that, and who asks who could do what on
-- such a day is told so.
alter table role_assignment
    add column gave_until timestamptz,
    add constraint role_assignment_gave_until check (gave_until > valid_until);
alter table responsibility
    add column gave_until timestamptz,
    add constraint responsibility_gave_until check (gave_until > valid_until);

-- A right that goes on for longer than it was given for, by a later decision (its row says until when).
create table role_assignment_confirmation (
    role_assignment_id uuid not null references role_assignment,
    basis_id           uuid not null references basis,
    former_until       timestamptz,
    primary key (role_assignment_id, basis_id)
);
create index role_assignment_confirmation_by_basis on role_assignment_confirmation (basis_id);
alter table responsibility_confirmation
    add column former_until timestamptz;

-- The dossier of a relationship that ends: one for each end, so that nobody is told twice.
create table departure (
    case_id         uuid primary key references case_file,
    relationship_id uuid        not null references working_relationship,
    ends_at         timestamptz not null,
    -- Null: it ended by its date, nobody decided it.
    basis_id        uuid references basis,
    outcome         text,
    settled_at      timestamptz,
    constraint departure_outcome check (outcome in ('SETTLED', 'CHANGED')),
    constraint departure_settled check ((outcome is null) = (settled_at is null))
);
create unique index departure_once on departure (relationship_id, ends_at) where outcome is distinct from 'CHANGED';
create index departure_by_relationship on departure (relationship_id);

-- Relationships that had ended before are not told of.
create table departure_search (
    since timestamptz not null
);
insert into departure_search (since) values (now());
