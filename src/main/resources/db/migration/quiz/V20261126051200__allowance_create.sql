-- What somebody is granted beyond the rules of a test, or of all tests of a course.
create table allowance (
    id uuid primary key,
    course_id text not null,
    -- Of one test; empty: of all.
    test_id text not null default '',
    -- Whom: one learner, or a group of the course.
    person_id uuid references person (id) on delete cascade,
    group_name text not null default '',
    factor numeric not null default 1,
    extra_seconds int not null default 0,
    attempts int not null default 0,
    opens_at timestamptz,
    closes_at timestamptz,
    granted_by uuid,
    granted_at timestamptz not null,
    check ((person_id is null) <> (group_name = '')),
    unique nulls not distinct (course_id, test_id, person_id, group_name)
);
