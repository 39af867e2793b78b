-- The list of dossiers can be sorted by the day of the status, and show those of one kind.
create index case_file_by_status_since on case_file (status_since desc, id desc);
create index case_file_by_kind on case_file (kind, opened_at desc, id desc);

-- What the list shows of applications for a data protection officer alone. A mandate ends at the first instant outside.
create view dpd_dossier as
select a.case_id,
       case when o.favourable then 'FAVOURABLE' when not o.favourable then 'UNFAVOURABLE' end as opinion,
       m.valid_until - interval '1 millisecond' as mandate_until
  from dpd_application a
  left join dpd_opinion o on o.application_id = a.id
  left join dpd_mandate m on m.application_id = a.id and m.revoked_at is null
 where a.case_id is not null;
