-- What learners say is wrong with a question, for the authors of its course.
create table mistake_report (
    id uuid primary key,
    course_id text not null,
    question_id text not null,
    -- Where it was seen: gone when the attempt is.
    attempt_id uuid references attempt (id) on delete set null,
    number int not null,
    person_id uuid not null references person (id) on delete cascade,
    text text not null,
    reported_at timestamptz not null,
    settled_at timestamptz,
    settled_by uuid
);

create index mistake_report_course on mistake_report (course_id, reported_at desc);
create index mistake_report_person on mistake_report (person_id, reported_at);
