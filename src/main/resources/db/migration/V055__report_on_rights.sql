-- On which day a decision last permitted something by a right: written at most once a day for each, some seconds later.
create table right_use (
    person_id  uuid not null,
    role_code  text not null,
    quality_id uuid not null,
    last_day   date not null,
    primary key (person_id, role_code, quality_id)
);
-- Since when that is written down.
create table right_use_recording (
    since date not null
);
insert into right_use_recording values (cast(now() at time zone 'Europe/Brussels' as date));

create index role_assignment_by_quality_end on role_assignment (quality_id, valid_until, id) where valid_until is not null;
