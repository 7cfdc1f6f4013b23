-- Who writes which course. Admins may write all of them without a row here.
create table course_author (
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    since timestamptz not null,
    primary key (person_id, course_id)
);

create index course_author_course on course_author (course_id);
