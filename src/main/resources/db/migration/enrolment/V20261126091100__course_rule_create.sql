-- Who may enrol in a course, and when it takes place. A course without a row is open to all, at any time.
create table course_rule (
    course_id text primary key,
    admission text not null check (admission in ('OPEN', 'CODE', 'INVITATION')),
    code text not null,
    begins_at timestamptz,
    ends_at timestamptz
);
