# Runs a Maven that is already within reach, so that the wrapper downloads one only where there is none:
# first a new enough mvn on the PATH, then one fetched by an older mvn from wherever that one is set up to fetch.
# Sourced by mvnw (POSIX sh), which sets $here; returns when the wrapper has to help itself.
maven_wanted=$(sed -n 's/^distributionUrl=.*apache-maven-\([0-9.]*\)-bin\.zip.*/\1/p' "$here/.mvn/wrapper/maven-wrapper.properties")
maven_unpacked=${MAVEN_USER_HOME:-$HOME/.m2}/wrapper/dists/apache-maven-$maven_wanted-unpacked
maven_here=$maven_unpacked/apache-maven-$maven_wanted/bin/mvn
[ ! -x "$maven_here" ] || exec "$maven_here" "$@"
if command -v mvn >/dev/null 2>&1; then
  maven_on_path=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1)
  case $(printf '%s\n' "$maven_wanted" "${maven_on_path:-0}" | sort -t . -k 1,1n -k 2,2n -k 3,3n | head -n 1) in
    "$maven_wanted") exec mvn "$@" ;;
  esac
  if (cd / && mvn -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
      -Dartifact="org.apache.maven:apache-maven:$maven_wanted:zip:bin" -DoutputDirectory="$maven_unpacked") >&2; then
    chmod +x "$maven_here" && exec "$maven_here" "$@"
  fi
fi
