-- Files that an author looks at before they are taken over. Gone after a day.
create table editor_upload (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    file_name text not null,
    file bytea not null,
    at timestamptz not null
);

create index editor_upload_at on editor_upload (at);
create index editor_upload_person on editor_upload (person_id);
