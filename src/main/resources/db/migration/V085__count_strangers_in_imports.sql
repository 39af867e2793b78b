-- Whom a file names without being tied to the entity counts as well, so that no register is read through by files.
alter table import_file add column strangers integer not null default 0;
