-- What a CPAS asks, that a mandate with an end go on, and what was decided on it.
create table mandate_extension (
    case_id     uuid primary key references case_file,
    mandate_id  uuid        not null references dpd_mandate,
    -- The last day that is asked for.
    last_day    date        not null,
    reason      text        not null,
    asked_by    uuid        not null references person,
    asked_at    timestamptz not null,
    -- When the mandate would end at that time.
    former_end  timestamptz not null,
    outcome     text,
    -- Null: it lapsed, as the mandate ended.
    decided_by  uuid references person,
    decided_at  timestamptz,
    words       text,
    basis_id    uuid references basis,
    constraint mandate_extension_outcome check (outcome in ('ALLOWED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    constraint mandate_extension_decided check ((outcome is null) = (decided_at is null)),
    constraint mandate_extension_refusal_has_reason check (outcome <> 'REFUSED' or btrim(coalesce(words, '')) <> '')
);
create unique index mandate_extension_one_open on mandate_extension (mandate_id) where outcome is null;
create index mandate_extension_by_mandate on mandate_extension (mandate_id, asked_at);
