-- The rights that the Flemish administration offers through its own management of users (S003), and for whom they are.

-- Empty: for every entity. To which group an entity belongs follows from what it is (D50).
alter table role
    add column target_groups text[] not null default '{}',
    add constraint role_target_groups check
        (target_groups <@ array ['FLEMISH_STAFF', 'ECONOMIC_ACTORS', 'LOCAL_AUTHORITIES', 'EDUCATION']);

insert into access_domain (code, position, name_fr, name_nl, name_de) values
    ('FLEMISH_SERVICES', 60, 'Services de l’administration flamande', 'Diensten van de Vlaamse overheid',
     'Dienste der flämischen Verwaltung');

-- They keep their Dutch name in every language, as they are known; what they give is told in each. Which groups besides the
-- economic actors, to whom the source shows them, is our own proposal: support staff change it.
insert into application (code, name_fr, name_nl, name_de, quality_kind, needed_level, domain_code,
                         description_fr, description_nl, description_de) values
    ('ANB', 'Guichets de l’Agence flamande de la nature et des forêts',
     'Loketten van het Agentschap voor Natuur en Bos', 'Schalter der flämischen Agentur für Natur und Wald',
     'FEDERAL_VALUE_ADDED_SERVICES', 400, 'FLEMISH_SERVICES',
     'Les démarches en matière de nature et de forêts.', 'De procedures rond natuur en bos.',
     'Die Verfahren zu Natur und Wald.'),
    ('ANTWERP', 'Applications de la ville d’Anvers', 'Toepassingen van de stad Antwerpen',
     'Anwendungen der Stadt Antwerpen', 'FEDERAL_VALUE_ADDED_SERVICES', 400, 'FLEMISH_SERVICES',
     'Les services en ligne de la ville d’Anvers.', 'De onlinediensten van de stad Antwerpen.',
     'Die Online-Dienste der Stadt Antwerpen.'),
    ('ASBESTOS_INVENTORY', 'Inventaire amiante', 'Asbestinventaris', 'Asbestinventar',
     'FEDERAL_VALUE_ADDED_SERVICES', 400, 'FLEMISH_SERVICES',
     'Les inventaires d’amiante des bâtiments.', 'De asbestinventarissen van gebouwen.',
     'Die Asbestinventare der Gebäude.'),
    ('CITIZEN_PROFILE', 'Profil du citoyen', 'Burgerprofiel', 'Bürgerprofil',
     'FEDERAL_VALUE_ADDED_SERVICES', 400, 'FLEMISH_SERVICES',
     'Le profil du citoyen, sur le site d’une autre autorité.', 'Het Burgerprofiel, op de website van een ander bestuur.',
     'Das Bürgerprofil, auf der Website einer anderen Behörde.'),
    ('CJM', 'Culture, Jeunesse et Médias', 'Cultuur, Jeugd en Media', 'Kultur, Jugend und Medien',
     'FEDERAL_VALUE_ADDED_SERVICES', 400, 'FLEMISH_SERVICES',
     'Les guichets du département Culture, Jeunesse et Médias.', 'De loketten van het departement Cultuur, Jeugd en Media.',
     'Die Schalter des Departements Kultur, Jugend und Medien.'),
    ('DAH', 'DAH', 'DAH', 'DAH', 'FEDERAL_VALUE_ADDED_SERVICES', 400, 'FLEMISH_SERVICES',
     'L’application DAH.', 'De toepassing DAH.', 'Die Anwendung DAH.'),
    ('DIGIPOLIS', 'Digipolis Gand', 'Digipolis Gent', 'Digipolis Gent',
     'FEDERAL_VALUE_ADDED_SERVICES', 400, 'FLEMISH_SERVICES',
     'Les applications de Digipolis Gand.', 'De toepassingen van Digipolis Gent.',
     'Die Anwendungen von Digipolis Gent.');

insert into role (code, application_code, name_fr, name_nl, name_de, longest_months, target_groups,
                  description_nl, description_fr, description_de)
