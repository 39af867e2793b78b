create table notification (
    id               uuid        not null,
    case_id          uuid,
    kind             text        not null,
    recipient_person uuid,
    recipient_name   text        not null,
    to_address       text        not null,
    language         char(2)     not null,
    subject          text        not null,
    text_body        text        not null,
    html_body        text        not null,
    message_id       text        not null,
    created_at       timestamptz not null,
    sent_at          timestamptz,
    attempts         integer     not null default 0,
    last_error       text,
    given_up_at      timestamptz,
    constraint notification_pk primary key (id),
    constraint notification_message_id_is_unique unique (message_id),
    constraint notification_language_is_ours check (language in ('fr', 'nl', 'de', 'en')),
    constraint notification_attempts_are_counted check (attempts >= 0),
    constraint notification_sent_is_not_given_up check (sent_at is null or given_up_at is null)
);

create index notification_by_case on notification (case_id, created_at, id);
create index notification_unsent on notification (created_at, id) where sent_at is null;
