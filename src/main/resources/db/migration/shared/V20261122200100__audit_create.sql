-- Who did what, on whom, when and from where. Ids only: no name outlives its person here.
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    actor_id uuid,
    action text not null,
    subject_kind text not null,
    subject_id text not null,
    detail jsonb not null,
    address text not null
);

create index audit_actor on audit (actor_id, id);
create index audit_subject on audit (subject_kind, subject_id, id);
create index audit_action on audit (action, id);
