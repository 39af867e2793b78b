-- Figures of a province or region begin with its municipalities.
create index organisation_by_municipality on organisation (nis_code);
