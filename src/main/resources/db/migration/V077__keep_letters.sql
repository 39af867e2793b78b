-- The texts that letters are made from. A change is a new version; which one made a letter can be looked up.
create table letter_template (
    kind     text        not null,
    version  integer     not null,
    title_fr text        not null,
    body_fr  text        not null,
    title_nl text        not null,
    body_nl  text        not null,
    title_de text        not null,
    body_de  text        not null,
    made_at  timestamptz not null,
    made_by  uuid,
    constraint letter_template_pk primary key (kind, version),
    constraint letter_template_version_is_positive check (version > 0),
    constraint letter_template_made_by_fk foreign key (made_by) references person (id)
);

-- Letters, each as it was made.
create table letter (
    id               uuid        not null,
    case_id          uuid        not null,
    number           integer     not null,
    kind             text        not null,
    template_version integer     not null,
    about            text        not null,
    told_id          uuid        not null,
    reference        text        not null,
    organisation_id  uuid        not null,
    language         text        not null,
    code             text        not null,
    digest           bytea       not null,
    size             integer     not null,
    content          bytea       not null,
    holds_from       timestamptz not null,
    made_at          timestamptz not null,
    constraint letter_pk primary key (id),
    constraint letter_number_is_unique unique (case_id, number),
    constraint letter_code_is_unique unique (code),
    constraint letter_language_is_official check (language in ('fr', 'nl', 'de')),
    constraint letter_digest_is_of_content check (digest = sha256(content) and size = octet_length(content)),
    constraint letter_case_fk foreign key (case_id) references case_file (id),
    constraint letter_organisation_fk foreign key (organisation_id) references organisation (id),
    constraint letter_template_fk foreign key (kind, template_version) references letter_template (kind, version)
);

create index letter_by_digest on letter (digest);
create index letter_by_what_it_is_about on letter (about, kind, made_at);

create function letter_refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '% is append only: % refused', tg_table_name, tg_op using errcode = 'integrity_constraint_violation';
end;
$$;

create trigger letter_is_append_only
    before update or delete or truncate on letter
    for each statement execute function letter_refuse_change();

create trigger letter_template_is_append_only
    before update or delete or truncate on letter_template
    for each statement execute function letter_refuse_change();
