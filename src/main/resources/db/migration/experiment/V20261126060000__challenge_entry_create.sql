-- What learners entered for challenges: the configuration, and what its run came to.
create table challenge_entry (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    challenge_id text not null,
    -- Hash of start, free fields, limits, target and rank: results under other rules are not compared.
    rules text not null,
    settings text[] not null,
    spec_hash text not null,
    experiment_id uuid not null,
    state text not null check (state in ('WAITING', 'REACHED', 'MISSED', 'WITHOUT')),
    figure double precision,
    score double precision,
    reason text,
    created_at timestamptz not null,
    settled_at timestamptz,
    unique (person_id, course_id, challenge_id, rules, spec_hash)
);

create index challenge_entry_waiting on challenge_entry (created_at) where state = 'WAITING';
create index challenge_entry_board on challenge_entry (course_id, challenge_id, rules) where state = 'REACHED';
