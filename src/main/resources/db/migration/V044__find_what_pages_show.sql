-- Dossiers are found by what people type: the beginnings of the parts of their number, and of the words of the entity’s names.
-- The last part is found without the zeros in front too: whoever looks for DPD-2026-00012 types 12.
create function dossier_words(dossier_number text) returns tsvector
    -- Worked out row by row it takes some 20 µs: the planner, told so, goes by the index.
    language sql immutable strict parallel safe cost 1000
    return to_tsvector('simple',
        plain_text(dossier_number) || ' ' || coalesce(substring(dossier_number from '[1-9][0-9]*$'), ''));

create index case_file_by_words on case_file using gin (dossier_words(dossier_number));

-- As V024 did for the others: the index of this constraint was taken for “what is blocked now”, and read once for each
-- responsibility or right of a person. Of somebody with seven hundred rights that was a second.
alter table responsibility_block
    drop constraint responsibility_block_once,
    add constraint responsibility_block_once exclude using gist
        (cast(responsibility_id::text as uuid) with =, tstzrange(blocked_from, blocked_until, '[)') with &&);
create statistics responsibility_block_period on (tstzrange(blocked_from, blocked_until)) from responsibility_block;

-- What somebody with many rights is in the quality of each of them is looked up by both; who they are at all, by the first.
create index responsibility_by_person_and_quality on responsibility (person_id, quality_id, valid_from);
drop index responsibility_by_person;
