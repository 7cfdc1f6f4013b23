-- Texts that are to be published at a time. What was planned is what is published, whatever is typed meanwhile.
create table editor_planned (
    author_id uuid not null references person (id) on delete cascade,
    path text not null,
    base bigint not null,
    text text not null,
    at timestamptz not null,
    -- Why it was not published when its time had come; null while it waits.
    refused text,
    primary key (author_id, path)
);

create index editor_planned_at on editor_planned (at);
