-- What is left of each limit to whom. The library writes the state. Not logged: what is lost in a crash refuses nobody.
create unlogged table request_limit (
    id         text primary key,
    state      bytea,
    expires_at bigint
);
create index request_limit_expiry on request_limit (expires_at);
