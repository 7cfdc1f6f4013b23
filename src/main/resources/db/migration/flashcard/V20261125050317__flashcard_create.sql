-- Where each card stands with each person. A row is what the log of the card leads to; a card that was never touched
-- has none.
create table flashcard (
    id bigint generated always as identity primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    note text not null,
    side text not null,
    state text not null check (state in ('NEW', 'LEARNING', 'REVIEW', 'RELEARNING')),
    step int not null,
    stability double precision,
    difficulty double precision,
    reviews int not null,
    lapses int not null,
    last_review_at timestamptz,
    last_review_day date,
    due_at timestamptz,
    due_day date,
    called boolean not null,
    suspended_at timestamptz,
    unique (person_id, course_id, note, side),
    check ((due_at is null) <> (due_day is null)),
    check ((state = 'NEW') = (stability is null)),
    check ((stability is null) = (difficulty is null))
);

-- All that ever happened to a card. Only ever added to: an undo is one more row.
create table flashcard_log (
    id bigint generated always as identity primary key,
    flashcard_id bigint not null references flashcard (id) on delete cascade,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    kind text not null check (kind in ('REVIEWED', 'CALLED', 'RESET', 'UNDONE')),
    -- Of a review and of its undo: chosen by whoever asked the card, so that the same review never counts twice.
    review_id uuid,
    rating smallint check (rating between 1 and 4),
    -- Of a review: which turn the card had, and with what probability it was expected to be recalled.
    turn text check (turn in ('NEW', 'STEP', 'DUE', 'CALLED')),
    expected double precision,
    at timestamptz not null,
    -- The learner's day at that time.
    day date not null,
    check ((kind in ('REVIEWED', 'UNDONE')) = (review_id is not null)),
    check ((kind = 'REVIEWED') = (rating is not null)),
    check ((kind = 'REVIEWED') = (turn is not null))
);

create unique index flashcard_log_once on flashcard_log (person_id, review_id, kind) where review_id is not null;
create index flashcard_log_card on flashcard_log (flashcard_id, id);
create index flashcard_log_day on flashcard_log (person_id, course_id, day);
