-- The address under which somebody's calendar programme reads their deadlines (D80): a digest of the secret, never the secret.
create table calendar_feed (
    person_id uuid primary key references person,
    digest    bytea       not null,
    made_at   timestamptz not null,
    constraint calendar_feed_digest check (octet_length(digest) = 32)
);
create unique index calendar_feed_by_digest on calendar_feed (digest);
