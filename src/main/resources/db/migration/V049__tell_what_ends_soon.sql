-- Looked for every hour, and shown to who may extend it.
create index role_assignment_by_end on role_assignment (valid_until) where valid_until is not null;

-- That it was told that something ends soon: once for each end and each of the two times, whichever node tells.
create table expiry_notice (
    subject_id uuid        not null,
    ends_at    timestamptz not null,
    days       integer     not null,
    told_at    timestamptz not null,
    primary key (subject_id, ends_at, days),
    constraint expiry_notice_days check (days in (7, 30))
);

-- That somebody lets it end: nobody is told again.
create table expiry_let_go (
    subject_id uuid        not null,
    ends_at    timestamptz not null,
    decided_by uuid        not null references person,
    decided_at timestamptz not null,
    primary key (subject_id, ends_at)
);
