-- After each migration: the role of the program reads and writes rows, and to the audit log it only adds.
-- Where the settings name no owner of its own there is one role, and nothing to grant.
do $$
begin
    if '${program}' <> current_user then
        grant usage on schema "${flyway:defaultSchema}" to "${program}";
        grant select, insert, update, delete on all tables in schema "${flyway:defaultSchema}" to "${program}";
        grant usage, select on all sequences in schema "${flyway:defaultSchema}" to "${program}";
        grant execute on function forget_old_audit() to "${program}";
        revoke update, delete on audit from "${program}";
        revoke insert, update, delete on "${flyway:table}" from "${program}";
    end if;
end
$$;
