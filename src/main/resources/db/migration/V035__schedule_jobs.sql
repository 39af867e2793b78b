-- When each job of the application runs next, and how its last run ended. The columns are those of db-scheduler. A few rows, one a
-- job, and they are always read together: an index besides the key would never be used.
create table scheduled_job (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    constraint scheduled_job_pk primary key (task_name, task_instance),
    constraint scheduled_job_failures_are_counted check (consecutive_failures >= 0),
    constraint scheduled_job_picked_by_a_node check (not picked or picked_by is not null)
);
