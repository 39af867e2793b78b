-- Applications for a data protection officer, what was said and decided on them, and the mandates that result.
create table dpd_application (
    id                      uuid primary key,
    organisation_id         uuid not null references organisation,
    status                  text not null,
    version                 integer not null,
    answers                 jsonb not null,
    drafted_by              uuid not null references person,
    drafted_at              timestamptz not null,
    previous_application_id uuid references dpd_application,
    case_id                 uuid references case_file,
    candidate_id            uuid references person,
    submitted_by            uuid references person,
    submitted_at            timestamptz,
    hours_per_week          numeric(4, 1),
    starts_on               date,
    ends_on                 date,
    last_changed_by         uuid references person,
    last_changed_at         timestamptz not null,
    constraint dpd_application_case_unique unique (case_id),
    constraint dpd_application_status check (status in ('DRAFT', 'AWAITING_OPINION', 'AWAITING_COMPLETION',
        'AWAITING_DECISION', 'APPROVED', 'COMPLETED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'SUPERSEDED')),
    constraint dpd_application_submitted_whole check (status = 'DRAFT' or (case_id is not null and candidate_id is not null
        and submitted_by is not null and submitted_at is not null and hours_per_week is not null)),
    constraint dpd_application_period check (ends_on > starts_on)
);
create unique index dpd_application_one_draft on dpd_application (organisation_id) where status = 'DRAFT';
create unique index dpd_application_one_open on dpd_application (organisation_id)
    where status in ('AWAITING_OPINION', 'AWAITING_COMPLETION', 'AWAITING_DECISION');
create index dpd_application_by_candidate on dpd_application (candidate_id);
create index dpd_application_by_organisation on dpd_application (organisation_id, submitted_at);

create table dpd_completion_request (
    id             uuid primary key,
    application_id uuid not null references dpd_application,
    asked_by       uuid not null references person,
    asked_at       timestamptz not null,
    questions      text not null,
    answered_by    uuid references person,
    answered_at    timestamptz,
    answer         text
);
create unique index dpd_completion_request_one_open on dpd_completion_request (application_id) where answered_at is null;
create index dpd_completion_request_by_application on dpd_completion_request (application_id, asked_at);

create table dpd_opinion (
    application_id uuid primary key references dpd_application,
    given_by       uuid not null references person,
    given_at       timestamptz not null,
    favourable     boolean not null,
    reasons        text not null,
    constraint dpd_opinion_has_reasons check (btrim(reasons) <> '')
);

create table dpd_decision (
    application_id uuid primary key references dpd_application,
    decided_by     uuid not null references person,
    decided_at     timestamptz not null,
    approved       boolean not null,
    reason         text,
    constraint dpd_decision_refusal_has_reason check (approved or btrim(coalesce(reason, '')) <> '')
);

-- What the Crossroads Bank notes of each candidate once its opinion is given (S002 §1, step 3).
create table dpd_register_entry (
    application_id  uuid primary key references dpd_application,
    organisation_id uuid not null references organisation,
    person_id       uuid not null references person,
    favourable      boolean not null,
    recorded_at     timestamptz not null
);
create index dpd_register_entry_by_organisation on dpd_register_entry (organisation_id, recorded_at);

create table dpd_mandate (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    person_id       uuid not null references person,
    application_id  uuid references dpd_application,
    hours_per_week  numeric(4, 1) not null,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    end_reason      text,
    -- Replaced before its first day: such a mandate never ran.
    revoked_at      timestamptz,
    basis_id        uuid not null references basis,
    ended_basis_id  uuid references basis,
    constraint dpd_mandate_application_unique unique (application_id),
    constraint dpd_mandate_period check (valid_until > valid_from),
    constraint dpd_mandate_end_reason check (end_reason in ('EXPIRY', 'RESIGNATION', 'REPLACEMENT', 'WITHDRAWAL')),
    constraint dpd_mandate_one_a_cpas exclude using gist
        (organisation_id with =, tstzrange(valid_from, valid_until) with &&) where (revoked_at is null)
);
create index dpd_mandate_by_person on dpd_mandate (person_id, valid_from);
