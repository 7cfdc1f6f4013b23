-- Every text that a content file has had: never changed, never removed.
create table content_revision (
    id bigint generated always as identity primary key,
    path text not null,
    sha256 text not null,
    -- Null: with this revision the file was taken away.
    bytes bytea,
    origin text not null check (origin in ('FILE', 'EDITOR')),
    -- Who edited it in the browser; null for a file of the content folder.
    author uuid check ((author is null) = (origin = 'FILE')),
    created_at timestamptz not null
);

create index content_revision_history on content_revision (path, id desc);

-- What learners see of each file, and what its folder would have instead after an edit in the browser.
create table content_part (
    path text primary key,
    head bigint not null references content_revision,
    waiting bigint references content_revision
);

-- The states of the content folder that have been imported: a replica that starts again with an older one changes nothing.
create table content_folder (
    sha256 text primary key,
    imported_at timestamptz not null
);

-- Counts the changes of what learners see.
create table content_version (
    one boolean primary key default true check (one),
    number bigint not null
);

insert into content_version (number) values (0);
