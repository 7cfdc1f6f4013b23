-- Who has signed up and not yet followed the link in the mail. Nobody's account yet: anyone can type any address.
create table pending_sign_up (
    id uuid primary key,
    name text not null check (length(name) between 1 and 100),
    email text not null check (email = lower(email)),
    secret text not null,
    time_zone text not null,
    back_to text not null,
    created_at timestamptz not null
);

create index pending_sign_up_email on pending_sign_up (email);
