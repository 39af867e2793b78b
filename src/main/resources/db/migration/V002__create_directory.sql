-- People and organisations, and what links them. Periods are half open: valid_until is the first instant outside.
create extension if not exists btree_gist;

create table municipality (
    nis_code    char(5) primary key,
    name_fr     text not null,
    name_nl     text not null,
    province_fr text not null,
    province_nl text not null,
    region      text not null,
    languages   text[] not null,
    postal_code text not null,
    inhabitants integer not null,
    constraint municipality_region check (region in ('BRUSSELS', 'FLANDERS', 'WALLONIA')),
    constraint municipality_languages check (cardinality(languages) > 0 and languages <@ array ['fr', 'nl', 'de'])
);

create table organisation (
    id                       uuid primary key,
    enterprise_number        char(10) not null,
    name_fr                  text not null,
    name_nl                  text not null,
    name_de                  text not null,
    kind                     text not null,
    nis_code                 char(5) references municipality,
    letter_language          char(2) not null,
    email                    text not null,
    street                   text not null,
    postal_code              text not null,
    locality                 text not null,
    created_at               timestamptz not null,
    registered_with_csam_at  timestamptz,
    constraint organisation_enterprise_number_unique unique (enterprise_number),
    constraint organisation_kind check (kind in ('CPAS', 'BCSS', 'SPP_IS', 'SUPPORT', 'ENTERPRISE')),
    constraint organisation_letter_language check (letter_language in ('fr', 'nl', 'de')),
    constraint organisation_cpas_has_municipality check (kind <> 'CPAS' or nis_code is not null)
);
create unique index organisation_one_cpas_a_municipality on organisation (nis_code) where kind = 'CPAS';
-- BCSS, SPP IS and the support desk stand once each: work is sent to them by kind.
create unique index organisation_one_desk_a_kind on organisation (kind) where kind in ('BCSS', 'SPP_IS', 'SUPPORT');
create index organisation_by_name_fr on organisation (lower(name_fr) text_pattern_ops, id);
create index organisation_by_name_nl on organisation (lower(name_nl) text_pattern_ops, id);

create table person (
    id          uuid primary key,
    niss        char(11) not null,
    last_name   text not null,
    first_name  text not null,
    birth_date  date,
    sex         char(1),
    language    char(2) not null,
    email       text,
    phone       text,
    disabled_at timestamptz,
    constraint person_niss_unique unique (niss),
    constraint person_sex check (sex in ('F', 'M')),
    constraint person_language check (language in ('fr', 'nl', 'de', 'en'))
);
create index person_by_name on person (lower(last_name) text_pattern_ops, lower(first_name), id);

create table legal_function (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    person_id       uuid not null references person,
    kind            text not null,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    constraint legal_function_kind check (kind in ('HEAD_OF_DAILY_MANAGEMENT', 'DIRECTOR', 'CHAIR')),
    constraint legal_function_period check (valid_until > valid_from),
    constraint legal_function_once exclude using gist
        (organisation_id with =, person_id with =, kind with =, tstzrange(valid_from, valid_until) with &&),
    constraint legal_function_one_head exclude using gist
        (organisation_id with =, tstzrange(valid_from, valid_until) with &&) where (kind = 'HEAD_OF_DAILY_MANAGEMENT')
);
create index legal_function_by_person on legal_function (person_id);

create table working_relationship (
    id              uuid primary key,
    organisation_id uuid not null references organisation,
    person_id       uuid not null references person,
    category        text not null,
    email           text,
    phone           text,
    reason          text,
    valid_from      timestamptz not null,
    valid_until     timestamptz,
    constraint working_relationship_category
        check (category in ('OFFICIAL', 'PERMANENT', 'EXTERNAL', 'OCCASIONAL', 'EXTERNAL_DPD')),
    constraint working_relationship_period check (valid_until > valid_from),
    constraint working_relationship_once exclude using gist
        (organisation_id with =, person_id with =, category with =, tstzrange(valid_from, valid_until) with &&)
);
create index working_relationship_by_person on working_relationship (person_id);
