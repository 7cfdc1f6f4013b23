-- Sound made of a script: the key is the hash of all that can be heard of it. The rows are the queue of those who make it.
create table audio_sound (
    key text primary key,
    course_id text not null,
    -- Absent of a sample that an author asked for, which goes before all else.
    lesson_id text,
    track text,
    -- Script, voices and pronunciations, as JSON.
    task text not null,
    lines int not null,
    state text not null check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED')),
    place int not null,
    queued_at timestamptz not null,
    -- Who makes it, until when that one is taken for alive, and the how manieth it is.
    worker text,
    lease_until timestamptz,
    tries int not null default 0,
    -- Lines that are spoken already.
    done int not null default 0,
    reason text,
    blob text references blob (hash),
    millis bigint,
    -- When which sentence is heard, as JSON.
    timings text,
    ended_at timestamptz,
    check (state <> 'READY' or blob is not null and millis is not null and timings is not null),
    check (state <> 'FAILED' or reason is not null)
);

create index audio_sound_queue on audio_sound (queued_at) where state in ('WAITING', 'RUNNING');
create index audio_sound_blob on audio_sound (blob);
