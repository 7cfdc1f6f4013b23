-- Attempts at tests. The row is what is locked and what decides about time; what happened are its steps.
create table attempt (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    test_id text not null,
    number int not null check (number > 0),
    -- As the rules were when it began.
    title text not null,
    pass numeric not null,
    seed bigint not null,
    state text not null check (state in ('OPEN', 'SUBMITTED', 'GRADED')),
    started_at timestamptz not null,
    deadline timestamptz not null,
    finished_at timestamptz,
    ended_by text check (ended_by in ('LEARNER', 'TIME', 'AUTHOR')),
    graded_at timestamptz,
    mark numeric,
    out_of numeric not null,
    -- How many answers a person has still to mark.
    unmarked int not null default 0,
    unique (person_id, course_id, test_id, number)
);

-- However often and wherever "start" is pressed.
create unique index attempt_open on attempt (person_id, course_id, test_id) where state = 'OPEN';
create index attempt_due on attempt (deadline) where state <> 'GRADED';
create index attempt_test on attempt (course_id, test_id);

-- What was drawn, whole: no later text, key or generator changes what was asked.
create table attempt_question (
    attempt_id uuid not null references attempt (id) on delete cascade,
    number int not null,
    question_id text not null,
    lesson_id text not null,
    points numeric not null check (points >= 0),
    drawn text not null,
    primary key (attempt_id, number)
);

create index attempt_question_id on attempt_question (question_id);

-- Everything that happened, only ever added to.
create table attempt_step (
    id bigint generated always as identity primary key,
    attempt_id uuid not null references attempt (id) on delete cascade,
    at timestamptz not null,
    kind text not null,
    question int,
    revision int,
    -- By which a request that is sent again is known.
    request_key text,
    -- What was answered, exactly as it came.
    response text,
    -- What else is to be known, as JSON.
    detail text
);

create index attempt_step_attempt on attempt_step (attempt_id, id);
create unique index attempt_step_revision on attempt_step (attempt_id, question, revision) where kind = 'SAVED';
create unique index attempt_step_request on attempt_step (attempt_id, request_key) where request_key is not null;
