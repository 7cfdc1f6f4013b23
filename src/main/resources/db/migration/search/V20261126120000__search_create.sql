-- What can be found, derived from what learners see: written anew when a course changes.
create table search_course (
    course_id text primary key,
    -- Names the state of the course that its entries were made of.
    state text not null
);

create table search_entry (
    id bigint generated always as identity primary key,
    course_id text not null references search_course on delete cascade,
    kind text not null,
    address text not null,
    title text not null,
    place text not null,
    text text not null,
    words tsvector not null
);

-- Written seldom, read often: nothing waits to be sorted in.
create index search_entry_words on search_entry using gin (words) with (fastupdate = off);
create index search_entry_course on search_entry (course_id);

-- The words of the entries as they are written, to tell what a misspelt one was meant to be.
create table search_word (
    course_id text not null references search_course on delete cascade,
    kind text not null,
    word text not null,
    uses int not null,
    trigrams text[] not null,
    primary key (course_id, kind, word)
);

create index search_word_trigrams on search_word using gin (trigrams) with (fastupdate = off);
create index search_word_beginning on search_word (word text_pattern_ops);
