-- The two roles of a trial: one owns the database and migrates, the other one runs the application and owns nothing.
create role designations login password 'for-this-trial-only';
create role designations_app login password 'for-this-trial-only';
alter database designations owner to designations;
