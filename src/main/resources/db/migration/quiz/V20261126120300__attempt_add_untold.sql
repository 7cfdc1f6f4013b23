-- What the other rooms are not told yet, because its learner may not see it yet: points of an attempt, grades of answers.
alter table attempt add column untold boolean not null default false;
alter table attempt_question add column untold boolean not null default false;

create index attempt_untold on attempt (id) where untold;
create index attempt_question_untold on attempt_question (attempt_id) where untold;
