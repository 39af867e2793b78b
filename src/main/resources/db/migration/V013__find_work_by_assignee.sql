-- "Mine" and "not taken" of a desk, each in the order of the list.
create index work_item_open_by_desk_and_assignee on work_item (desk, assignee_id, due_at, id) where done_at is null;
