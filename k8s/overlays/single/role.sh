#!/bin/sh
# Run once, by a PostgreSQL that has no data yet: the role of the program, beside the owner that the image makes.
set -eu
name=$(cat /run/secrets/program/username)
password=$(cat /run/secrets/program/password)
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v name="$name" -v password="$password" <<'SQL'
create role :"name" login password :'password';
SQL
