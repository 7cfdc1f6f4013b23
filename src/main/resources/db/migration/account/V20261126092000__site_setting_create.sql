-- What admins have decided for the whole site.
create table site_setting (
    name text primary key,
    value text not null
);
