-- What waits to be sent states the last day from now on, no longer the day after it.
update notification
   set facts = (facts - 'effective-date')
       || jsonb_build_object('last-day', to_char(to_date(facts ->> 'effective-date', 'DD/MM/YYYY') - 1, 'DD/MM/YYYY'))
 where kind = 'mandate-without-successor' and sent_at is null and facts ->> 'effective-date' is not null;
