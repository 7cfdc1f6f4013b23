-- Certificates of completed courses.
create table certificate (
    code text primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    -- As they were when it was made, as are the facts, a line each.
    name text not null,
    title text not null,
    facts text not null,
    issued_at timestamptz not null,
    issued_on date not null,
    unique (person_id, course_id)
);
