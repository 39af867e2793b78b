-- The same words as a function that keeps its plan: planned anew for each call, what somebody holds at a desk took longer to plan than to
-- find, before each page and each request.
create or replace function desk_holder(asked_desk text, at timestamptz) returns uuid
    language plpgsql stable as
$$
begin
    return coalesce(
        (select t.organisation_id from desk_takeover t
          where t.desk = asked_desk and t.withdrawn_at is null and t.valid_from <= at
          order by t.valid_from desc limit 1),
        (select o.id from organisation o where o.kind = asked_desk and o.kind in ('BCSS', 'SPP_IS', 'SUPPORT')));
end
$$;
