-- Mails to be sent, and sent lately. What a mail says is not here: it is written when it is sent.
create table outbox_mail (
    id bigint generated always as identity primary key,
    recipient text not null,
    kind text not null,
    about jsonb not null,
    state text not null check (state in ('WAITING', 'SENT', 'DECLINED', 'FAILED')),
    tries int not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    done_at timestamptz
);

create index outbox_mail_due on outbox_mail (due_at) where state = 'WAITING';
create index outbox_mail_recipient on outbox_mail (recipient);

-- Links at the foot of mails. A used one means: no more mail of this kind to this recipient.
create table unsubscribe_link (
    token_hash text primary key,
    recipient text not null,
    kind text not null,
    created_at timestamptz not null,
    used_at timestamptz
);

create index unsubscribe_link_recipient on unsubscribe_link (recipient, kind) where used_at is not null;
