-- Files of questions on their way into a course, by the file that was sent.
create table editor_import (
    id uuid primary key references editor_upload (id) on delete cascade,
    course text not null,
    lesson text not null,
    format text not null,
    -- What questions are about that do not say it.
    concept text not null,
    section text not null,
    difficulty text not null,
    state text not null,
    done integer not null,
    total integer not null,
    -- What came of it, for its sender; empty while nothing did.
    said text not null
);

create index editor_import_state on editor_import (state);

-- What was understood of such a file, and what was left out, in its order.
create table editor_import_row (
    import_id uuid not null references editor_import (id) on delete cascade,
    number integer not null,
    kind text not null,
    question_id text not null,
    type text not null,
    place text not null,
    beginning text not null,
    remarks text not null,
    -- The revision with which it was compared, the question as the course has it, and as the file has it.
    base bigint not null,
    before text not null,
    after text not null,
    wanted boolean not null,
    primary key (import_id, number)
);
