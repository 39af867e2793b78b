-- The answers as the CPAS sent them, each time (D19).
create table dpd_answers_version (
    application_id uuid not null references dpd_application,
    number         integer not null,
    answers        jsonb not null,
    sent_by        uuid not null references person,
    sent_at        timestamptz not null,
    primary key (application_id, number),
    constraint dpd_answers_version_number check (number > 0)
);

-- What it corrects while the file is to be completed; it goes when the file is completed, withdrawn or lapses.
create table dpd_correction (
    application_id     uuid primary key references dpd_application,
    version            integer not null,
    answers            jsonb not null,
    -- Whether the register knows the candidate by the name and number of these answers.
    candidate_compared boolean not null,
    changed_by         uuid not null references person,
    changed_at         timestamptz not null
);

-- Until now answers did not change once they were sent.
insert into dpd_answers_version (application_id, number, answers, sent_by, sent_at)
select a.id, 1, a.answers, a.submitted_by, a.submitted_at
  from dpd_application a
 where a.case_id is not null;
insert into dpd_answers_version (application_id, number, answers, sent_by, sent_at)
select a.id, 1 + row_number() over (partition by a.id order by w.id), a.answers, w.resolved_by, w.resolved_at
  from case_wait w
  join dpd_application a on a.case_id = w.case_id
 where w.resolved_at is not null and w.step = 'task_give-opinion';
