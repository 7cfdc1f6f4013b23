package descent.deploy;

import static descent.deploy.Yaml.at;
import static descent.deploy.Yaml.map;
import static descent.deploy.Yaml.maps;
import static descent.deploy.Yaml.word;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of an overlay, by "Kind/name". */
record Manifests(Map<String, Map<String, Object>> objects) {
    static Manifests of(String overlay) throws IOException {
        return new Manifests(Kustomization.resolve(Path.of("k8s/overlays", overlay)));
    }

    boolean has(String kind, Object name) {
        return objects.containsKey(kind + "/" + name);
    }

    /** Empty when there is none. */
    Map<String, Object> get(String kind, Object name) {
        return objects.getOrDefault(kind + "/" + name, Map.of());
    }

    Stream<Map<String, Object>> all(String... kinds) {
        return objects.values().stream()
                .filter(object -> List.of(kinds).contains(word(object, "kind")));
    }

    /** Of all pods that we make ourselves. */
    List<Map<String, Object>> templates() {
        return all("Deployment", "StatefulSet").map(Manifests::template).toList();
    }

    static Map<String, Object> template(Map<String, Object> workload) {
        return map(at(workload, "spec", "template"));
    }

    /** Those of them that have these labels. */
    List<Map<String, Object>> selected(Object labels) {
        var wanted = map(labels).entrySet();
        return templates().stream()
                .filter(each -> map(at(each, "metadata", "labels")).entrySet().containsAll(wanted))
                .toList();
    }

    static Stream<Map<String, Object>> containers(Map<String, Object> template) {
        return maps(at(template, "spec", "containers"));
    }

    /** Names and numbers of a pod's open ports. */
    static Set<Object> ports(Map<String, Object> template) {
        return containers(template)
                .flatMap(container -> maps(container.get("ports")))
                .flatMap(port -> Stream.of(port.get("name"), port.get("containerPort")))
                .collect(Collectors.toSet());
    }
}
