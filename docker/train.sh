#!/bin/sh
# Runs the program once, with the options of the part named first, rehearses what people do there (descent.bench.quiz.Rehearsal,
# whose sources are in the folder named third), ends it, and leaves the cache of that run in the file named second. Ends with an
# error when the program did not come up or the rehearsal failed: such a cache is not shipped.
set -eu
options=$1.options
cache=$2
rehearsal=$3/descent/bench/quiz/Rehearsal.java
cd /app
# On loopback, at ports that nothing else has where the build shares the machine's network.
export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_MANAGEMENT_HOST=127.0.0.1
export QUARKUS_HTTP_PORT=18477 QUARKUS_MANAGEMENT_PORT=18478 DESCENT_AUDIO_WORKER=false DESCENT_DB_PATIENCE=30s
java "@$options" @container.options "-XX:AOTCacheOutput=$cache" -Xlog:aot=error -jar /app/quarkus-run.jar &
program=$!
ready() {
  bash -c "exec 3<>/dev/tcp/127.0.0.1/18478 && printf 'GET /q/health/ready HTTP/1.0\r\n\r\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"
}
# In ten minutes at the latest, for a machine that builds may be busy.
tries=0
until ready 2>/dev/null; do
  tries=$((tries + 1))
  if [ "$tries" -gt 600 ] || ! kill -0 "$program" 2>/dev/null; then
    echo "the program did not come up" >&2
    exit 1
  fi
  sleep 1
done
java "$rehearsal" http://127.0.0.1:18477
kill -TERM "$program"
wait "$program" || [ $? -eq 143 ]
test -s "$cache"
