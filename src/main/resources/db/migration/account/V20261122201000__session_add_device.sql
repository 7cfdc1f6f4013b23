-- For the list of one's sessions, for the password that is asked again, and for an author's look as a learner.
alter table session
    add column id uuid not null default gen_random_uuid() unique,
    add column proven_at timestamptz not null default now(),
    add column device text not null default '',
    add column address text not null default '',
    add column viewed_course text;

-- Browsers in which a person has signed in before: a stranger's wrong passwords do not lock them out.
create table known_device (
    token_hash text primary key,
    person_id uuid not null references person (id) on delete cascade,
    last_login_at timestamptz not null
);

create index known_device_person on known_device (person_id);
