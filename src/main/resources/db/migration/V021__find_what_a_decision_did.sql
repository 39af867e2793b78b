-- What a decision began and ended, within an entity or a quality: the decision of the start of the register has a row
-- for nearly everything, and a page shows a few of them.
create index responsibility_by_basis on responsibility (basis_id, organisation_id, id);
create index responsibility_by_ended_basis on responsibility (ended_basis_id, organisation_id, id)
    where ended_basis_id is not null;
create index role_assignment_by_basis on role_assignment (basis_id, quality_id, id);
create index role_assignment_by_ended_basis on role_assignment (ended_basis_id, quality_id, id)
    where ended_basis_id is not null;
create index dpd_mandate_by_basis on dpd_mandate (basis_id, organisation_id, id);
create index dpd_mandate_by_ended_basis on dpd_mandate (ended_basis_id, organisation_id, id)
    where ended_basis_id is not null;
create index responsibility_block_by_basis on responsibility_block (basis_id);
create index responsibility_block_by_unblocked_basis on responsibility_block (unblocked_basis_id)
    where unblocked_basis_id is not null;
create index responsibility_confirmation_by_basis on responsibility_confirmation (basis_id);

-- Whom the manager of a subdivision manages, and what was blocked.
create index responsibility_by_subdivision on responsibility (subdivision_id, kind) where subdivision_id is not null;
create index responsibility_block_by_responsibility on responsibility_block (responsibility_id);
