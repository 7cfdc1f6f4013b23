-- Who takes which course. Who leaves keeps the row, and with it the way back to all that was done.
create table enrolment (
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    enrolled_at timestamptz not null,
    left_at timestamptz,
    primary key (person_id, course_id)
);

create index enrolment_course on enrolment (course_id);
