-- Who looked a number of the National Register up, found or not: few may miss, on whichever node (D32). The number is not kept.
create table look_up (
    id        bigint generated always as identity primary key,
    by_person uuid not null references person,
    at        timestamptz not null,
    found     boolean not null
);
create index look_up_by_person on look_up (by_person, at);
