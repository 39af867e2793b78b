-- Managers of rights choose among the people who work for their entity, by name: as V023 did for what people are, the name stands
-- beside the relationship, and an index has all that the list filters and sorts by.
alter table working_relationship add column sort_name text collate "C";

create trigger working_relationship_sort_name
    before insert or update of person_id, sort_name on working_relationship
    for each row execute function keep_sort_name();

create or replace function pass_on_sort_name() returns trigger language plpgsql as $$
begin
    update responsibility set sort_name = null where person_id = new.id;
    update working_relationship set sort_name = null where person_id = new.id;
    return null;
end $$;

update working_relationship set sort_name = null;
set constraints all immediate;
alter table working_relationship alter column sort_name set not null;

create index working_relationship_people on working_relationship (organisation_id, person_id)
    include (sort_name, category, valid_from, valid_until, id);
drop index working_relationship_by_organisation;
