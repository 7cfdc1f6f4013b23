#!/bin/sh
# Runs the program once, looks at some pages as a visitor does, ends it, and leaves the cache of that run in the file named.
# Ends with an error when the program did not come up: such a cache is not shipped.
set -eu
cache=$1
cd /app
# On loopback, at ports that nothing else has where the build shares the machine's network.
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_MANAGEMENT_HOST=127.0.0.1
export QUARKUS_HTTP_PORT=18477 QUARKUS_MANAGEMENT_PORT=18478 DESCENT_AUDIO_WORKER=false DESCENT_DB_PATIENCE=30s
java @jvm.options @container.options "-XX:AOTCacheOutput=$cache" -Xlog:aot=error -jar /app/quarkus-run.jar &
program=$!
get() { # path, port
  bash -c "exec 3<>/dev/tcp/127.0.0.1/$2 && printf 'GET $1 HTTP/1.0\r\nHost: localhost\r\nAccept: text/html\r\n\r\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"
}
answered() { # path, port: in ten minutes at the latest, for a machine that builds may be busy
  tries=0
  until get "$1" "$2" 2>/dev/null; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$program" 2>/dev/null; then
      echo "$1 was not answered" >&2
      exit 1
    fi
    sleep 1
  done
}
answered /q/health/ready 18478
for _ in 1 2 3; do
  for page in / /login /courses/training-deep-networks; do
    answered "$page" 18477
  done
done
kill -TERM "$program"
wait "$program" || [ $? -eq 143 ]
test -s "$cache"
