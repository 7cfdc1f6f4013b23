-- What readers put beside sections of lessons: notes, highlighted passages, and, where there is neither, bookmarks.
create table margin_note (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    lesson_id text not null,
    section text not null,
    -- Empty: the section as a whole.
    quote text not null,
    before text not null,
    after text not null,
    text text not null,
    at timestamptz not null
);

create index margin_note_person on margin_note (person_id, course_id, lesson_id);
