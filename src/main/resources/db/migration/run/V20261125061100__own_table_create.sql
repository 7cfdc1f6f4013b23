-- Somebody's own examples, as the engine's table in JSON. What was trained on them goes with them.
create table own_table (
    id uuid primary key,
    person_id uuid not null references person (id) on delete cascade,
    name text not null,
    examples int not null,
    columns text[] not null,
    content text not null,
    created_at timestamptz not null
);

create index own_table_person on own_table (person_id, created_at);

alter table run add column table_id uuid references own_table (id) on delete cascade;
create index run_table on run (table_id) where table_id is not null;

alter table experiment drop constraint experiment_run_key_fkey;
alter table experiment add constraint experiment_run_key_fkey
    foreign key (run_key) references run (key) on delete cascade;
