-- How a person wants to be asked in a course; without a row, as DailyLimits and SchedulerSettings have it.
create table flashcard_settings (
    person_id uuid not null references person (id) on delete cascade,
    course_id text not null,
    desired_retention double precision not null,
    maximum_interval int not null,
    new_per_day int not null,
    reviews_per_day int not null,
    exam date,
    primary key (person_id, course_id)
);
