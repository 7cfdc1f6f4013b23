#!/bin/sh
# Starts the program of the image with the options and the cache of its part. A web replica trains nothing, so it does without the
# vector module: as long as that is an incubating one, Java takes no classes that are linked already out of a cache.
set -eu
case "${DESCENT_ROLE:-all}" in
  web) part=web ;;
  *) part=jvm ;;
esac
exec java "@/app/$part.options" @/app/container.options "-XX:AOTCache=/app/$part.aot" -jar /app/quarkus-run.jar "$@"
