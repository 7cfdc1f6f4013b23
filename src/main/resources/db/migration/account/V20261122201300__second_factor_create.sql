-- One-time codes by an app (RFC 6238), and codes on paper for the day the app is lost.
create table second_factor (
    person_id uuid primary key references person (id) on delete cascade,
    secret bytea not null,
    created_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null
);

create table recovery_code (
    code_hash text primary key,
    person_id uuid not null references person (id) on delete cascade,
    used_at timestamptz
);

create index recovery_code_person on recovery_code (person_id);

alter table person add column codes_since timestamptz;
