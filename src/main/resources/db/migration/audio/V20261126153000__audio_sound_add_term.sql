-- Words of the glossary are heard on their cards. They have no lesson, and nobody waits for them as for a sample.
alter table audio_sound add column term_id text;
