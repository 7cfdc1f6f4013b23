-- What is too large for a row and never changes, by the SHA-256 of its bytes. Stored as it is: sound does not shrink, and
-- a part of it is read without the rest.
create table blob (
    hash text primary key,
    size int not null,
    bytes bytea not null,
    created_at timestamptz not null
);

alter table blob alter column bytes set storage external;
