-- Whether somebody wants to type the answer before it is shown.
alter table flashcard_settings add column typed boolean not null default false;
