-- Figures look at the mandates of each CPAS, at what people did in a period (which has its index), and at what was decided in it.
create index dpd_mandate_by_organisation on dpd_mandate (organisation_id, valid_from) where revoked_at is null;
create index dpd_decision_by_day on dpd_decision (decided_at);
