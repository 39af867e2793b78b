-- Of a draft: whether the register knows the candidate by the number and the name that were typed, as it said when they were saved; null as
-- long as it could not be asked (D58). Drafts that there are already are compared when the candidate is saved next, or when they are sent.
alter table dpd_application
    add column candidate_known boolean;
update dpd_application set candidate_known = true where status <> 'DRAFT';
