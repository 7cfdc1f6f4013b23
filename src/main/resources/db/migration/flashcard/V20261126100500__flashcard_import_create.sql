-- Files of cards that somebody looks at before taking them over. Gone after a day.
create table flashcard_import (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    file_name text not null,
    file bytea not null,
    at timestamptz not null
);

create index flashcard_import_at on flashcard_import (at);
