-- A file of people, working relationships and rights that a manager brought for an entity: checked, then applied, line by line.
create table import_file (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    file_name       text not null,
    sha256          char(64) not null,
    row_count       integer not null,
    state           text not null,
    -- For whom the lines are checked, and later applied: who brought the file, and who confirmed it.
    person_id       uuid not null references person,
    acting_for      uuid references organisation,
    sign_in_level   integer not null,
    brought_at      timestamptz not null,
    confirmed_at    timestamptz,
    changed_at      timestamptz not null,
    good            integer not null default 0,
    needless        integer not null default 0,
    bad             integer not null default 0,
    done            integer not null default 0,
    refused         integer not null default 0,
    missed          integer not null default 0,
    emptied_at      timestamptz,
    constraint import_file_state check (state in ('CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'DISCARDED')),
    constraint import_file_counts check (good + needless + bad <= row_count and done + refused <= good)
);
-- The same file leads to the import that there is.
create unique index import_file_once on import_file (organisation_id, sha256) where state <> 'DISCARDED';
create index import_file_by_organisation on import_file (organisation_id, brought_at, id);
create index import_file_by_person on import_file (person_id, brought_at);
create index import_file_to_do on import_file (changed_at) where state in ('CHECKING', 'APPLYING');
create index import_file_to_empty on import_file (changed_at) where emptied_at is null;

create table import_row (
    import_id  uuid not null references import_file,
    line       integer not null,
    -- The digits of the number of the person: lines of one person are taken together.
    person_key text not null,
    cells      text[] not null,
    state      text not null,
    problems   jsonb,
    primary key (import_id, line),
    constraint import_row_state check (state in ('NEW', 'GOOD', 'NEEDLESS', 'BAD', 'DONE', 'REFUSED'))
);
create index import_row_to_do on import_row (import_id, state, person_key, line);
create index import_row_problems on import_row (import_id, line) where state in ('BAD', 'REFUSED');
