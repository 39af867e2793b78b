-- Where the process of each case stands and has been, for its diagram: no page asks the engine.
create table process_step (
    id          bigint generated always as identity primary key,
    case_id     uuid not null references case_file,
    process_key text not null,
    step        text not null,
    entered_at  timestamptz not null,
    left_at     timestamptz,
    cancelled   boolean not null default false
);
create index process_step_by_case on process_step (case_id, process_key, step);