select code, application, name, name, name, 48, cast(groups as text[]), nl, fr, de from (values
    ('ANB_FAUNA_FLORA_USER', 'ANB', 'ANB eLoket Fauna en Flora Gebruiker', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Dient meldingen en aanvragen over dieren en planten in bij het Agentschap voor Natuur en Bos.',
     'Introduit des déclarations et des demandes sur la faune et la flore auprès de l’Agence flamande de la nature et des forêts.',
     'Reicht Meldungen und Anträge zu Tieren und Pflanzen bei der flämischen Agentur für Natur und Wald ein.'),
    ('ANB_FELLING_USER', 'ANB', 'ANB eLoket Kapmachtiging Gebruiker', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Vraagt een machtiging aan om bomen te kappen.',
     'Demande l’autorisation d’abattre des arbres.',
     'Beantragt die Erlaubnis, Bäume zu fällen.'),
    ('ANB_PUBLIC_INQUIRY_USER', 'ANB', 'ANB eloket Openbaar Onderzoek gebruiker', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Volgt de openbare onderzoeken van het Agentschap voor Natuur en Bos op.',
     'Suit les enquêtes publiques de l’Agence flamande de la nature et des forêts.',
     'Verfolgt die öffentlichen Untersuchungen der flämischen Agentur für Natur und Wald.'),
    ('ANB_SUBSIDIES_USER', 'ANB', 'ANB eLoket Subsidies Gebruiker', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Vraagt subsidies aan voor natuur en bos.',
     'Demande des subventions pour la nature et les forêts.',
     'Beantragt Zuschüsse für Natur und Wald.'),
    ('ANB_EXPLORATION_USER', 'ANB', 'ANB eLoket Verkenningnota Gebruiker', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Dient de verkenningsnota van een natuurbeheerplan in.',
     'Introduit la note d’exploration d’un plan de gestion de la nature.',
     'Reicht die Erkundungsnote eines Naturmanagementplans ein.'),
    ('ANB_ASSESSMENT_USER', 'ANB', 'ANB Passende Beoordeling Gebruiker', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Stelt een passende beoordeling van de gevolgen voor de natuur op.',
     'Établit l’évaluation appropriée des incidences sur la nature.',
     'Erstellt die Verträglichkeitsprüfung für die Natur.'),
    ('ANTWERP_USER_MANAGEMENT', 'ANTWERP', 'Antwerps Gebruikersbeheer', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Beheert wie de toepassingen van de stad Antwerpen gebruikt.',
     'Gère qui utilise les applications de la ville d’Anvers.',
     'Verwaltet, wer die Anwendungen der Stadt Antwerpen benutzt.'),
    ('ASBESTOS_INVENTORY_USER', 'ASBESTOS_INVENTORY', 'Asbestinventaris Gebruiker', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES,EDUCATION}',
     'Raadpleegt en beheert asbestinventarissen.',
     'Consulte et gère des inventaires d’amiante.',
     'Sieht Asbestinventare ein und verwaltet sie.'),
    ('CITIZEN_PROFILE_GUEST_USER', 'CITIZEN_PROFILE', 'Burgerprofiel Gastwebsite Gebruiker', '{FLEMISH_STAFF,ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Toont het Burgerprofiel op een eigen website.',
     'Montre le profil du citoyen sur un site propre.',
     'Zeigt das Bürgerprofil auf einer eigenen Website.'),
    ('CJM_KAVO_USER', 'CJM', 'CJM KAVO Vereniging Gebruiker', '{ECONOMIC_ACTORS,EDUCATION}',
     'Houdt de gegevens van de vereniging bij voor Cultuur, Jeugd en Media.',
     'Tient à jour les données de l’association pour Culture, Jeunesse et Médias.',
     'Pflegt die Daten des Vereins für Kultur, Jugend und Medien.'),
    ('CJM_APPLICANT', 'CJM', 'Cultuur, Jeugd, Media - aanvrager', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES,EDUCATION}',
     'Dient aanvragen in bij het departement Cultuur, Jeugd en Media.',
     'Introduit des demandes auprès du département Culture, Jeunesse et Médias.',
     'Reicht Anträge beim Departement Kultur, Jugend und Medien ein.'),
    ('DAH_USER', 'DAH', 'DAH Gebruiker', '{ECONOMIC_ACTORS}',
     'Gebruikt de toepassing DAH.',
     'Utilise l’application DAH.',
     'Benutzt die Anwendung DAH.'),
    ('DIGIPOLIS_POC_USER', 'DIGIPOLIS', 'Digipolis Gent POC Gebruiker', '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}',
     'Gebruikt de proefomgeving van Digipolis Gent.',
     'Utilise l’environnement d’essai de Digipolis Gand.',
     'Benutzt die Probeumgebung von Digipolis Gent.')
) as given (code, application, name, groups, nl, fr, de);

-- The fourteenth stands in the catalogue already. Centres for social welfare run such undertakings too.
update application set name_fr = 'Titres-services', name_nl = 'Dienstencheques', name_de = 'Dienstleistungsschecks'
 where code = 'SERVICE_VOUCHERS';
update role
   set name_fr = 'Titres-services pour entreprises agréées', name_nl = 'Dienstencheques voor Erkende Ondernemingen',
       name_de = 'Dienstleistungsschecks für anerkannte Unternehmen',
       description_fr = 'Accès aux titres-services pour entreprises agréées.',
       description_nl = 'Toegang tot Dienstencheques voor Erkende Ondernemingen.',
       description_de = 'Zugang zu den Dienstleistungsschecks für anerkannte Unternehmen.',
       longest_months = 48, takes_context = true, target_groups = '{ECONOMIC_ACTORS,LOCAL_AUTHORITIES}'
 where code = 'SERVICE_VOUCHERS_USER';

-- What support staff tell those who manage rights.
create table news_item (
    id              uuid primary key,
    title_fr        text not null,
    title_nl        text not null,
    title_de        text not null,
    title_en        text not null,
    text_fr         text not null,
    text_nl         text not null,
    text_de         text not null,
    text_en         text not null,
    published_from  timestamptz not null,
    published_until timestamptz,
    version         integer not null default 1,
    changed_at      timestamptz not null,
    changed_by      uuid not null references person,
    constraint news_item_titles check (length(title_fr) between 1 and 150 and length(title_nl) between 1 and 150
        and length(title_de) between 1 and 150 and length(title_en) between 1 and 150),
    constraint news_item_texts check (length(text_fr) between 1 and 2000 and length(text_nl) between 1 and 2000
        and length(text_de) between 1 and 2000 and length(text_en) between 1 and 2000),
    constraint news_item_period check (published_until >= published_from)
);
create index news_item_by_publication on news_item (published_from desc, id);
