-- The same engine holds tests, rehearsals of them, and practice; each counts its attempts for itself.
alter table attempt
    add column behaviour text not null default 'TEST' check (behaviour in ('TEST', 'REHEARSAL', 'PRACTICE')),
    -- As the rules were when it began: one question after the other; how sure one is counts.
    add column sequential boolean not null default false,
    add column certainty boolean not null default false,
    -- Granted to this attempt alone, beyond what rules and allowances make its deadline.
    add column extension_seconds int not null default 0,
    -- How many answers wait for a run of the server's.
    add column awaiting int not null default 0,
    -- Of practice: whether questions come for ever, and of which concepts, separated by commas.
    add column endless boolean not null default false,
    add column concepts text not null default '';

alter table attempt drop constraint attempt_person_id_course_id_test_id_number_key;
alter table attempt add unique (person_id, course_id, test_id, behaviour, number);
drop index attempt_open;
create unique index attempt_open on attempt (person_id, course_id, test_id, behaviour) where state = 'OPEN';
create index attempt_awaiting on attempt (id) where awaiting > 0;
