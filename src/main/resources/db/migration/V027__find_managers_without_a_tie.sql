-- Managers are few among those who are something in an entity; each run that follows the ends of ties starts from them.
create index responsibility_of_managers_by_person on responsibility (person_id, organisation_id) where kind <> 'USER';
