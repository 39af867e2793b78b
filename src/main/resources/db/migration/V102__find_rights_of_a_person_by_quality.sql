-- What somebody has is asked for some entities of theirs, of two hundred. Who has a role is found by role_assignment_by_role (V039).
drop index role_assignment_by_person;
create index role_assignment_by_person on role_assignment (person_id, quality_id, role_code);
