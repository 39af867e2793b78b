-- Whoever started a campaign, or manages the entity, stops it: nothing more is asked then, and nothing ends.
alter table review_campaign
    add column stopped_by  uuid references person,
    add column stopped_at  timestamptz,
    add column stop_reason text,
    add constraint review_campaign_stop check (
        (stopped_at is null) = (stopped_by is null) and (stopped_at is null) = (stop_reason is null)),
    add constraint review_campaign_stop_says_why check (btrim(stop_reason) <> '');
