-- What learners did. Only ever added to.
create table activity (
    id bigint generated always as identity primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    kind text not null,
    subject text not null,
    detail jsonb not null,
    at timestamptz not null
);

create index activity_person_course on activity (person_id, course_id, at);
