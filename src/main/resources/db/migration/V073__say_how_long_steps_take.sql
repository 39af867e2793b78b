-- How long the work of people usually takes, counted once a day: the page of a dossier says it beside how long it took there.
create table work_time (
    kind       text primary key,
    runs       integer not null,
    days       integer not null,
    counted_at timestamptz not null
);
create index work_item_done on work_item (done_at) where done_by is not null;
