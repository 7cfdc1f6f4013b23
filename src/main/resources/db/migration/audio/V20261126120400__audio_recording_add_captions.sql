-- WebVTT that the author gave along; empty for none.
alter table audio_recording add column captions text not null default '';
