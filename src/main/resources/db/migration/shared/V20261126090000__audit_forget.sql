-- The program may not delete lines of the audit log; this lets it drop those that are too old, and no others.
create function forget_old_audit() returns bigint
    language sql security definer set search_path from current
as $$
    with gone as (delete from audit where at < now() - interval '400 days' returning id)
    select count(*) from gone
$$;

revoke execute on function forget_old_audit() from public;
