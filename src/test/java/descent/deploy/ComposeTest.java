package descent.deploy;

import static descent.deploy.Yaml.at;
import static descent.deploy.Yaml.map;
import static descent.deploy.Yaml.word;
import static descent.deploy.Yaml.words;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is in docker/: settings are read by the program, files and names are there. */
class ComposeTest {
    private static final Path FOLDER = Path.of("docker");
    private static final Pattern COPY = Pattern.compile("(?m)^COPY ((?!--from)[^\\n]+) \\S+$");
    private static final Pattern ENV = Pattern.compile("(?:ENV|\\\\\\n)\\s+([A-Z_]+)=");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");

    private final Map<String, Object> compose = compose();

    private static Map<String, Object> compose() {
        try {
            return Yaml.documents(FOLDER.resolve("compose.yaml")).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> service(String name) {
        return map(at(compose, "services", name));
    }

    @Test
    void replicasAreGivenOnlyWhatTheProgramReads() {
        for (var name : List.of("web", "worker")) {
            for (var variable : map(service(name).get("environment")).keySet()) {
                assertTrue(KnownKeys.INSTANCE.hasVariable(variable), variable);
            }
            for (var secret : words(service(name).get("secrets"))) {
                assertTrue(KnownKeys.INSTANCE.hasKey(secret), secret);
            }
        }
        assertEquals(2, at(service("web"), "deploy", "replicas"));
    }

    @Test
    void f16ReplicasRunWithoutRightsAndWithinLimits() throws IOException {
        for (var name : List.of("web", "worker")) {
            var service = service(name);
            assertEquals(true, service.get("read_only"), name);
            assertEquals(List.of("ALL"), words(service.get("cap_drop")), name);
            assertEquals(
                    List.of("no-new-privileges:true"), words(service.get("security_opt")), name);
            assertTrue(service.containsKey("mem_limit") && service.containsKey("pids_limit"), name);
            assertTrue(
                    map(service.get("environment")).keySet().stream()
                            .noneMatch(variable -> variable.contains("PASSWORD")),
                    "passwords come as files");
        }
        var recipe = Files.readString(FOLDER.resolve("Dockerfile"));
        assertTrue(recipe.matches("(?s).*\nUSER [1-9]\\d*\n.*"), "not as root");
        var ignored = Files.readAllLines(Path.of(".dockerignore"));
        assertEquals("*", ignored.getFirst());
        assertTrue(
                ignored.stream().noneMatch(line -> line.matches("!(src|(\\.git|src/test)(/.*)?)")),
                "neither history nor tests are in the image");
    }

    @Test
    void namesAreDeclaredAndFilesAreThere() throws IOException {
        var prepare = Files.readString(FOLDER.resolve("prepare.sh"));
        for (var service : map(compose.get("services")).entrySet()) {
            var name = service.getKey();
            declared(name, "networks");
            declared(name, "secrets");
            assertTrue(
                    map(compose.get("services"))
                            .keySet()
                            .containsAll(map(service(name).get("depends_on")).keySet()));
            for (var volume : words(service(name).get("volumes"))) {
                var source = volume.split(":")[0];
                assertTrue(
                        source.startsWith("./")
                                ? Files.exists(FOLDER.resolve(source))
                                : map(compose.get("volumes")).containsKey(source),
                        volume);
            }
            if (service(name).containsKey("build")) {
                var context = FOLDER.resolve(word(service(name), "build", "context"));
                assertTrue(
                        Files.exists(context.resolve(word(service(name), "build", "dockerfile"))));
            }
        }
        for (var secret : map(compose.get("secrets")).values()) {
            var file = Path.of(word(secret, "file")).getFileName().toString();
            assertTrue(prepare.contains(file), "prepare.sh makes " + file);
        }
        assertEquals(variables(FOLDER.resolve("compose.yaml")), settings());
    }

    private void declared(String service, String what) {
        var known = map(compose.get(what)).keySet();
        assertTrue(known.containsAll(words(service(service).get(what))), service + ": " + what);
    }

    private static Set<String> variables(Path file) throws IOException {
        var found = new TreeSet<String>();
        VARIABLE.matcher(Files.readString(file))
                .results()
                .forEach(each -> found.add(each.group(1)));
        map(at(Yaml.documents(file).getFirst(), "x-environment"))
                .forEach((name, value) -> {
                    if (value == null) {
                        found.add(name);
                    }
                });
        return found;
    }

    private static Set<String> settings() throws IOException {
        var found = new TreeSet<String>();
        for (var line : Files.readAllLines(FOLDER.resolve(".env.example"))) {
            if (line.matches("#?[A-Z_]+=.*")) {
                found.add(line.replaceFirst("^#?([A-Z_]+)=.*", "$1"));
            }
        }
        return found;
    }

    /** Seen to be needed: without its port a redirect leads to another site. */
    @Test
    void proxyTellsAllThatTheProgramPutsIntoLinks() throws IOException {
        var proxy = Files.readString(FOLDER.resolve("nginx.conf"));
        for (var what : List.of("For", "Proto", "Host", "Port")) {
            assertTrue(proxy.contains("proxy_set_header X-Forwarded-" + what + " "), what);
        }
    }

    @Test
    void imageCopiesWhatIsThereAndSetsWhatIsRead() throws IOException {
        var recipe = Files.readString(FOLDER.resolve("Dockerfile"));
        var ignored = Files.readAllLines(Path.of(".dockerignore"));
        for (var copy : COPY.matcher(recipe).results().toList()) {
            for (var source : copy.group(1).split(" ")) {
                assertTrue(Files.exists(Path.of(source)), source);
                assertTrue(
                        ignored.stream()
                                .anyMatch(line ->
                                        line.startsWith("!")
                                                && Path.of(source).startsWith(line.substring(1))),
                        source + " is not left out of the context");
            }
        }
        var set = ENV.matcher(recipe).results().map(each -> each.group(1)).toList();
        assertEquals(4, set.size());
        set.forEach(variable -> assertTrue(KnownKeys.INSTANCE.hasVariable(variable), variable));
    }

    @Test
    void trainingAndUseHaveTheSameOptions() throws IOException {
        var recipe = Files.readString(FOLDER.resolve("Dockerfile"));
        var training = Files.readString(FOLDER.resolve("train.sh"));
        var start = Files.readString(FOLDER.resolve("start.sh"));
        assertTrue(training.contains("@$options\" @container.options"));
        assertTrue(start.contains("@/app/$part.options\" @/app/container.options"));
        for (var part : List.of("jvm", "web")) {
            assertTrue(start.contains("part=" + part));
            assertTrue(recipe.contains("train.sh %1$s /tmp/%1$s.aot".formatted(part)));
            assertTrue(recipe.contains(part + ".options"));
        }
        // A cache of another class path, though it be the same file, is not used.
        assertTrue(training.contains("-jar /app/quarkus-run.jar"));
        assertTrue(start.contains("-jar /app/quarkus-run.jar"));
    }
}
