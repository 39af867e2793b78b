-- What every dossier has, whatever it is about.
create table dossier_counter (
    prefix      text not null,
    year        integer not null,
    last_number integer not null,
    primary key (prefix, year)
);

create table case_file (
    id              uuid primary key,
    dossier_number  text not null,
    kind            text not null,
    organisation_id uuid not null references organisation,
    opened_by       uuid not null references person,
    opened_at       timestamptz not null,
    status          text not null,
    status_since    timestamptz not null,
    closed_at       timestamptz,
    constraint case_file_dossier_number_unique unique (dossier_number),
    constraint case_file_kind check (kind in ('DPD_DESIGNATION'))
);
create index case_file_by_organisation on case_file (organisation_id, opened_at desc, id desc);
create index case_file_by_opening on case_file (opened_at desc, id desc);
create index case_file_by_status on case_file (status, opened_at desc, id desc);

-- Who did what, when and why; rows are only added.
create table timeline_entry (
    id              bigint generated always as identity primary key,
    case_id         uuid not null references case_file,
    happened_at     timestamptz not null,
    event           text not null,
    actor_id        uuid references person,
    organisation_id uuid references organisation,
    reason          text
);
create index timeline_entry_by_case on timeline_entry (case_id, id);

create table attachment (
    id         uuid primary key,
    subject_id uuid not null,
    file_name  text not null,
    media_type text not null,
    size       integer not null,
    sha256     bytea not null,
    content    bytea not null,
    added_by   uuid not null references person,
    added_at   timestamptz not null,
    constraint attachment_size check (size between 1 and 10485760 and size = octet_length(content)),
    constraint attachment_same_file_once unique (subject_id, file_name, sha256)
);

-- The task list. Kept by the engine's listener in the engine's own transaction.
create table work_item (
    id              uuid primary key,
    case_id         uuid not null references case_file,
    kind            text not null,
    desk            text not null,
    organisation_id uuid not null references organisation,
    assignee_id     uuid references person,
    assigned_at     timestamptz,
    created_at      timestamptz not null,
    due_at          timestamptz not null,
    reminded_at     timestamptz,
    overdue_at      timestamptz,
    done_at         timestamptz,
    done_by         uuid references person,
    constraint work_item_kind check (kind in ('GIVE_OPINION', 'COMPLETE_FILE', 'DECIDE', 'CHANGE_LOCAL_MANAGER')),
    constraint work_item_desk check (desk in ('BCSS', 'SPP_IS', 'FILERS', 'ENTITY_MANAGERS'))
);
create unique index work_item_one_open_a_kind on work_item (case_id, kind) where done_at is null;
create index work_item_open_by_desk on work_item (desk, due_at, id) where done_at is null;
create index work_item_open_by_organisation on work_item (organisation_id, desk, due_at, id) where done_at is null;
create index work_item_by_case on work_item (case_id);
