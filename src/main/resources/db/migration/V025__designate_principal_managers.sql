-- Who represents an enterprise designates its principal access manager (CSAM, S003); who manages by domain; who is to be
-- replaced because what their responsibility rests on has ended.

-- What the register of enterprises says of its existence: nothing is begun for what has stopped.
alter table organisation
    add column stopped_on  date,
    -- Known by its number alone until that register has answered.
    add column provisional boolean not null default false;

-- Ties are followed to their end.
create index legal_function_by_end on legal_function (valid_until) where valid_until is not null;
create index working_relationship_by_end on working_relationship (valid_until) where valid_until is not null;

alter table case_file
    drop constraint case_file_kind,
    add constraint case_file_kind check (kind in ('DPD_DESIGNATION', 'PRINCIPAL_MANAGER', 'MANAGER_REPLACEMENT'));
create index case_file_by_opener on case_file (opened_by, opened_at desc, id desc);

alter table work_item
    drop constraint work_item_kind,
    add constraint work_item_kind check (kind in ('GIVE_OPINION', 'COMPLETE_FILE', 'DECIDE', 'CHANGE_LOCAL_MANAGER',
        'VERIFY_MANDATE', 'REPLACE_PRINCIPAL_MANAGER', 'REPLACE_MANAGER')),
    drop constraint work_item_desk,
    add constraint work_item_desk check (desk in ('BCSS', 'SPP_IS', 'SUPPORT', 'FILERS', 'ENTITY_MANAGERS',
        'REPRESENTATIVES'));

-- The domains of CSAM: groups of applications that an access manager looks after for an entity.
create table access_domain (
    code       text primary key,
    position   integer not null,
    name_fr    text not null,
    name_nl    text not null,
    name_de    text not null,
    retired_at timestamptz,
    constraint access_domain_position_unique unique (position),
    constraint access_domain_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    constraint access_domain_names check (length(name_fr) between 1 and 150 and length(name_nl) between 1 and 150
        and length(name_de) between 1 and 150)
);
insert into access_domain (code, position, name_fr, name_nl, name_de) values
    ('SOCIAL_SECURITY', 10, 'Sécurité sociale', 'Sociale zekerheid', 'Soziale Sicherheit'),
    ('FINANCE', 20, 'Finances', 'Financiën', 'Finanzen'),
    ('MOBILITY', 30, 'Mobilité', 'Mobiliteit', 'Mobilität'),
    ('ECONOMY', 40, 'Économie', 'Economie', 'Wirtschaft'),
    ('EMPLOYMENT', 50, 'Emploi', 'Werkgelegenheid', 'Beschäftigung');

alter table application
    add column domain_code text not null default 'SOCIAL_SECURITY' references access_domain;
alter table application
    alter column domain_code drop default;
create index application_by_domain on application (domain_code);

alter table responsibility
    add column domain_code text references access_domain,
    -- How whoever holds the post is reached for it, where that was said on designation.
    add column email text,
    add column phone text,
    drop constraint responsibility_kind,
    add constraint responsibility_kind check (kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER',
        'LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'SUBDIVISION_MANAGER', 'CO_SUBDIVISION_MANAGER', 'ACCESS_MANAGER',
        'CO_ACCESS_MANAGER', 'TECHNICAL_USER', 'USER')),
    drop constraint responsibility_scope,
    add constraint responsibility_scope check (case
        when kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER')
            then quality_id is null and subdivision_id is null and domain_code is null
        when kind in ('ACCESS_MANAGER', 'CO_ACCESS_MANAGER')
            then quality_id is null and subdivision_id is null and domain_code is not null
        when kind in ('SUBDIVISION_MANAGER', 'CO_SUBDIVISION_MANAGER')
            then quality_id is not null and subdivision_id is not null and domain_code is null
        else quality_id is not null and domain_code is null end),
    add constraint responsibility_one_access_manager exclude using gist
        (cast(organisation_id::text as uuid) with =, domain_code with =, tstzrange(valid_from, valid_until, '[)') with &&)
        where (kind = 'ACCESS_MANAGER'),
    add constraint responsibility_one_domain_role_a_person exclude using gist
        (cast(organisation_id::text as uuid) with =, cast(person_id::text as uuid) with =, domain_code with =,
         tstzrange(valid_from, valid_until, '[)') with &&)
        where (kind in ('ACCESS_MANAGER', 'CO_ACCESS_MANAGER'));

-- What a person has typed so far to designate a principal access manager; gone once it is sent.
create table principal_manager_draft (
    id                uuid primary key,
    person_id         uuid not null references person,
    enterprise_number char(10) not null,
    answers           jsonb not null,
    changed_at        timestamptz not null,
    constraint principal_manager_draft_one_a_person unique (person_id, enterprise_number)
);
create index principal_manager_draft_by_change on principal_manager_draft (changed_at);

-- A request to designate a principal access manager; the dossier tells who asked, when and where it stands.
create table principal_manager_request (
    id                 uuid primary key,
    case_id            uuid not null references case_file,
    organisation_id    uuid not null references organisation,
    requested_by       uuid not null references person,
    filed_at           timestamptz not null,
    special            boolean not null,
    ground             text,
    explanation        text,
    manager_id         uuid not null references person,
    email              text not null,
    phone              text not null,
    tie_category       text,
    tie_last_day       date,
    seen_manager       uuid references responsibility,
    status             text not null,
    register_answer    text,
    register_day       date,
    asked_at           timestamptz,
    attempts           integer not null default 0,
    decided_by         uuid references person,
    decided_at         timestamptz,
    accepted           boolean,
    reason             text,
    former_manager     uuid references person,
    settled_at         timestamptz,
    constraint principal_manager_request_case_unique unique (case_id),
    constraint principal_manager_request_ground check (
        (special and ground in ('FUNCTION_NOT_IN_REGISTER', 'FOREIGN_COMPANY', 'NO_EID', 'REGISTER_SILENT')
            and explanation is not null)
        or (not special and ground is null)),
    constraint principal_manager_request_status check (status in ('AWAITING_REGISTER', 'AWAITING_VERIFICATION',
        'DESIGNATED', 'NOT_RECOGNISED', 'REFUSED', 'OVERTAKEN', 'LAPSED', 'WITHDRAWN')),
    constraint principal_manager_request_tie check (tie_category in ('OFFICIAL', 'PERMANENT')),
    -- Four eyes: whoever asks does not verify.
    constraint principal_manager_request_four_eyes check (decided_by <> requested_by),
    constraint principal_manager_request_refusal_reasoned check (accepted or reason is not null)
);
create unique index principal_manager_request_one_open on principal_manager_request (organisation_id, requested_by)
    where status in ('AWAITING_REGISTER', 'AWAITING_VERIFICATION');
create index principal_manager_request_by_person on principal_manager_request (requested_by, organisation_id, filed_at);

-- Who is to be replaced, because a function or a working relationship has ended.
create table manager_replacement (
    case_id           uuid primary key references case_file,
    responsibility_id uuid not null references responsibility,
    tie_ended_at      timestamptz not null,
    asked_at          timestamptz not null,
    outcome           text,
    settled_by        uuid references person,
    settled_at        timestamptz,
    reason            text,
    constraint manager_replacement_once unique (responsibility_id, tie_ended_at),
    constraint manager_replacement_outcome check (outcome in ('REPLACED', 'TIED_AGAIN') and settled_at is not null
        or outcome is null and settled_at is null)
);
create unique index manager_replacement_one_open on manager_replacement (responsibility_id) where outcome is null;
