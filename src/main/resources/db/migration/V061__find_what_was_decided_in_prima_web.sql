-- “Admin-Logs” of a CPAS: what was decided about its profiles and users, the newest first; that somebody entered is no decision.
create index audit_event_of_prima_web on audit_event (acting_for, at, id)
    where operation like 'primaweb.%' and operation <> 'primaweb.entered';
