-- What is kept no longer than needed (D33): its content goes, the row that says that it was there stays.
alter table attachment
    alter column content drop not null,
    add column removed_at timestamptz,
    add constraint attachment_content_until_removed check ((content is null) = (removed_at is not null));
alter table dpd_application
    add column answers_removed_at timestamptz,
    add constraint dpd_application_answers_until_removed check (answers_removed_at is null or answers = '{}');
alter table principal_manager_request
    add column answers_removed_at timestamptz,
    add constraint principal_manager_request_answers_until_removed
        check (answers_removed_at is null or (email = '' and phone = '' and coalesce(explanation, '') = ''));
alter table notification
    alter column text_body drop not null,
    alter column html_body drop not null,
    add column body_removed_at timestamptz,
    add constraint notification_body_until_removed
        check (body_removed_at is null or (text_body is null and html_body is null)),
    -- A mail that may still leave keeps its words.
    add constraint notification_body_until_settled
        check (body_removed_at is null or sent_at is not null or given_up_at is not null);

-- Each holds only what is still to go: what was removed is not looked at again.
create index attachment_with_content on attachment (added_at) where removed_at is null;
create index dpd_application_draft_by_change on dpd_application (last_changed_at) where status = 'DRAFT';
create index dpd_application_with_answers on dpd_application (last_changed_at)
    where status in ('COMPLETED', 'REFUSED', 'WITHDRAWN', 'LAPSED', 'SUPERSEDED') and answers_removed_at is null;
create index principal_manager_request_with_answers on principal_manager_request (settled_at) where answers_removed_at is null;
create index notification_with_body on notification (coalesce(sent_at, given_up_at)) where body_removed_at is null;
create index look_up_by_time on look_up (at);
create index taken_step_by_time on taken_step (taken_at);
create index responsibility_ended_with_contact on responsibility (valid_until) where email is not null or phone is not null;
create index working_relationship_ended_with_contact on working_relationship (valid_until)
    where email is not null or phone is not null;

-- Each time that what had outlived its term was removed. One that a person began says that they saw what would go by that schedule.
create table retention_run (
    id         bigint generated always as identity primary key,
    schedule   text not null,
    started_at timestamptz not null,
    started_by uuid references person,
    -- When it last removed something or ended: one that is silent for long has stopped with its node.
    alive_at   timestamptz not null,
    ended_at   timestamptz,
    -- Whether it came to the end of the schedule.
    complete   boolean not null default false,
    removed    jsonb not null default '{}',
    constraint retention_run_schedule check (schedule ~ '^[0-9a-f]{64}$'),
    constraint retention_run_ends check (ended_at >= started_at and (ended_at is not null or not complete))
);
create unique index retention_run_one_at_a_time on retention_run ((true)) where ended_at is null;
create index retention_run_by_schedule on retention_run (schedule) where started_by is not null;
