-- What authors have entered and not published yet.
create table editor_draft (
    author_id uuid not null references person (id) on delete cascade,
    path text not null,
    -- The head revision that the author started from; 0 for a new file.
    base bigint not null,
    text text not null,
    saved_at timestamptz not null,
    primary key (author_id, path)
);

create index editor_draft_path on editor_draft (path);
