-- Pictures of people's own cards, by the SHA-256 of their bytes.
create table flashcard_picture (
    person_id uuid not null references person (id) on delete cascade,
    sha256 text not null,
    media_type text not null,
    bytes bytea not null,
    primary key (person_id, sha256)
);
