-- What is said about a dossier beside what is done in it. Only added to: its author may take the words away, nothing else.
create table case_comment (
    id           uuid primary key,
    case_id      uuid not null references case_file,
    author_id    uuid not null references person,
    -- On whose side its author works, and whether only that side reads it.
    side         text not null,
    internal     boolean not null,
    words        text,
    written_at   timestamptz not null,
    withdrawn_at timestamptz,
    constraint case_comment_side check (side in ('ENTITY', 'BCSS', 'SPP_IS', 'SUPPORT')),
    constraint case_comment_words check (btrim(words) <> '' and char_length(words) <= 2000),
    constraint case_comment_words_until_withdrawn check ((words is null) = (withdrawn_at is not null))
);
create index case_comment_by_case on case_comment (case_id, written_at, id);

create table case_comment_mention (
    comment_id uuid not null references case_comment,
    person_id  uuid not null references person,
    primary key (comment_id, person_id)
);

-- The company that supplies whom a dossier is about: dossiers are found by it, too.
alter table case_file
    add column company text,
    add constraint case_file_company check (company ~ '^\d{10}$');
create index case_file_by_company on case_file (company, opened_at desc, id desc) where company is not null;

update case_file c
   set company = regexp_replace(a.answers ->> 'supplierNumber', '\D', '', 'g')
  from dpd_application a
 where a.case_id = c.id and regexp_replace(a.answers ->> 'supplierNumber', '\D', '', 'g') ~ '^\d{10}$';
