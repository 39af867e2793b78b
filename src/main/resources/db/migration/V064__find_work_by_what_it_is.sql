-- The list of work in the order of its arrival, as in that of its deadline.
create index work_item_open_by_desk_and_arrival on work_item (desk, created_at, id) where done_at is null;
create index work_item_open_by_organisation_and_arrival on work_item (organisation_id, desk, created_at, id)
    where done_at is null;
create index work_item_open_by_quality_and_arrival on work_item (quality_id, desk, created_at, id)
    where done_at is null and quality_id is not null;
-- What somebody has in their hands, to be released when they may not do it any more.
create index work_item_taken on work_item (assignee_id, id) where done_at is null and assignee_id is not null;

-- warned: whether the dossier gave something to weigh when the work came. note: what a colleague said who handed it over.
alter table work_item
    add column warned boolean not null default false,
    add column note text,
    add column handed_by uuid references person,
    add constraint work_item_note_length check (char_length(note) <= 500),
    add constraint work_item_note_is_somebody_s check (note is null or handed_by is not null);

-- Lists find a dossier by the name of whom it is about.
create function person_words(first_name text, last_name text) returns tsvector
    -- Worked out row by row it takes some 20 µs: the planner, told so, goes by the index.
    language sql immutable strict parallel safe cost 1000
    return to_tsvector('simple', plain_name(first_name || ' ' || last_name));
create index person_by_words on person using gin (person_words(first_name, last_name));

-- Lists that somebody asks for again and again, alone or with those who work for the same organisation.
create table work_filter (
    id              uuid primary key,
    owner_id        uuid not null references person,
    organisation_id uuid references organisation,
    name            text not null,
    asked           text not null,
    saved_at        timestamptz not null,
    constraint work_filter_name_once unique (owner_id, name),
    constraint work_filter_name_length check (char_length(name) between 1 and 60),
    constraint work_filter_asked_length check (char_length(asked) <= 2000)
);
create index work_filter_by_organisation on work_filter (organisation_id, name) where organisation_id is not null;

-- Who has the page of a dossier open that waits for them. Gone after an hour.
create table case_presence (
    case_id   uuid not null references case_file,
    person_id uuid not null references person,
    since     timestamptz not null,
    seen_at   timestamptz not null,
    primary key (case_id, person_id)
);
create index case_presence_by_age on case_presence (seen_at);
