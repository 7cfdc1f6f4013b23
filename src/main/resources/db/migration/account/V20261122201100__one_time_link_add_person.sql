-- Links for sign-up, for a forgotten password, for a new e-mail address.
alter table one_time_link
    drop constraint one_time_link_purpose_check,
    add check (purpose in ('FIRST_ADMIN', 'SIGN_UP', 'PASSWORD', 'EMAIL', 'SECOND_STEP')),
    add column person_id uuid references person (id) on delete cascade,
    add column about text not null default '';

create index one_time_link_person on one_time_link (person_id);
create index one_time_link_expires on one_time_link (expires_at);
