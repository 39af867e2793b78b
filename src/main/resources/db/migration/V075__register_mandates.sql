-- The register of mandates is read in three orders.
create index dpd_mandate_in_order on dpd_mandate (valid_from, id);
create index dpd_mandate_by_end on dpd_mandate (coalesce(valid_until, 'infinity'::timestamptz), id);
create index dpd_mandate_by_organisation on dpd_mandate (organisation_id, valid_from, id);

-- That the end of a mandate was told before it came: once for each end and each time before.
create table mandate_notice (
    mandate_id uuid        not null references dpd_mandate,
    ends_at    timestamptz not null,
    days       integer     not null,
    told_at    timestamptz not null,
    constraint mandate_notice_once primary key (mandate_id, ends_at, days)
);
