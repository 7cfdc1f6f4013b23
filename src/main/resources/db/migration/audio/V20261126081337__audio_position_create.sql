-- Where a learner stopped listening.
create table audio_position (
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    lesson_id text not null,
    track text not null,
    millis bigint not null,
    updated_at timestamptz not null,
    primary key (person_id, course_id, lesson_id, track)
);
