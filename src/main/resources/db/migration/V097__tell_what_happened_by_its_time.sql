-- What happened in a dossier is read in the order of its time; what happened at once, as it was written down.
create index timeline_entry_by_time on timeline_entry (case_id, happened_at, id);
drop index timeline_entry_by_case;
