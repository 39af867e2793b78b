-- What a dossier has does not depend on its kind: modules declare kinds and work, the database keeps their codes.
alter table case_file
    drop constraint case_file_kind,
    add constraint case_file_kind check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
    -- Counts what changes the ground of a decision, so that one prepared on an older state comes too late.
    add column version      integer not null default 1,
    add column about_person uuid references person;
create index case_file_about_person on case_file (about_person, opened_at desc, id desc) where about_person is not null;

alter table work_item
    drop constraint work_item_kind,
    add constraint work_item_kind check (kind ~ '^[A-Z][A-Z_]{1,39}$');

-- Who took which step with which answers: a second click is known by it. The answers are not kept here.
create table taken_step (
    id             bigint generated always as identity primary key,
    case_id        uuid not null references case_file,
    person_id      uuid not null references person,
    step           text not null,
    event          text not null,
    answers_digest text not null,
    taken_at       timestamptz not null
);
create index taken_step_by_case on taken_step (case_id, person_id, id);

-- Who does none of that work in the dossier, having had another hand in it (D13, D20): it is not offered to them (D29).
create table barred_person (
    case_id   uuid not null references case_file,
    person_id uuid not null references person,
    work_kind text not null,
    primary key (person_id, case_id, work_kind)
);
create index barred_person_by_case on barred_person (case_id);

-- When a dossier waits for the other side, the step that asked is interrupted, not done (D19).
create table case_wait (
    id          bigint generated always as identity primary key,
    case_id     uuid not null references case_file,
    step        text not null,
    opened_by   uuid not null references person,
    opened_at   timestamptz not null,
    why         text not null,
    resolved_by uuid references person,
    resolved_at timestamptz,
    answer      text,
    constraint case_wait_why check (btrim(why) <> '')
);
create unique index case_wait_one_open on case_wait (case_id) where resolved_at is null;
create index case_wait_by_case on case_wait (case_id, id);

insert into case_wait (case_id, step, opened_by, opened_at, why, resolved_by, resolved_at, answer)
select a.case_id, 'task_give-opinion', r.asked_by, r.asked_at, r.questions, r.answered_by, r.answered_at, r.answer
  from dpd_completion_request r join dpd_application a on a.id = r.application_id
 order by r.asked_at;
drop table dpd_completion_request;

update case_file c set about_person = a.candidate_id from dpd_application a where a.case_id = c.id;

insert into barred_person (case_id, person_id, work_kind)
select distinct a.case_id, p.person_id, w.kind
  from dpd_application a
  cross join lateral (values (a.candidate_id), (a.submitted_by), (a.drafted_by)) p (person_id)
  cross join (values ('GIVE_OPINION'), ('DECIDE')) w (kind)
 where a.case_id is not null
union
select w.case_id, w.resolved_by, k.kind
  from case_wait w cross join (values ('GIVE_OPINION'), ('DECIDE')) k (kind)
 where w.resolved_by is not null
union
select a.case_id, o.given_by, 'DECIDE' from dpd_opinion o join dpd_application a on a.id = o.application_id;

insert into barred_person (case_id, person_id, work_kind)
select distinct r.case_id, p.person_id, 'VERIFY_MANDATE'
  from principal_manager_request r cross join lateral (values (r.requested_by), (r.manager_id)) p (person_id);

insert into barred_person (case_id, person_id, work_kind)
select m.case_id, r.person_id, w.kind
  from manager_replacement m
  join responsibility r on r.id = m.responsibility_id
  cross join (values ('REPLACE_PRINCIPAL_MANAGER'), ('REPLACE_MANAGER')) w (kind);

update timeline_entry set event = 'case.taken' where event = 'dpd.taken';
update timeline_entry set event = 'case.released' where event = 'dpd.released';
