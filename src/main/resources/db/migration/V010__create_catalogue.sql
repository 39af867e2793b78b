-- The applications that hold the roles of the desks themselves.
insert into application (code, name_fr, name_nl, name_de, quality_kind, needed_level) values
    ('DESIGNATIONS', 'Désignations', 'Aanstellingen', 'Benennungen', 'SOCIAL_SECURITY', 450),
    ('PRIMA_WEB', 'PRIMA-WEB', 'PRIMA-WEB', 'PRIMA-WEB', 'SOCIAL_ACTION', 400),
    ('RAPPORT_UNIQUE', 'Rapport unique', 'Uniek verslag', 'Einheitlicher Bericht', 'SOCIAL_ACTION', 400);

insert into role (code, application_code, name_fr, name_nl, name_de) values
    ('DPD_REVIEWER', 'DESIGNATIONS', 'Examen des demandes de DPD', 'Onderzoek van DPO-aanvragen', 'Prüfung der DSB-Anträge'),
    ('DPD_APPROVER', 'DESIGNATIONS', 'Décision sur les demandes de DPD', 'Beslissing over DPO-aanvragen', 'Entscheidung über DSB-Anträge'),
    ('SUPPORT_AGENT', 'DESIGNATIONS', 'Support CSAM', 'CSAM-ondersteuning', 'CSAM-Support'),
    ('SOCIAL_WORKER', 'PRIMA_WEB', 'Agent social', 'Maatschappelijk werker', 'Sozialarbeiter'),
    ('PRIMA_WEB_CONFIGURATION', 'PRIMA_WEB', 'Configuration CPAS', 'Configuratie OCMW', 'Konfiguration ÖSHZ'),
    ('UNIQUE_REPORT_STAFF', 'RAPPORT_UNIQUE', 'Membre du personnel du CPAS', 'Personeelslid van het OCMW', 'Personalmitglied des ÖSHZ');
