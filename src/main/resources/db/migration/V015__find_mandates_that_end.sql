-- Looked for every quarter of an hour.
create index dpd_mandate_ending on dpd_mandate (valid_until) where end_reason is null and revoked_at is null;
