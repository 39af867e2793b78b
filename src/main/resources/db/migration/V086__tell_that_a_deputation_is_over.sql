-- That the two were told of the last day of a deputation. What was over before nobody is told of any more.
alter table deputation add column over_told_at timestamptz;
update deputation set over_told_at = now() where valid_until <= now();
create index deputation_untold_by_end on deputation (valid_until, id) where ended_at is null and over_told_at is null;

-- What was done in the place of somebody.
create index audit_event_on_behalf on audit_event (on_behalf_of, at, id) where on_behalf_of is not null;

-- In whose place a comment was written.
alter table case_comment add column in_place_of uuid references person;
