-- Groups within a course, and whether somebody was taken out of it by its author.
alter table enrolment
    add column group_name text not null default '' check (length(group_name) <= 60),
    add column removed boolean not null default false;
