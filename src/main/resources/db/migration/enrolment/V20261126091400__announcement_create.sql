-- What a course's authors tell those who take it.
create table announcement (
    id uuid primary key,
    course_id text not null,
    -- Empty for all.
    group_name text not null,
    author_id uuid references person (id) on delete set null,
    title text not null check (length(title) between 1 and 200),
    text text not null,
    published_at timestamptz not null
);

create index announcement_course on announcement (course_id, published_at);
