# Sets JAVA_HOME to a JDK of at least the version in .mvn/jdk-version, when the one in use is older or missing.
# Sourced by mvnw (POSIX sh), which sets $here. A JAVA_HOME that is new enough is left alone.
jdk_wanted=$(cat "$here/.mvn/jdk-version")
jdk_version() { # the feature version of the JDK in $1, or nothing when it is no JDK
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
jdk_ok() { jdk_found=$(jdk_version "$1"); [ -n "$jdk_found" ] && [ "$jdk_found" -ge "$jdk_wanted" ]; }
if ! jdk_ok "${JAVA_HOME:-}"; then
  javac_on_path=$(command -v javac 2>/dev/null || :)
  javac_on_path=$(readlink -f "$javac_on_path" 2>/dev/null || echo "$javac_on_path")
  JAVA_HOME=
  for jdk in "${javac_on_path%/bin/javac}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* /opt/java/* /opt/jdk* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if jdk_ok "$jdk"; then JAVA_HOME=$jdk; break; fi
  done
  if [ -z "$JAVA_HOME" ]; then
    echo "This project is built with JDK $jdk_wanted or newer, and none was found." >&2
    echo "Install one (for example Eclipse Temurin $jdk_wanted) or set JAVA_HOME to it." >&2
    exit 1
  fi
  export JAVA_HOME
fi
