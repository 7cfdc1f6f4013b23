-- Questions of a test that turned out broken and do not count, for anybody.
create table neutral_question (
    course_id text not null,
    test_id text not null,
    question_id text not null,
    -- As learners are told.
    reason text not null,
    made_by uuid,
    made_at timestamptz not null,
    primary key (course_id, test_id, question_id)
);
