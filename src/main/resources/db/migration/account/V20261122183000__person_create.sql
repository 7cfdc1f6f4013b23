-- People, the ways they prove who they are, their sessions, and links that work once.
create table person (
    id uuid primary key,
    name text not null check (length(name) between 1 and 100),
    email text not null check (email = lower(email)),
    role text not null check (role in ('LEARNER', 'AUTHOR', 'ADMIN')),
    time_zone text not null,
    created_at timestamptz not null,
    disabled_at timestamptz,
    constraint person_email_unique unique (email)
);

-- One row for each way to sign in; a password today, a provider's subject another day.
create table identity (
    person_id uuid not null references person (id) on delete cascade,
    kind text not null check (kind in ('PASSWORD')),
    secret text not null,
    changed_at timestamptz not null,
    primary key (person_id, kind)
);

create table session (
    token_hash text primary key,
    person_id uuid not null references person (id) on delete cascade,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    remembered boolean not null
);

create index session_person on session (person_id);

create table one_time_link (
    token_hash text primary key,
    purpose text not null check (purpose in ('FIRST_ADMIN')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
