-- The end of a mandate as it is told and followed: one dossier for each end, so that nobody is told twice.
create table mandate_end (
    case_id           uuid primary key references case_file,
    mandate_id        uuid        not null references dpd_mandate,
    cause             text        not null,
    ends_at           timestamptz not null,
    -- How the mandate would have ended, for when the end is taken back.
    former_end        timestamptz,
    former_end_reason text,
    former_basis_id   uuid references basis,
    -- Null: it ended by its date, nobody decided it.
    basis_id          uuid references basis,
    outcome           text,
    settled_by        uuid references person,
    settled_at        timestamptz,
    constraint mandate_end_cause check (cause in ('RESIGNATION', 'WITHDRAWAL', 'EXPIRY')),
    constraint mandate_end_outcome check (outcome in ('WITHOUT_SUCCESSOR', 'SUCCEEDED', 'CHANGED', 'TAKEN_BACK')),
    constraint mandate_end_settled check ((outcome is null) = (settled_at is null))
);
create unique index mandate_end_one_open on mandate_end (mandate_id) where outcome is null;
create index mandate_end_by_mandate on mandate_end (mandate_id, ends_at);

-- A mandate that gives way to a later one says how it would have ended: it does again when that one is struck out.
alter table dpd_mandate
    add column former_until       timestamptz,
    add column former_end_reason  text,
    add column former_ended_basis uuid references basis;

-- Approved, and the mandate ended before the local manager was changed.
alter table dpd_application
    drop constraint dpd_application_status,
    add constraint dpd_application_status check (status in ('DRAFT', 'AWAITING_OPINION', 'AWAITING_COMPLETION',
        'AWAITING_DECISION', 'APPROVED', 'COMPLETED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'SUPERSEDED', 'MANDATE_ENDED'));

-- An application whose mandate ended before the change of local manager is settled too.
drop index dpd_application_with_answers;
create index dpd_application_with_answers on dpd_application (last_changed_at)
    where status in ('COMPLETED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'SUPERSEDED', 'MANDATE_ENDED') and answers_removed_at is null;
