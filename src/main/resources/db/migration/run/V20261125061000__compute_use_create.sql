-- What people have had trained, by their own days. Runs may go; what they took stays taken.
create table compute_use (
    person_id uuid not null references person (id) on delete cascade,
    day date not null,
    millis bigint not null,
    primary key (person_id, day)
);

insert into compute_use (person_id, day, millis)
select charged_to, (ended_at at time zone 'UTC')::date, sum(compute_millis)
from run where charged_to is not null and ended_at is not null group by 1, 2;

drop index run_charged;
-- Who was served lately is asked at every claim.
create index run_started on run (started_at);
