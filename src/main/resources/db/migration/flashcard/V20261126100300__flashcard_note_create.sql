-- Notes that people wrote or imported themselves, for cards of their own.
create table flashcard_note (
    id bigint generated always as identity primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    kind text not null check (kind in ('BASIC', 'REVERSED', 'CLOZE')),
    front text not null,
    back text not null,
    deck text not null,
    -- Separated by spaces.
    tags text not null,
    -- What it is about, where it was made from a question; else empty.
    lesson_id text not null,
    section text not null,
    concept text not null,
    created_at timestamptz not null
);

create index flashcard_note_person on flashcard_note (person_id, course_id, id);
