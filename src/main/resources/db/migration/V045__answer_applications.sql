-- Applications that ask whether somebody may do something: which they are, by which keys they prove it, and the roles that are theirs.
create table registered_application (
    client_id     text primary key,
    name          text        not null,
    sees_basis    boolean     not null default false,
    page_secret   bytea       not null,
    registered_at timestamptz not null,
    registered_by uuid        not null references person,
    closed_at     timestamptz,
    version       integer     not null default 1,
    constraint registered_application_client_id check (client_id ~ '^[a-z][a-z0-9-]{2,39}$'),
    constraint registered_application_name check (length(name) between 1 and 100),
    constraint registered_application_page_secret check (octet_length(page_secret) = 32)
);

create table registered_application_role (
    client_id text not null references registered_application,
    role_code text not null references role,
    primary key (client_id, role_code)
);
create index registered_application_role_by_role on registered_application_role (role_code);

-- A key is shown once; what is kept knows it again and does not tell it.
create table registered_application_key (
    id           uuid primary key,
    client_id    text        not null references registered_application,
    digest       bytea       not null,
    ending       char(4)     not null,
    made_at      timestamptz not null,
    made_by      uuid        not null references person,
    withdrawn_at timestamptz,
    withdrawn_by uuid references person,
    constraint registered_application_key_digest check (octet_length(digest) = 32),
    constraint registered_application_key_digest_unique unique (digest)
);
create index registered_application_key_by_client on registered_application_key (client_id, made_at);

-- Whoever may do something somewhere is listed page by page: the index is walked from any person on.
drop index role_assignment_by_quality;
create index role_assignment_by_quality on role_assignment (quality_id, role_code, person_id);
create index responsibility_local_managers on responsibility (person_id, quality_id)
    where kind in ('LOCAL_MANAGER', 'CO_LOCAL_MANAGER');
