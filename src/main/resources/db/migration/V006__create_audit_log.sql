create table audit_event (
    id            bigint      not null,
    at            timestamptz not null,
    actor_person  uuid,
    acting_for    uuid,
    on_behalf_of  uuid,
    operation     text        not null,
    subject_type  text        not null,
    subject_id    text        not null,
    before        jsonb,
    after         jsonb,
    basis_id      uuid,
    trace_id      text,
    previous_hash bytea,
    hash          bytea       not null,
    constraint audit_event_pk primary key (id),
    constraint audit_event_hash_is_sha256 check (length(hash) = 32),
    constraint audit_event_only_the_first_has_no_previous check ((id = 1) = (previous_hash is null))
);

create index audit_event_by_subject on audit_event (subject_type, subject_id, at, id);
create index audit_event_by_actor on audit_event (actor_person, at, id);
create index audit_event_by_operation on audit_event (operation, at, id);
create index audit_event_by_time on audit_event (at, id);

-- A JSON array keeps neighbouring columns apart, and the instant is written in UTC: the text is the same in
-- every session, whatever its time zone or date style.
create function audit_event_digest(event audit_event) returns bytea
    language sql stable
    return sha256(coalesce(event.previous_hash, ''::bytea) || convert_to(jsonb_build_array(
        event.id, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
        event.actor_person, event.acting_for, event.on_behalf_of,
        event.operation, event.subject_type, event.subject_id,
        event.before, event.after, event.basis_id, event.trace_id)::text, 'UTF8'));

-- The number comes from the last row and not from a sequence: a sequence hands numbers out before the lock is
-- held and leaves gaps, which could not be told from deleted rows.
create function audit_event_chain() returns trigger
    language plpgsql as
$$
declare
    last record;
begin
    -- Held until commit, so the order of the chain is the order of the commits. The number is arbitrary.
    perform pg_advisory_xact_lock(6006001);
    select id, hash into last from audit_event order by id desc limit 1;
    new.id := coalesce(last.id, 0) + 1;
    new.previous_hash := last.hash;
    new.hash := audit_event_digest(new);
    return new;
end;
$$;

create trigger audit_event_is_chained
    before insert on audit_event
    for each row execute function audit_event_chain();

create function audit_event_refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'audit_event is append only: % refused', tg_op using errcode = 'integrity_constraint_violation';
end;
$$;

create trigger audit_event_is_append_only
    before update or delete or truncate on audit_event
    for each statement execute function audit_event_refuse_change();
