-- The mails that wait are the queue: no process of the engine carries them any more. What was written before goes out at once.
alter table notification
    -- Not earlier; without meaning once it was sent or given up.
    add column next_attempt_at timestamptz not null default now(),
    -- What the mail states, by code, until it is sent: it is put into words by who sends it.
    add column facts jsonb,
    add column link_path text,
    alter column text_body drop not null,
    alter column html_body drop not null,
    add constraint notification_can_be_put_into_words
        check (sent_at is not null or given_up_at is not null or facts is not null
            or (text_body is not null and html_body is not null));

create index notification_due on notification (next_attempt_at) where sent_at is null and given_up_at is null;
