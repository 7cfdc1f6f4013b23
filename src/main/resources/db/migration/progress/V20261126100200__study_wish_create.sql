-- What people want of their home page.
create table study_wish (
    person_id uuid primary key references person (id) on delete cascade,
    weekly_minutes int not null default 0 check (weekly_minutes between 0 and 5000),
    reminders boolean not null default false,
    reminded_on date
);
