-- Managers designate others without a dossier: the letter of that is their decision’s, which has one at most (D116).
alter table letter
    alter column case_id drop not null,
    add column basis_id uuid,
    add constraint letter_basis_fk foreign key (basis_id) references basis (id),
    add constraint letter_basis_is_unique unique (basis_id),
    add constraint letter_is_of_a_dossier_or_a_decision check (num_nonnulls(case_id, basis_id) = 1);
