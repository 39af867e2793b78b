-- The change that the principal access manager is asked for, and what became of it.
create table local_manager_change (
    case_id           uuid primary key references case_file,
    quality_id        uuid not null references quality,
    asked_at          timestamptz not null,
    new_manager_id    uuid not null references person,
    former_manager_id uuid references person,
    instructed_by     uuid references person,
    instructed_at     timestamptz,
    removal_confirmed boolean not null default false,
    applied_at        timestamptz
);
create index local_manager_change_by_quality on local_manager_change (quality_id, asked_at);
