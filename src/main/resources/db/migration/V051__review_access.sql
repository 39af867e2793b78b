create index organisation_cpas on organisation (id) where kind = 'CPAS';

-- A campaign has the rights of a scope confirmed or taken back before a date.
create table review_campaign (
    id               uuid primary key,
    name             text not null,
    organisation_id  uuid references organisation, -- null: every CPAS
    role_codes       text[] not null default '{}', -- none: every role
    ends_at          timestamptz not null,
    ends_unconfirmed boolean not null,
    reason           text not null,
    started_by       uuid not null references person,
    started_at       timestamptz not null,
    closed_at        timestamptz,
    constraint review_campaign_name check (length(btrim(name)) between 1 and 150),
    constraint review_campaign_reason check (btrim(reason) <> ''),
    constraint review_campaign_period check (ends_at > started_at)
);
create index review_campaign_by_start on review_campaign (started_at desc, id desc);
create index review_campaign_running on review_campaign (ends_at, id) where closed_at is null;

-- A quality with rights in the scope; its dossier is opened in the background, once.
create table review_part (
    campaign_id uuid not null references review_campaign,
    position    integer not null,
    quality_id  uuid not null references quality,
    case_id     uuid references case_file,
    closed_at   timestamptz,
    primary key (campaign_id, position),
    constraint review_part_once unique (campaign_id, quality_id),
    constraint review_part_closed_once_opened check (closed_at is null or case_id is not null)
);
create unique index review_part_by_case on review_part (case_id) where case_id is not null;
create index review_part_to_open on review_part (campaign_id, position) where case_id is null;
create index review_part_to_close on review_part (campaign_id, position) where closed_at is null;

-- The rights as they were when the campaign began. An answer is given once.
create table review_item (
    case_id     uuid not null references case_file,
    position    integer not null,
    campaign_id uuid not null references review_campaign,
    right_id    uuid not null references role_assignment,
    person_id   uuid not null references person,
    answer      text,
    answered_by uuid references person,
    answered_at timestamptz,
    reason      text,
    primary key (case_id, position),
    constraint review_item_once unique (case_id, right_id),
    constraint review_item_answer check (answer in ('CONFIRMED', 'TAKEN_BACK', 'ENDED', 'NOT_CONFIRMED', 'UNANSWERED')),
    constraint review_item_answered check ((answer is null) = (answered_at is null)),
    constraint review_item_who_answered check (answer is null or (answer in ('CONFIRMED', 'TAKEN_BACK')) = (answered_by is not null)),
    constraint review_item_taken_back_says_why check (answer <> 'TAKEN_BACK' or btrim(reason) <> '')
);
create index review_item_by_campaign on review_item (campaign_id);
