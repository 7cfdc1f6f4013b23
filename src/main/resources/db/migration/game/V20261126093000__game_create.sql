-- Games that learners played or are playing, whole: all that was dealt, then the moves. The score is what they lead to.
create table game (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    kind text not null check (kind in ('PAIRS', 'MATHS', 'TYPING', 'WORDS')),
    dealt jsonb not null,
    begun_at timestamptz not null,
    ended_at timestamptz,
    score int,
    check ((ended_at is null) = (score is null))
);

create index game_person on game (person_id, course_id, kind);
create index game_board on game (course_id, kind, person_id) where ended_at is not null;

-- Only ever added to, under the lock of the game's row.
create table game_move (
    game_id uuid not null references game (id) on delete cascade,
    number int not null,
    move text not null,
    value text not null,
    at timestamptz not null,
    primary key (game_id, number)
);

-- Who does not want to stand on the boards of a course.
create table game_board_left (
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    primary key (person_id, course_id)
);
