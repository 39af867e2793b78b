-- Figures look at what people did in a period (which has its index), and at what was decided in it; mandates of a CPAS have their index.
create index dpd_decision_by_day on dpd_decision (decided_at);
