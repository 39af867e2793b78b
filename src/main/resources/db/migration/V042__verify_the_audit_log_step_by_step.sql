-- Each time that somebody had the audit log verified: how far that has come, so that another node can go on, and what was found.
-- It names people as the log does, without reference to their rows.
create table audit_verification (
    id           bigint      generated always as identity primary key,
    started_at   timestamptz not null,
    started_by   uuid        not null,
    acting_for   uuid,
    -- The signed text of an anchor that they had kept elsewhere.
    anchor       text,
    -- How many rows there were when it began. Rows that come while it goes on are verified too.
    expected     bigint      not null,
    -- So many rows were verified; the last of them, its hash, and the first that was not as it should be.
    events       bigint      not null default 0,
    last_event   bigint,
    head         text,
    first_broken bigint,
    -- When the whole log had been verified and was compared with its anchors.
    ended_at     timestamptz,
    anchors      integer     not null default 0,
    forged       integer     not null default 0,
    -- The first anchor that the log does not meet.
    unmet_events bigint,
    unmet_head   text,
    unmet_at     timestamptz,
    constraint audit_verification_head_is_sha256 check (head ~ '^[0-9a-f]{64}$'),
    constraint audit_verification_comes_so_far check ((events > 0) = (last_event is not null) and (events > 0) = (head is not null)),
    constraint audit_verification_is_compared_at_its_end
        check (ended_at is not null or (anchors = 0 and forged = 0 and unmet_events is null)),
    constraint audit_verification_misses_a_whole_anchor
        check (num_nulls(unmet_events, unmet_head, unmet_at) in (0, 3)),
    constraint audit_verification_ends check (ended_at >= started_at)
);
create unique index audit_verification_one_at_a_time on audit_verification ((true)) where ended_at is null;
