-- The name that was typed with the number, as long as nobody compares them: whoever is not recognised learns nothing by naming.
alter table principal_manager_request add column named text;
