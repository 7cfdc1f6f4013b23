-- A learner's own address of a course's podcast: whoever has it hears the course, until it is taken back.
create table audio_podcast (
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    token_hash text not null unique,
    created_at timestamptz not null,
    primary key (person_id, course_id)
);
