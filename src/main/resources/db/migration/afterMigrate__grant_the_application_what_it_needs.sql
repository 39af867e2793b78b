-- The application runs as a role that owns nothing: it changes data, never tables, and only adds to what tells of the past.
grant usage on schema public to "${application-role}";
grant select, insert, update, delete on all tables in schema public to "${application-role}";
grant usage on all sequences in schema public to "${application-role}";
revoke update, delete on audit_event, timeline_entry from "${application-role}";
revoke update, delete on case_comment, case_comment_mention from "${application-role}";
grant update (words, withdrawn_at) on case_comment to "${application-role}";
revoke insert, update, delete on flyway_schema_history from "${application-role}";
revoke update, delete on letter, letter_template from "${application-role}";
revoke update, delete on prima_web_profile_version from "${application-role}";
revoke update, delete on retention_run from "${application-role}";
grant update (alive_at, ended_at, complete, removed) on retention_run to "${application-role}";
revoke update, delete on audit_verification, audit_verification_lane from "${application-role}";
grant update (events, head, first_broken, ended_at, anchors, forged, unread, unmet_events, unmet_head, unmet_at, unmet_missing)
    on audit_verification to "${application-role}";
grant update (place, event, hash) on audit_verification_lane to "${application-role}";
revoke delete on support_run, support_run_item from "${application-role}";
revoke update, delete on process_suspension from "${application-role}";
grant update (resumed_at, resumed_by) on process_suspension to "${application-role}";
-- Makes the sequence of a new year in the name of the owner.
revoke execute on function next_dossier_number from public;
grant execute on function next_dossier_number to "${application-role}";
