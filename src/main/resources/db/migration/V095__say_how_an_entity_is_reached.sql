-- How an entity is reached besides its address; it says so itself, the register of enterprises does not know it (D113).
alter table organisation
    add column phone          text,
    add column contact_person text,
    add constraint organisation_contact_person_is_short check (length(contact_person) between 1 and 100);
