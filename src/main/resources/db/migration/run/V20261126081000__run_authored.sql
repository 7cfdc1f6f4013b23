-- The hash of examples that stand in the spec itself, as the author of a preset wrote them.
alter table run add column authored text;
create index run_authored on run (authored) where authored is not null;
