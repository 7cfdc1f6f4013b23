-- A recording that authors uploaded in the place of the synthetic voice.
create table audio_recording (
    course_id text not null,
    lesson_id text not null,
    track text not null,
    blob text not null references blob (hash),
    kind text not null,
    millis bigint not null,
    uploaded_by uuid references person (id) on delete set null,
    uploaded_at timestamptz not null,
    primary key (course_id, lesson_id, track)
);

create index audio_recording_blob on audio_recording (blob);

-- A recording on its way, in pieces.
create table audio_upload (
    id uuid not null,
    first int not null,
    person_id uuid not null references person (id) on delete cascade,
    bytes bytea not null,
    created_at timestamptz not null,
    primary key (id, first)
);
