-- Where somebody was last in the lessons of a course.
create table reading_place (
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    lesson_id text not null,
    -- Empty: at the beginning.
    section text not null,
    at timestamptz not null,
    primary key (person_id, course_id)
);
