-- What was read, what was answered: asked for on each visit of the home page.
create index activity_person_kind on activity (person_id, course_id, kind, at);
