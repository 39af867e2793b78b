-- When somebody is reminded stands beside the deadline: both move with a closing day (D77), which no timer of the engine would.
alter table work_item add column remind_at timestamptz;

-- Half of the time by the calendar is near enough for what waits already.
update work_item set remind_at = created_at + (due_at - created_at) / 2
 where done_at is null and reminded_at is null and due_at > created_at;

create index work_item_to_remind on work_item (remind_at, id) where done_at is null and reminded_at is null;
create index work_item_to_escalate on work_item (due_at, id) where done_at is null and overdue_at is null;

-- Days on which an office does not work besides weekends and public holidays (D77). Taken back is not forgotten.
create table closing_day (
    id         uuid primary key,
    desk       varchar(20) not null,
    day        date        not null,
    name_fr    varchar(100) not null,
    name_nl    varchar(100) not null,
    name_de    varchar(100) not null,
    written_by uuid        not null references person,
    written_at timestamptz not null,
    removed_by uuid        references person,
    removed_at timestamptz,
    constraint closing_day_desk check (desk in ('BCSS', 'SPP_IS', 'SUPPORT')),
    constraint closing_day_removed check ((removed_by is null) = (removed_at is null))
);
create unique index closing_day_once on closing_day (desk, day) where removed_at is null;
create index closing_day_by_writer on closing_day (written_by);
create index closing_day_by_remover on closing_day (removed_by) where removed_by is not null;

-- Who answers for a desk (D78): one at a time; a period ends, its row stays.
create table desk_head (
    id          uuid primary key,
    desk        varchar(20) not null,
    person_id   uuid        not null references person,
    valid_from  timestamptz not null,
    valid_until timestamptz,
    basis_id    uuid        not null references basis,
    end_basis_id uuid       references basis,
    constraint desk_head_desk check (desk in ('BCSS', 'SPP_IS', 'SUPPORT')),
    constraint desk_head_ended check ((valid_until is null) = (end_basis_id is null))
);
create unique index desk_head_one on desk_head (desk) where valid_until is null;
create index desk_head_by_desk on desk_head (desk, valid_from);
create index desk_head_by_person on desk_head (person_id);
