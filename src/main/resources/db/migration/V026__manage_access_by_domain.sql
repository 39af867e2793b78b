-- The support desk keeps the domains as it keeps the applications.
alter table access_domain
    add column version    integer not null default 1,
    add column changed_at timestamptz,
    add column changed_by uuid references person;

-- Applications of other domains that the sources name; mobility has none yet.
insert into application (code, name_fr, name_nl, name_de, description_fr, description_nl, description_de, quality_kind,
                         needed_level, domain_code) values
    ('ONEGATE', 'OneGate', 'OneGate', 'OneGate',
     'La remise des rapports statistiques à la Banque nationale de Belgique.',
     'Het indienen van statistische aangiften bij de Nationale Bank van België.',
     'Die Abgabe statistischer Meldungen bei der Belgischen Nationalbank.',
     'FEDERAL_VALUE_ADDED_SERVICES', 450, 'ECONOMY'),
    ('CUSTOMS_REGISTRATION', 'Customs registratie-web', 'Customs registratie-web', 'Customs registratie-web',
     'L’enregistrement auprès de l’administration des douanes et accises.',
     'De registratie bij de administratie van douane en accijnzen.',
     'Die Registrierung bei der Zoll- und Akzisenverwaltung.',
     'FEDERAL_VALUE_ADDED_SERVICES', 450, 'FINANCE'),
    ('SERVICE_VOUCHERS', 'Titres-services pour entreprises agréées', 'Dienstencheques voor Erkende Ondernemingen',
     'Dienstleistungsschecks für anerkannte Unternehmen',
     'L’espace des entreprises agréées de titres-services.',
     'De toepassing voor de erkende dienstenchequeondernemingen.',
     'Der Bereich der anerkannten Dienstleistungsscheck-Unternehmen.',
     'FEDERAL_VALUE_ADDED_SERVICES', 450, 'EMPLOYMENT');

insert into role (code, application_code, name_fr, name_nl, name_de, description_fr, description_nl, description_de) values
    ('ONEGATE_ADMIN', 'ONEGATE', 'Onegate Admin', 'Onegate Admin', 'Onegate Admin',
     'Gère les rapports de l’entité et les personnes qui les remettent.',
     'Beheert de aangiften van de entiteit en de personen die ze indienen.',
     'Verwaltet die Meldungen der Einheit und die Personen, die sie abgeben.'),
    ('CUSTOMS_REGISTRATION_USER', 'CUSTOMS_REGISTRATION', 'Utilisateur', 'Gebruiker', 'Benutzer',
     'Consulte et complète l’enregistrement de l’entité.',
     'Raadpleegt de registratie van de entiteit en vult ze aan.',
     'Sieht die Registrierung der Einheit ein und ergänzt sie.'),
    ('SERVICE_VOUCHERS_USER', 'SERVICE_VOUCHERS', 'Utilisateur', 'Gebruiker', 'Benutzer',
     'Suit les titres-services de l’entreprise.',
     'Volgt de dienstencheques van de onderneming op.',
     'Verfolgt die Dienstleistungsschecks des Unternehmens.');
