#!/bin/sh
# Makes what docker/compose.yaml takes from files: names and random passwords of the two roles of the database, and a
# certificate for trying out. What is there already stays.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets
put() { [ -e "secrets/$1" ] || printf %s "$2" > "secrets/$1"; }
put descent.db.username descent_program
put descent.db.password "$(openssl rand -hex 24)"
put descent.db.owner.username descent
put descent.db.owner.password "$(openssl rand -hex 24)"
# The mail server's; empty without one.
put descent.mail.password ""
if [ ! -e secrets/key.pem ]; then
  openssl req -x509 -newkey rsa:2048 -nodes -days 365 -subj /CN=localhost -addext subjectAltName=DNS:localhost \
    -keyout secrets/key.pem -out secrets/certificate.pem 2>/dev/null
fi
[ -e .env ] || cp .env.example .env
# Containers read them as users of their own; the folder keeps others out.
chmod 644 secrets/*
echo "docker/secrets and docker/.env are there"
