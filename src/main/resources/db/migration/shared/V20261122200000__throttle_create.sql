-- How often something was tried, by key; all replicas count in the same rows.
create table throttle (
    key text primary key,
    tries int not null,
    since timestamptz not null,
    last timestamptz not null
);

create index throttle_last on throttle (last);
