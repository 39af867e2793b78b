-- For what SPP IS refuses an officer, beside its words: so that refusals can be counted by what they were for (D107). Of those before nobody asked.
alter table dpd_decision add column refusal_ground text;
update dpd_decision set refusal_ground = 'NOT_SAID' where not approved;
alter table dpd_decision
    add constraint dpd_decision_refusal_ground check (refusal_ground in
        ('TIME', 'KNOWLEDGE', 'REPORTING', 'CONFLICT', 'INCOMPLETE', 'OTHER', 'NOT_SAID')),
    add constraint dpd_decision_refusal_has_ground check ((refusal_ground is null) = approved);
