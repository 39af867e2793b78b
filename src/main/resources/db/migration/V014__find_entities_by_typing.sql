-- Entities are found by what people type: words of their names in any language, without accents and capitals.
-- Capital letters with accents stand in the list because lower() leaves them alone in some locales.
create function plain_text(typed text) returns text
    language sql immutable strict parallel safe
    return btrim(regexp_replace(replace(replace(replace(
        translate(lower(typed),
                  'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒÆ',
                  'aaaaaaceeeeiiiinoooooouuuuyyaaaaaaceeeeiiiinoooooouuuuyœæ'),
        'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'), '[^a-z0-9]+', ' ', 'g'));

create index organisation_by_words on organisation
    using gin (to_tsvector('simple', plain_text(name_fr || ' ' || name_nl || ' ' || name_de)));
create index organisation_by_postal_code on organisation (postal_code);

-- The order of the list, in each language of its readers; English readers see the name of the entity's letters.
create index organisation_in_order_fr on organisation (plain_text(name_fr) collate "C", id);
create index organisation_in_order_nl on organisation (plain_text(name_nl) collate "C", id);
create index organisation_in_order_de on organisation (plain_text(name_de) collate "C", id);
create index organisation_in_order_own on organisation
    (plain_text(case letter_language when 'nl' then name_nl when 'de' then name_de else name_fr end) collate "C", id);

-- The log is read by dossier too: by the decisions of that dossier.
create index audit_event_by_basis on audit_event (basis_id, at, id) where basis_id is not null;
