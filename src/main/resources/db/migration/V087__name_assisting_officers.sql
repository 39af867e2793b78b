-- Who assists the data protection officer of a CPAS, or stands in for them: one dossier each. Named as the columns of
-- dpd_mandate, so that the register reads both in the same way.
create table assisting_officer (
    -- That of the dossier.
    id                 uuid primary key references case_file,
    organisation_id    uuid          not null references organisation,
    person_id          uuid          not null references person,
    kind               text          not null,
    hours_per_week     numeric(4, 1) not null,
    valid_from         timestamptz   not null,
    valid_until        timestamptz,
    end_reason         text,
    -- Given up before the first day.
    revoked_at         timestamptz,
    basis_id           uuid          not null references basis,
    ended_basis_id     uuid references basis,
    -- When it was noted that it is over.
    settled_at         timestamptz,
    told_before_end_at timestamptz,
    constraint assisting_officer_kind check (kind in ('ADJUNCT', 'INTERIM')),
    constraint assisting_officer_interim_is_bounded check (kind <> 'INTERIM' or valid_until is not null),
    constraint assisting_officer_period check (valid_until > valid_from),
    constraint assisting_officer_end_reason check (end_reason in ('EXPIRY', 'ENDED', 'REPLACEMENT')),
    constraint assisting_officer_one_interim_a_cpas exclude using gist
        (organisation_id with =, tstzrange(valid_from, valid_until) with &&) where (kind = 'INTERIM' and revoked_at is null)
);
create index assisting_officer_by_organisation on assisting_officer (organisation_id, valid_from, id);
create index assisting_officer_by_person on assisting_officer (person_id, valid_from);
create index assisting_officer_in_order on assisting_officer (kind, valid_from, id);
create index assisting_officer_by_end on assisting_officer (kind, coalesce(valid_until, 'infinity'::timestamptz), id);
create index assisting_officer_to_settle on assisting_officer (valid_until) where settled_at is null;
