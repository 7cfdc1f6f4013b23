-- Invitations to a course: a link for a class, or one for each address of a list.
create table invitation (
    id uuid primary key,
    course_id text not null,
    -- Empty for the link of a whole class, which works more than once.
    email text not null check (email = lower(email)),
    group_name text not null check (length(group_name) <= 60),
    -- Empty until the mail is written.
    token_hash text unique,
    invited_by uuid references person (id) on delete set null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    uses int not null
);

create index invitation_course on invitation (course_id, created_at);
create unique index invitation_address on invitation (course_id, email) where email <> '';
