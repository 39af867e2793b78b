-- What a role gives, in the words of its source and no further: who signs the single report, or what an FSE officer answers for, is
-- said nowhere. Where the source names a role without a description, the description names it too. Support staff change these texts:
-- what they wrote stays.
update role
   set description_fr = told.fr, description_nl = told.nl, description_de = told.de
  from (values
    -- Source S001, the applications of a quality.
    ('UNIQUE_REPORT_STAFF', 'Rapport unique : remplit le rapport.',
     'Rapport unique des subventions octroyées par les CPAS.',
     'Uniek verslag over de toelagen die de OCMW’s toekennen.',
     'Einheitlicher Bericht über die von den ÖSHZ gewährten Zuschüsse.'),
    ('UNIQUE_REPORT_CHAIR', 'Rapport unique : signe comme président.',
     'Rapport unique des subventions octroyées par les CPAS.',
     'Uniek verslag over de toelagen die de OCMW’s toekennen.',
     'Einheitlicher Bericht über die von den ÖSHZ gewährten Zuschüsse.'),
    ('UNIQUE_REPORT_SECRETARY', 'Rapport unique : signe comme secrétaire.',
     'Rapport unique des subventions octroyées par les CPAS.',
     'Uniek verslag over de toelagen die de OCMW’s toekennen.',
     'Einheitlicher Bericht über die von den ÖSHZ gewährten Zuschüsse.'),
    ('FSE_STAFF', 'Encode les projets FSE.',
     'Agent administratif de l’application de traitement de projets présentés par les CPAS (FSE).',
     'Administratief medewerker van de toepassing voor de behandeling van projecten die de OCMW’s voorstellen (ESF).',
     'Verwaltungsmitarbeiter der Anwendung zur Bearbeitung der von den ÖSHZ vorgelegten Projekte (ESF).'),
    ('FSE_MANAGER', 'Répond des projets FSE.',
     'Responsable de l’application de traitement de projets présentés par les CPAS (FSE).',
     'Verantwoordelijke van de toepassing voor de behandeling van projecten die de OCMW’s voorstellen (ESF).',
     'Verantwortlicher der Anwendung zur Bearbeitung der von den ÖSHZ vorgelegten Projekte (ESF).'),
    -- Named without a description.
    ('ONEGATE_ADMIN', 'Gère les rapports de l’entité et les personnes qui les remettent.',
     'Accès à OneGate.', 'Toegang tot OneGate.', 'Zugang zu OneGate.'),
    ('CUSTOMS_REGISTRATION_USER', 'Consulte et complète l’enregistrement de l’entité.',
     'Accès à Customs registratie-web.', 'Toegang tot Customs registratie-web.', 'Zugang zu Customs registratie-web.')
  ) as told (code, before, fr, nl, de)
 where role.code = told.code and role.description_fr = told.before;

-- Source S003 lists these by name, each with a description that it does not show.
update role
   set description_fr = 'Accès à « ' || name_nl || ' ».',
       description_nl = 'Toegang tot “' || name_nl || '”.',
       description_de = 'Zugang zu „' || name_nl || '“.'
 where application_code in ('ANB', 'ANTWERP', 'ASBESTOS_INVENTORY', 'CITIZEN_PROFILE', 'CJM', 'DAH', 'DIGIPOLIS')
   and version = 1;

-- The applications that no role opens, and the word for the desks, as everywhere else.
update application
   set description_fr = told.fr, description_nl = told.nl, description_de = told.de
  from (values
    ('BECONNECTED', 'Espace de travail destiné à la collaboration entre les professionnels du secteur social. Le gestionnaire local y accède par sa fonction.',
     'Werkruimte voor de samenwerking tussen professionals van de sociale sector. De lokale beheerder heeft er door zijn functie toegang toe.',
     'Arbeitsraum für die Zusammenarbeit der Fachleute des Sozialbereichs. Der lokale Verwalter hat durch seine Funktion Zugang.'),
    ('ACCESS_MANAGEMENT', 'Comptes utilisateurs, destinataires et format des tâches de l’entreprise. Le gestionnaire local y accède par sa fonction.',
     'Gebruikersaccounts, bestemmelingen en vorm van de taken van de onderneming. De lokale beheerder heeft er door zijn functie toegang toe.',
     'Benutzerkonten, Empfänger und Format der Aufgaben des Unternehmens. Der lokale Verwalter hat durch seine Funktion Zugang.'),
    ('INFOCENTRE', 'Statistiques sur les domaines d’application du SPP IS. Le gestionnaire local y accède par sa fonction.',
     'Statistieken over de toepassingsgebieden van de POD MI. De lokale beheerder heeft er door zijn functie toegang toe.',
     'Statistiken zu den Anwendungsbereichen des ÖPD SI. Der lokale Verwalter hat durch seine Funktion Zugang.'),
    ('DESIGNATIONS', 'Examen et décision des demandes, aide aux utilisateurs : les rôles des services.',
     'Onderzoek van en beslissing over de aanvragen, hulp aan gebruikers: de rollen van de diensten.',
     'Prüfung der Anträge und Entscheidung darüber, Hilfe für Benutzer: die Rollen der Dienste.')
  ) as told (code, fr, nl, de)
 where application.code = told.code and application.version = 1;

update role set name_nl = 'CSAM-support' where code = 'SUPPORT_AGENT' and name_nl = 'CSAM-ondersteuning';
