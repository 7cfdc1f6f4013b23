-- A test's attempts being graded anew, or what came of it: one for a test.
create table regrading (
    id uuid primary key,
    course_id text not null,
    test_id text not null,
    state text not null check (state in ('LOOKING', 'LOOKED', 'CHANGING', 'CHANGED', 'BROKEN')),
    begun_at timestamptz not null,
    -- Attempts looked at, and how many there are; 0 while nobody knows.
    done integer not null default 0,
    total integer not null default 0,
    -- Grades that would be others, or have become so.
    changed integer not null default 0,
    unique (course_id, test_id)
);

-- Grades that would be others by the keys of now.
create table changed_grade (
    regrading_id uuid not null references regrading on delete cascade,
    attempt_id uuid not null references attempt on delete cascade,
    number integer not null,
    question_id text not null,
    points_before numeric not null,
    points_after numeric not null,
    primary key (regrading_id, attempt_id, number)
);

create index changed_grade_attempt on changed_grade (attempt_id);
