-- Documents that were added while a file was to be completed, and that nobody sent before it lapsed or was withdrawn (D19).
delete from attachment a using dpd_application p
 where p.id = a.subject_id and p.status in ('LAPSED', 'WITHDRAWN')
   and exists (
       select from timeline_entry asked
        where asked.case_id = p.case_id and asked.event = 'dpd.completion-asked' and asked.happened_at <= a.added_at
          and not exists (
              select from timeline_entry sent
               where sent.case_id = p.case_id and sent.event = 'dpd.completed-file' and sent.id > asked.id));

-- Whom an entity that has stopped said to ask for (D113); what was removed is not looked at again.
create index organisation_stopped_with_contact on organisation (stopped_on) where contact_person is not null or phone is not null;
