-- The catalogue becomes data that support staff edit: what a thing is, how long a right may last, what is retired.
alter table application
    add description_fr text not null default '',
    add description_nl text not null default '',
    add description_de text not null default '',
    add retired_at     timestamptz,
    add version        integer not null default 1,
    add changed_at     timestamptz,
    add changed_by     uuid references person,
    add constraint application_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    add constraint application_names check (length(name_fr) between 1 and 150 and length(name_nl) between 1 and 150
        and length(name_de) between 1 and 150),
    add constraint application_level check (needed_level between 0 and 500),
    add constraint application_quality check (quality_kind in ('SOCIAL_ACTION', 'YOUTH_CARE', 'NSSO_EMPLOYER',
        'PPL_EMPLOYER', 'PUBLIC_PROCUREMENT', 'RESIDENTIAL_HEALTH_CARE', 'HEALTH_CARE', 'SOCIAL_SECURITY',
        'EHEALTH_HEALTH_CARE', 'FEDERAL_VALUE_ADDED_SERVICES'));
create index application_by_quality on application (quality_kind);

alter table role
    add description_fr text not null default '',
    add description_nl text not null default '',
    add description_de text not null default '',
    add longest_months integer,
    add takes_context  boolean not null default false,
    add only_for       text,
    add retired_at     timestamptz,
    add version        integer not null default 1,
    add changed_at     timestamptz,
    add changed_by     uuid references person,
    add constraint role_code check (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    add constraint role_names check (length(name_fr) between 1 and 150 and length(name_nl) between 1 and 150
        and length(name_de) between 1 and 150),
    add constraint role_longest_months check (longest_months between 1 and 120),
    add constraint role_only_for check (only_for in ('CPAS', 'BCSS', 'SPP_IS', 'SUPPORT', 'ENTERPRISE'));
create index role_by_application on role (application_code);

-- A role may open more than the application that it belongs to.
create table role_also_opens (
    role_code        text not null references role,
    application_code text not null references application,
    primary key (role_code, application_code)
);
create index role_also_opens_by_application on role_also_opens (application_code);

-- What stood there already gets its description; Gestion Primaweb and Configuration CPAS are one role.
update application set
    description_fr = 'Examen et décision des demandes, aide aux utilisateurs : les rôles des guichets.',
    description_nl = 'Onderzoek van en beslissing over de aanvragen, hulp aan gebruikers: de rollen van de loketten.',
    description_de = 'Prüfung der Anträge und Entscheidung darüber, Hilfe für Benutzer: die Rollen der Schalter.'
 where code = 'DESIGNATIONS';
update application set
    description_fr = 'Les dossiers des bénéficiaires du CPAS et les flux de la Sécurité sociale.',
    description_nl = 'De dossiers van de begunstigden van het OCMW en de stromen van de sociale zekerheid.',
    description_de = 'Die Akten der Begünstigten des ÖSHZ und die Datenflüsse der sozialen Sicherheit.'
 where code = 'PRIMA_WEB';
update application set
    description_fr = 'Le rapport sur les subventions de l’année écoulée.',
    description_nl = 'Het verslag over de toelagen van het voorbije jaar.',
    description_de = 'Der Bericht über die Zuschüsse des vergangenen Jahres.'
 where code = 'RAPPORT_UNIQUE';

-- The other applications of the portal of CPAS and SPP IS, and those of the roles that have no application in its list.
insert into application (code, quality_kind, needed_level, name_fr, name_nl, name_de,
                         description_fr, description_nl, description_de) values
    ('BECONNECTED', 'SOCIAL_ACTION', 400, 'BeConnected', 'BeConnected', 'BeConnected',
     'L’espace de collaboration des professionnels du secteur social.',
     'De samenwerkingsruimte van de professionals in de sociale sector.',
     'Der Arbeitsraum für Fachleute des Sozialbereichs.'),
    -- Whoever decides on access signs in with itsme at least.
    ('ACCESS_MANAGEMENT', 'SOCIAL_ACTION', 450, 'Gestion des accès', 'Toegangsbeheer', 'Zugangsverwaltung',
     'Les utilisateurs, les destinataires et la forme des tâches.',
     'De gebruikers, de bestemmelingen en de vorm van de taken.',
     'Die Benutzer, die Empfänger und die Form der Aufgaben.'),
    ('INFOCENTRE', 'SOCIAL_ACTION', 400, 'Infocentre', 'Infocentrum', 'Infozentrum',
     'Des statistiques sur les matières du SPP IS.',
     'Statistieken over de domeinen van de POD MI.',
     'Statistiken zu den Aufgabenbereichen des ÖPD SI.'),
    -- The portal opens it with an eID and nothing else.
    ('IRIS', 'SOCIAL_ACTION', 500, 'IRIS – Consultation des loggings de sécurité',
     'IRIS – Raadpleging van de veiligheidsloggings', 'IRIS – Einsicht in die Sicherheitsprotokolle',
     'Pour le conseiller en sécurité : qui a consulté quelles données.',
     'Voor de veiligheidsconsulent: wie welke gegevens heeft geraadpleegd.',
     'Für den Sicherheitsberater: wer welche Daten eingesehen hat.'),
    ('CODE_LISTS', 'SOCIAL_ACTION', 400, 'Liste des codes', 'Codelijst', 'Codeliste',
     'Les codes de la BCSS et du Registre national.',
     'De codes van de KSZ en van het Rijksregister.',
     'Die Codes der ZDSS und des Nationalregisters.'),
    ('MATCH_IT', 'SOCIAL_ACTION', 400, 'Match-It', 'Match-It', 'Match-It',
     'Les places et les résidents des initiatives locales d’accueil (ILA).',
     'De plaatsen en de bewoners van de lokale opvanginitiatieven (LOI).',
     'Die Plätze und Bewohner der lokalen Aufnahmeinitiativen (LAI).'),
    ('MY_HANDICAP', 'SOCIAL_ACTION', 400, 'MyHandicap', 'MyHandicap', 'MyHandicap',
     'Les demandes et les dossiers des personnes handicapées.',
     'De aanvragen en de dossiers van personen met een handicap.',
     'Die Anträge und Akten von Personen mit Behinderung.'),
    ('MUTATION_TYPES', 'SOCIAL_ACTION', 400, 'Type de mutations et informations du CPAS',
     'Mutatietypes en informatie van het OCMW', 'Mutationsarten und Informationen des ÖSHZ',
     'Le choix des mutations à recevoir, et les informations générales des fournisseurs du CPAS.',
     'De keuze van de mutaties die men ontvangt, en algemene informatie van de leveranciers van het OCMW.',
     'Die Wahl der Mutationen, die man erhält, und allgemeine Informationen der Lieferanten des ÖSHZ.'),
    -- Opened with an eID or itsme.
    ('E_BOX', 'SOCIAL_ACTION', 450, 'e-Box', 'e-Box', 'e-Box',
     'Les communications électroniques protégées de l’institution.',
     'De beveiligde elektronische mededelingen van de instelling.',
     'Die geschützten elektronischen Mitteilungen der Einrichtung.'),
    ('FILE_EXCHANGE', 'SOCIAL_ACTION', 400, 'FileExchange', 'FileExchange', 'FileExchange',
     'L’échange de fichiers avec un partenaire.',
     'De uitwisseling van bestanden met een partner.',
     'Der Austausch von Dateien mit einem Partner.'),
    ('HANDIWEB', 'SOCIAL_ACTION', 400, 'Handiweb', 'Handiweb', 'Handiweb',
     'Le dossier d’une personne handicapée.',
     'Het dossier van een persoon met een handicap.',
     'Die Akte einer Person mit Behinderung.'),
    ('PARTNER_CONTACT_POINT', 'SOCIAL_ACTION', 400, 'Point de contact pour partenaires',
     'Meldpunt voor partners', 'Kontaktstelle für Partner',
     'Les plaintes que les partenaires transmettent au SIRS.',
     'De klachten die de partners aan de SIOD bezorgen.',
     'Die Beschwerden, die Partner dem SIRS übermitteln.'),
    ('FSE', 'SOCIAL_ACTION', 400, 'FSE – Fonds social européen', 'ESF – Europees Sociaal Fonds',
     'ESF – Europäischer Sozialfonds',
     'Les projets du CPAS que soutient le Fonds social européen.',
     'De projecten van het OCMW die het Europees Sociaal Fonds steunt.',
     'Die Projekte des ÖSHZ, die der Europäische Sozialfonds unterstützt.');

-- Roles of the desks have no longest period: a desk must not lock itself out.
update role set only_for = 'BCSS',
    description_fr = 'Donne l’avis de la BCSS sur les demandes de DPD.',
    description_nl = 'Geeft het advies van de KSZ over de DPO-aanvragen.',
    description_de = 'Gibt die Stellungnahme der ZDSS zu den DSB-Anträgen ab.'
 where code = 'DPD_REVIEWER';
update role set only_for = 'SPP_IS',
    description_fr = 'Approuve ou refuse les demandes de DPD pour le SPP IS.',
    description_nl = 'Keurt de DPO-aanvragen goed of weigert ze voor de POD MI.',
    description_de = 'Genehmigt die DSB-Anträge oder lehnt sie ab, für den ÖPD SI.'
 where code = 'DPD_APPROVER';
update role set only_for = 'SUPPORT',
    description_fr = 'Aide les utilisateurs et tient le catalogue.',
    description_nl = 'Helpt de gebruikers en houdt de catalogus bij.',
    description_de = 'Hilft den Benutzern und pflegt den Katalog.'
 where code = 'SUPPORT_AGENT';

-- A right lasts at most four years, as rights on the portals do, unless something says otherwise.
update role set longest_months = 48, only_for = 'CPAS',
    description_fr = 'Agent social du CPAS.',
    description_nl = 'Maatschappelijk werker van het OCMW.',
    description_de = 'Sozialarbeiter des ÖSHZ.'
 where code = 'SOCIAL_WORKER';
update role set longest_months = 48, only_for = 'CPAS',
    name_fr = 'Gestion Primaweb (Configuration CPAS)',
    name_nl = 'Beheer Primaweb (Configuratie OCMW)',
    name_de = 'Verwaltung Primaweb (Konfiguration ÖSHZ)',
    description_fr = 'Gestion des profils de Primaweb et choix des mutations à recevoir.',
    description_nl = 'Beheer van de profielen van Primaweb en keuze van de mutaties die men ontvangt.',
    description_de = 'Verwaltung der Profile von Primaweb und Wahl der Mutationen, die man erhält.'
 where code = 'PRIMA_WEB_CONFIGURATION';
update role set longest_months = 48, only_for = 'CPAS',
    description_fr = 'Rapport unique : remplit le rapport.',
    description_nl = 'Uniek verslag: vult het verslag in.',
    description_de = 'Einheitlicher Bericht: füllt den Bericht aus.'
 where code = 'UNIQUE_REPORT_STAFF';

-- Places and residents belong to establishments, hence the context of both roles of Match-It. The chair of a CPAS is
-- elected for six years. Deleting from the e-Box cannot be undone: the privileged right is looked at again every year.
insert into role (code, application_code, longest_months, takes_context, only_for, name_fr, name_nl, name_de,
                  description_fr, description_nl, description_de) values
    ('CTMS_CONSULTATION', 'CODE_LISTS', 48, false, null, 'Consultation CTMS', 'Raadpleging CTMS', 'Einsicht CTMS',
     'Consulte les listes des codes de la BCSS et du Registre national.',
     'Raadpleegt de codelijsten van de KSZ en van het Rijksregister.',
     'Sieht die Codelisten der ZDSS und des Nationalregisters ein.'),
    ('E_BOX_USER', 'E_BOX', 48, false, null, 'e-Box de l’institution', 'e-Box van de instelling', 'e-Box der Einrichtung',
     'Utilisateur des communications internes protégées.',
     'Gebruiker van de beveiligde interne mededelingen.',
     'Benutzer der geschützten internen Mitteilungen.'),
    ('E_BOX_PRIVILEGED_USER', 'E_BOX', 12, false, null, 'e-Box Utilisateur privilégié', 'e-Box Bevoorrechte gebruiker',
     'e-Box Privilegierter Benutzer',
     'Peut supprimer et réinjecter tous les documents auxquels il a accès dans l’e-Box.',
     'Kan alle documenten waartoe hij in de e-Box toegang heeft verwijderen en opnieuw invoeren.',
     'Kann alle Dokumente, auf die er in der e-Box Zugriff hat, löschen und wieder einstellen.'),
    ('FILE_EXCHANGE_USER', 'FILE_EXCHANGE', 48, false, null, 'FileExchange', 'FileExchange', 'FileExchange',
     'Consulte les fichiers reçus, en envoie à un partenaire et voit la liste des envois.',
     'Raadpleegt ontvangen bestanden, verzendt er naar een partner en ziet de lijst van verzonden bestanden.',
     'Sieht empfangene Dateien ein, sendet welche an einen Partner und sieht die Liste der Sendungen.'),
    ('HANDIWEB_USER', 'HANDIWEB', 48, false, null, 'Handiweb', 'Handiweb', 'Handiweb',
     'Consulte le dossier d’une personne handicapée.',
     'Raadpleegt het dossier van een persoon met een handicap.',
     'Sieht die Akte einer Person mit Behinderung ein.'),
    ('MATCH_IT_RESIDENT_MANAGER', 'MATCH_IT', 48, true, null, 'Match-It Gestionnaire des résidents ILA',
     'Match-It Beheerder van de bewoners LOI', 'Match-It Verwalter der Bewohner LAI',
     'Gère les places et les résidents des ILA.',
     'Beheert de plaatsen en de bewoners van de LOI.',
     'Verwaltet die Plätze und Bewohner der LAI.'),
    ('MATCH_IT_READER', 'MATCH_IT', 48, true, null, 'Match-It Lecture seule', 'Match-It Alleen lezen', 'Match-It Nur lesen',
     'Consulte les places et les résidents des ILA sans les modifier.',
     'Raadpleegt de plaatsen en de bewoners van de LOI zonder ze te wijzigen.',
     'Sieht die Plätze und Bewohner der LAI ein, ohne sie zu ändern.'),
    ('MY_HANDICAP_USER', 'MY_HANDICAP', 48, false, null, 'MyHandicap', 'MyHandicap', 'MyHandicap',
     'Consulte les dossiers et introduit des demandes.',
     'Raadpleegt dossiers en dient aanvragen in.',
     'Sieht Akten ein und reicht Anträge ein.'),
    ('MY_HANDICAP_CPAS', 'MY_HANDICAP', 48, false, 'CPAS', 'MyHandicap - CPAS', 'MyHandicap - OCMW', 'MyHandicap - ÖSHZ',
     'Accès du CPAS à MyHandicap.',
     'Toegang van het OCMW tot MyHandicap.',
     'Zugang des ÖSHZ zu MyHandicap.'),
    ('PARTNER_CONTACT', 'PARTNER_CONTACT_POINT', 48, false, null, 'Point de contact pour partenaires',
     'Meldpunt voor partners', 'Kontaktstelle für Partner',
     'Introduit une plainte, envoyée par e-mail au SIRS.',
     'Dient een klacht in, die per e-mail naar de SIOD gaat.',
     'Reicht eine Beschwerde ein, die per E-Mail an den SIRS geht.'),
    ('FSE_STAFF', 'FSE', 48, false, null, 'Agent administratif FSE', 'Administratief medewerker ESF',
     'Verwaltungsmitarbeiter ESF',
     'Encode les projets FSE.',
     'Voert de ESF-projecten in.',
     'Erfasst die ESF-Projekte.'),
    ('FSE_MANAGER', 'FSE', 48, false, null, 'Responsable FSE', 'Verantwoordelijke ESF', 'Verantwortlicher ESF',
     'Répond des projets FSE.',
     'Is verantwoordelijk voor de ESF-projecten.',
     'Ist für die ESF-Projekte verantwortlich.'),
    ('SECURITY_ADVISER_AUDIT', 'IRIS', 48, false, null, 'Conseiller en sécurité (Audit)',
     'Veiligheidsconsulent (Audit)', 'Sicherheitsberater (Audit)',
     'IRIS : consulte les loggings de sécurité. Uniquement avec l’eID.',
     'IRIS: raadpleegt de veiligheidsloggings. Alleen met de eID.',
     'IRIS: sieht die Sicherheitsprotokolle ein. Nur mit der eID.'),
    ('UNIQUE_REPORT_CHAIR', 'RAPPORT_UNIQUE', 72, false, 'CPAS', 'Président du CPAS', 'Voorzitter van het OCMW',
     'Präsident des ÖSHZ',
     'Rapport unique : signe comme président.',
     'Uniek verslag: tekent als voorzitter.',
     'Einheitlicher Bericht: unterzeichnet als Präsident.'),
    ('UNIQUE_REPORT_SECRETARY', 'RAPPORT_UNIQUE', 48, false, 'CPAS', 'Secrétaire du CPAS', 'Secretaris van het OCMW',
     'Sekretär des ÖSHZ',
     'Rapport unique : signe comme secrétaire.',
     'Uniek verslag: tekent als secretaris.',
     'Einheitlicher Bericht: unterzeichnet als Sekretär.');

insert into role_also_opens (role_code, application_code) values ('PRIMA_WEB_CONFIGURATION', 'MUTATION_TYPES');
