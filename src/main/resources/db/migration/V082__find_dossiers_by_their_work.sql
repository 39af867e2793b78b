-- The list of dossiers is filtered by who has their work, and by when it is due.
create index work_item_open_by_due on work_item (due_at, case_id) where done_at is null;
create index work_item_open_by_assignee on work_item (assignee_id, case_id) where done_at is null;
create index work_item_open_in_place_of on work_item (in_place_of, case_id) where done_at is null and in_place_of is not null;
create index work_item_open_warned on work_item (case_id) where done_at is null and warned;
