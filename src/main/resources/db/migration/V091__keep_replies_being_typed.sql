-- What somebody of the CPAS has typed so far as the reply to BCSS, while they correct the form first (D19); it goes with the correction.
create table dpd_reply (
    application_id uuid not null references dpd_application,
    person_id      uuid not null references person,
    words          text not null,
    kept_at        timestamptz not null,
    primary key (application_id, person_id)
);
