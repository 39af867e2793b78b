-- Searches of the audit log that support staff keep for themselves.
create table audit_saved_search (
    id        uuid        primary key,
    person_id uuid        not null references person,
    name      text        not null,
    -- What is asked, as in the address of the page.
    asked     jsonb       not null,
    saved_at  timestamptz not null,
    constraint audit_saved_search_name check (length(name) between 1 and 80)
);
create unique index audit_saved_search_of_a_person on audit_saved_search (person_id, lower(name));

-- What the application needs, and when it was last found to work: a few rows, one for each.
create table sign_of_life (
    name       text        primary key,
    checked_at timestamptz not null,
    -- When it last worked; null when it never did.
    good_at    timestamptz,
    -- Since when it does not; null while it does.
    bad_since  timestamptz,
    -- By code; null while it works.
    trouble    text,
    -- Numbers and instants that its sentence states.
    facts      jsonb       not null default '{}'
);
