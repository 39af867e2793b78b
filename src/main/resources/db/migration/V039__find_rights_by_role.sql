-- Who has both of two roles that exclude each other is found from the roles, whatever quality they were granted in (D20).
create index role_assignment_by_role on role_assignment (role_code, person_id);
