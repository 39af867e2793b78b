-- A dossier may be about one quality of its organisation: its work is then for those who manage that quality.
alter table case_file add column quality_id uuid references quality;
create index case_file_by_quality on case_file (quality_id, opened_at desc, id desc) where quality_id is not null;

alter table work_item
    add column quality_id uuid references quality,
    drop constraint work_item_desk,
    add constraint work_item_desk check (desk in ('BCSS', 'SPP_IS', 'SUPPORT', 'FILERS', 'ENTITY_MANAGERS',
        'REPRESENTATIVES', 'QUALITY_MANAGERS'));
create index work_item_open_by_quality on work_item (quality_id, desk, due_at, id) where done_at is null;

-- What somebody asks for, and what became of it.
create table right_request (
    case_id             uuid primary key references case_file,
    person_id           uuid not null references person,
    quality_id          uuid not null references quality,
    role_code           text not null references role,
    establishment_units text[] not null default '{}',
    last_day            date,
    reason              text not null,
    asked_at            timestamptz not null,
    outcome             text,
    settled_by          uuid references person,
    settled_at          timestamptz,
    answer              text,
    constraint right_request_reason check (btrim(reason) <> ''),
    constraint right_request_outcome check (outcome in ('GRANTED', 'REFUSED', 'WITHDRAWN', 'NEEDLESS')),
    constraint right_request_settled check ((outcome is null) = (settled_at is null) and (outcome is null) = (settled_by is null)),
    constraint right_request_refusal_says_why check (outcome <> 'REFUSED' or btrim(answer) <> '')
);
-- A second request for the same leads to the first.
create unique index right_request_one_open on right_request (person_id, quality_id, role_code) where outcome is null;
create index right_request_by_person on right_request (person_id, asked_at desc, case_id desc);
