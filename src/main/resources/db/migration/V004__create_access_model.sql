-- Who manages what and who may use what, since when, until when, by whose decision.
create table basis (
    id          uuid primary key,
    case_id     uuid references case_file,
    operation   text not null,
    decided_by  uuid references person,
    decided_at  timestamptz not null,
    legal_basis text,
    reason      text
);
create index basis_by_case on basis (case_id) where case_id is not null;

create table quality (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    kind            text not null,
    identifier      text not null,
    email           text,
    activated_at    timestamptz not null,
    activated_by    uuid references person,
    constraint quality_once unique (organisation_id, kind, identifier),
    constraint quality_kind check (kind in ('SOCIAL_ACTION', 'YOUTH_CARE', 'NSSO_EMPLOYER', 'PPL_EMPLOYER',
        'PUBLIC_PROCUREMENT', 'RESIDENTIAL_HEALTH_CARE', 'HEALTH_CARE', 'SOCIAL_SECURITY', 'EHEALTH_HEALTH_CARE',
        'FEDERAL_VALUE_ADDED_SERVICES'))
);
create unique index quality_one_social_action on quality (organisation_id) where kind = 'SOCIAL_ACTION';

create table subdivision (
    id         uuid primary key,
    quality_id uuid not null references quality,
    name       text not null,
    constraint subdivision_name_unique unique (quality_id, name)
);

create table responsibility (
    id              uuid primary key,
    kind            text not null,
    organisation_id uuid not null references organisation,
    quality_id      uuid references quality,
    subdivision_id  uuid references subdivision,
    person_id       uuid not null references person,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    basis_id        uuid not null references basis,
    ended_basis_id  uuid references basis,
    constraint responsibility_kind check (kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER',
        'LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'SUBDIVISION_MANAGER', 'CO_SUBDIVISION_MANAGER', 'TECHNICAL_USER', 'USER')),
    constraint responsibility_scope check (case
        when kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER')
            then quality_id is null and subdivision_id is null
        when kind in ('SUBDIVISION_MANAGER', 'CO_SUBDIVISION_MANAGER')
            then quality_id is not null and subdivision_id is not null
        else quality_id is not null end),
    constraint responsibility_period check (valid_until > valid_from),
    constraint responsibility_one_principal_manager exclude using gist
        (organisation_id with =, tstzrange(valid_from, valid_until) with &&) where (kind = 'PRINCIPAL_ACCESS_MANAGER'),
    constraint responsibility_one_entity_role_a_person exclude using gist
        (organisation_id with =, person_id with =, tstzrange(valid_from, valid_until) with &&)
        where (kind in ('PRINCIPAL_ACCESS_MANAGER', 'CO_PRINCIPAL_ACCESS_MANAGER')),
    constraint responsibility_one_local_manager exclude using gist
        (quality_id with =, tstzrange(valid_from, valid_until) with &&) where (kind = 'LOCAL_MANAGER'),
    -- Local manager, co-manager or user: a person is one of them in a quality, not two (S002 §2).
    constraint responsibility_one_quality_role_a_person exclude using gist
        (quality_id with =, person_id with =, tstzrange(valid_from, valid_until) with &&)
        where (kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER', 'USER')),
    constraint responsibility_one_subdivision_manager exclude using gist
        (subdivision_id with =, tstzrange(valid_from, valid_until) with &&) where (kind = 'SUBDIVISION_MANAGER'),
    constraint responsibility_one_technical_user exclude using gist
        (quality_id with =, tstzrange(valid_from, valid_until) with &&) where (kind = 'TECHNICAL_USER')
);
create index responsibility_by_person on responsibility (person_id, valid_from);
create index responsibility_by_organisation on responsibility (organisation_id, kind, valid_from);
create index responsibility_by_quality on responsibility (quality_id, kind, valid_from);

create table responsibility_block (
    id                 uuid primary key,
    responsibility_id  uuid not null references responsibility,
    blocked_from       timestamptz not null,
    blocked_until      timestamptz,
    basis_id           uuid not null references basis,
    unblocked_basis_id uuid references basis,
    constraint responsibility_block_period check (blocked_until > blocked_from),
    constraint responsibility_block_once exclude using gist
        (responsibility_id with =, tstzrange(blocked_from, blocked_until) with &&)
);

-- A later decision that says again what an earlier one gave: a renewal, say.
create table responsibility_confirmation (
    responsibility_id uuid not null references responsibility,
    basis_id          uuid not null references basis,
    primary key (responsibility_id, basis_id)
);

create table application (
    code         text primary key,
    name_fr      text not null,
    name_nl      text not null,
    name_de      text not null,
    quality_kind text not null,
    needed_level integer not null
);

create table role (
    code             text primary key,
    application_code text not null references application,
    name_fr          text not null,
    name_nl          text not null,
    name_de          text not null
);

create table role_assignment (
    id             uuid primary key,
    person_id      uuid not null references person,
    role_code      text not null references role,
    quality_id     uuid not null references quality,
    valid_from     timestamptz not null,
    valid_until    timestamptz,
    reason         text,
    basis_id       uuid not null references basis,
    ended_basis_id uuid references basis,
    constraint role_assignment_period check (valid_until > valid_from),
    constraint role_assignment_once exclude using gist
        (quality_id with =, person_id with =, role_code with =, tstzrange(valid_from, valid_until) with &&)
);
create index role_assignment_by_person on role_assignment (person_id, role_code);
create index role_assignment_by_quality on role_assignment (quality_id, role_code);
