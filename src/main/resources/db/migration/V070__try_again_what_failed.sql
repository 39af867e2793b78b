-- What support has done with many things at once, in the background: mails and jobs tried again, dossiers led over to another
-- version of their process. It names people as the audit log does, without reference to their rows.
create table support_run (
    id         bigint      generated always as identity primary key,
    kind       text        not null,
    -- The last run of that kind that whoever asked had seen, 0 for none: a second click, and a colleague’s, begin no second one.
    seen       bigint      not null,
    started_at timestamptz not null,
    started_by uuid        not null,
    acting_for uuid,
    -- What it is about, in codes.
    asked      jsonb       not null,
    expected   integer     not null,
    done       integer     not null default 0,
    failed     integer     not null default 0,
    ended_at   timestamptz,
    constraint support_run_kind check (kind in ('mails', 'jobs', 'migration')),
    constraint support_run_once unique (kind, seen),
    constraint support_run_is_counted check (expected >= 0 and done >= 0 and failed >= 0 and done + failed <= expected),
    constraint support_run_ends check (ended_at >= started_at)
);
create index support_run_goes_on on support_run (id) where ended_at is null;
create index support_run_last on support_run (kind, id);

-- What a run is about, one by one; mails are counted where they are.
create table support_run_item (
    run        bigint  not null references support_run,
    place      integer not null,
    -- The job, or the dossier.
    subject    text    not null,
    dossier    text,
    settled_at timestamptz,
    -- Why it failed, by code; null when it is done.
    failure    text,
    -- The same in the words of the engine.
    detail     text,
    primary key (run, place),
    constraint support_run_item_fails_in_the_end check (failure is null or settled_at is not null)
);
create index support_run_item_waits on support_run_item (run, place) where settled_at is null;
create index support_run_item_failed on support_run_item (run, place) where failure is not null;

alter table notification
    -- Why the last attempt failed, by code; null before the first and after success.
    add column failure text,
    -- The run in which support had it tried again last.
    add column tried_again bigint references support_run,
    add constraint notification_failure check (failure in ('unknown-mailbox', 'mailbox-full', 'refused', 'busy', 'no-connection',
        'sign-in-refused', 'address-unreadable', 'other'));

-- As MailFailure reads it; what is tried again from now on is read there.
update notification
   set failure = case
           when last_error ~ 'ConnectException|MailConnectException|SocketTimeoutException|UnknownHostException|SocketException'
               then 'no-connection'
           when last_error ~ 'AuthenticationFailedException' then 'sign-in-refused'
           when last_error ~ 'AddressException' then 'address-unreadable'
           when last_error ~ '\m5\.1\.\d' then 'unknown-mailbox'
           when last_error ~ '\m[45]\.2\.2\M' then 'mailbox-full'
           when last_error ~ '\m55\d\M' then 'refused'
           when last_error ~ '\m4\d\d\M' then 'busy'
           else 'other' end
 where sent_at is null and last_error is not null;

create index notification_failed on notification (failure, created_at, id) where sent_at is null and failure is not null;
create index notification_tried_again on notification (tried_again, created_at, id) where tried_again is not null;

-- When a kind of dossier was suspended, with which words, by whom and why. Rows are added and ended.
create table process_suspension (
    id           uuid        primary key,
    process_key  text        not null,
    message_fr   text        not null,
    message_nl   text        not null,
    message_de   text        not null,
    message_en   text        not null,
    reason       text        not null,
    suspended_at timestamptz not null,
    suspended_by uuid        not null references person,
    resumed_at   timestamptz,
    resumed_by   uuid        references person,
    constraint process_suspension_ends check (resumed_at >= suspended_at),
    constraint process_suspension_is_resumed_by_somebody check ((resumed_at is null) = (resumed_by is null))
);
create unique index process_suspension_one_at_a_time on process_suspension (process_key) where resumed_at is null;
create index process_suspension_by_start on process_suspension (suspended_at desc, id);
