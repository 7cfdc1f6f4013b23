-- A run is a value: the hash of what was asked and of the engine that answers leads to its recorded points.
create table run (
    key text primary key,
    spec text not null,
    engine_version text not null,
    multiply_adds bigint not null,
    state text not null check (state in
        ('WAITING', 'RUNNING', 'FINISHED', 'DIVERGED', 'CANCELLED', 'STOPPED', 'FAILED')),
    -- What came of it, as JSON; of a run that failed or was stopped the reason.
    outcome text,
    records int not null default 0,
    queued_at timestamptz not null,
    started_at timestamptz,
    ended_at timestamptz,
    -- How long a processor worked on it, and whose daily allowance that is.
    compute_millis bigint not null default 0,
    charged_to uuid references person (id) on delete set null,
    -- Who trains it, until when it is taken for alive, and the how manieth worker that is.
    worker text,
    lease_until timestamptz,
    tries int not null default 0
);

create index run_queue on run (queued_at) where state in ('WAITING', 'RUNNING');
create index run_charged on run (charged_to, ended_at);

-- What was recorded, header, points and snapshots, in portions as they came: "first" is the number of the first of them.
create table run_records (
    run_key text not null references run (key) on delete cascade,
    first int not null,
    count int not null,
    items text not null,
    primary key (run_key, first)
);

-- A request: that somebody wants to see a run. Without a person it is the system's, for a preset.
create table experiment (
    id uuid primary key,
    person_id uuid references person (id) on delete cascade,
    course_id text,
    preset_id text,
    name text not null,
    run_key text not null references run (key),
    created_at timestamptz not null,
    cancelled_at timestamptz
);

create index experiment_run on experiment (run_key);
create index experiment_person on experiment (person_id, created_at desc);
create unique index experiment_of_system on experiment (course_id, preset_id, name, run_key) where person_id is null;
