-- How a learner wants to stand on the boards of a course. Who has no row is named.
create table board_wish (
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    appearance text not null check (appearance in ('NAMED', 'UNNAMED', 'ABSENT')),
    primary key (person_id, course_id)
);
