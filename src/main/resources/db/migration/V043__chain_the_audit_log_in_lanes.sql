-- The log is chained in lanes, so that who writes does not wait for who else writes. A lane is a chain of its own; a row has its place in
-- it, counted from 1 without gaps. Lane 0 is what was written before there were lanes; nothing is added to it any more.
alter table audit_event add column lane smallint not null default 0, add column place bigint;
-- Rewrites the table, as no update may.
alter table audit_event alter column place type bigint using id;
alter table audit_event
    alter column lane drop default,
    alter column place set not null,
    drop constraint audit_event_only_the_first_has_no_previous,
    add constraint audit_event_only_the_first_has_no_previous check ((place = 1) = (previous_hash is null)),
    -- Finds the end of a lane, and lets no two rows follow the same one, whatever snapshot their writers have.
    add constraint audit_event_one_at_a_place unique (lane, place);

-- Rows are numbered over all lanes, with gaps: what must not be missing are places.
create sequence audit_event_number owned by audit_event.id;
select setval('audit_event_number', coalesce((select max(id) from audit_event), 0) + 1, false);

-- As in V006: what was written before is proved as it was hashed.
create function audit_event_digest_before_lanes(event audit_event) returns bytea
    language sql stable
    return sha256(coalesce(event.previous_hash, ''::bytea) || convert_to(jsonb_build_array(
        event.id, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        event.actor_person, event.acting_for, event.on_behalf_of,
        event.operation, event.subject_type, event.subject_id,
        event.before, event.after, event.basis_id, event.trace_id)::text, 'UTF8'));

-- With the lane and the place. JSON writes an instant without a time zone as ISO 8601 does, whatever the settings of the session.
create function audit_event_digest_in_lane(event audit_event) returns bytea
    language sql stable
    return sha256(coalesce(event.previous_hash, ''::bytea) || convert_to(json_build_array(
        event.lane, event.place, event.id, event.at at time zone 'UTC',
        event.actor_person, event.acting_for, event.on_behalf_of,
        event.operation, event.subject_type, event.subject_id,
        event.before, event.after, event.basis_id, event.trace_id)::text, 'UTF8'));

create or replace function audit_event_digest(event audit_event) returns bytea
    language sql stable
    return case when event.lane = 0 then audit_event_digest_before_lanes(event) else audit_event_digest_in_lane(event) end;

-- A lane that nobody else has, the one after the given number before others; where all are taken, that one as soon as it is free.
create function audit_lane(number integer) returns smallint
    language plpgsql as
$$
declare
    lane smallint;
begin
    for further in 0 .. 31 loop
        lane := ((number + further) & 31) + 1;
        if pg_try_advisory_xact_lock(6006001, lane) then
            -- Here the next event of this connection looks first, of the same transaction or a later one: so those of a pool come to have
            -- lanes of their own. Whatever stands here, the lock says whose the lane is.
            perform set_config('designations.audit_lane', (lane - 1)::text, false);
            return lane;
        end if;
    end loop;
    lane := (number & 31) + 1;
    perform pg_advisory_xact_lock(6006001, lane);
    return lane;
end;
$$;

create or replace function audit_event_chain() returns trigger
    language plpgsql as
$$
begin
    -- The lock can be had again by the transaction that has it. Held until commit, so the order of a lane is that of the commits in it.
    new.lane := (coalesce(nullif(current_setting('designations.audit_lane', true), '')::integer, pg_backend_pid()) & 31) + 1;
    if not pg_try_advisory_xact_lock(6006001, new.lane) then
        new.lane := audit_lane(new.lane - 1);
    end if;
    -- A statement of its own: it must see what was committed before the lock was had. The number is drawn while it is held.
    select nextval('audit_event_number'), place + 1, hash into new.id, new.place, new.previous_hash
      from audit_event where lane = new.lane order by place desc limit 1;
    if not found then
        new.id := nextval('audit_event_number');
        new.place := 1;
        new.previous_hash := null;
    end if;
    new.hash := audit_event_digest_in_lane(new);
    return new;
end;
$$;

-- How far a verification has come in each lane: so many of its rows, the last of them, and its hash.
create table audit_verification_lane (
    verification bigint   not null references audit_verification,
    lane         smallint not null,
    place        bigint   not null,
    event        bigint   not null,
    hash         bytea    not null,
    constraint audit_verification_lane_pk primary key (verification, lane),
    constraint audit_verification_lane_hash_is_sha256 check (length(hash) = 32)
);
-- One that goes on does so from where it was.
insert into audit_verification_lane (verification, lane, place, event, hash)
select id, 0, last_event, last_event, decode(head, 'hex') from audit_verification where ended_at is null and events > 0;
alter table audit_verification drop constraint audit_verification_comes_so_far, drop column last_event;
update audit_verification set head = null where ended_at is null;
alter table audit_verification
    add constraint audit_verification_knows_the_head_at_its_end
        check ((head is not null) = (ended_at is not null and events > 0)),
    -- Whether the anchors that are kept could not be read, so that the log was not compared with them.
    add column unread boolean not null default false,
    -- How many rows of the first anchor that the log does not meet are gone.
    add column unmet_missing bigint;
update audit_verification set unmet_missing = greatest(unmet_events - events, 0) where unmet_events is not null;
alter table audit_verification
    drop constraint audit_verification_misses_a_whole_anchor,
    add constraint audit_verification_misses_a_whole_anchor
        check (num_nulls(unmet_events, unmet_head, unmet_at, unmet_missing) in (0, 4)),
    drop constraint audit_verification_is_compared_at_its_end,
    add constraint audit_verification_is_compared_at_its_end
        check (ended_at is not null or (anchors = 0 and forged = 0 and unmet_events is null and not unread));
