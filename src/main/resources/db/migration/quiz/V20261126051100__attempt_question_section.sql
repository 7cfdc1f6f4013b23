alter table attempt_question
    -- The heading of the test under which it stands.
    add column section text not null default '',
    -- The same question with the key of a later revision, by which it was graded anew.
    add column rekeyed text;
