#!/bin/sh
# Run once, by a PostgreSQL that has no data yet: the role of the program, beside the owner that the image makes.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" \
  -v name="$(cat /run/secrets/descent.db.username)" -v password="$(cat /run/secrets/descent.db.password)" <<'SQL'
create role :"name" login password :'password';
SQL
