package descent.deploy;

import static descent.deploy.Yaml.at;
import static descent.deploy.Yaml.list;
import static descent.deploy.Yaml.map;
import static descent.deploy.Yaml.maps;
import static descent.deploy.Yaml.word;
import static descent.deploy.Yaml.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Resolves a kustomization, as far as ours need it: anything else in one is an error. */
final class Kustomization {
    private static final Set<String> KNOWN =
            Set.of("apiVersion", "kind", "namespace", "resources", "configMapGenerator", "patches");

    private Kustomization() {}

    /** All objects, by "Kind/name". */
    static Map<String, Map<String, Object>> resolve(Path folder) throws IOException {
        var rules = Yaml.documents(folder.resolve("kustomization.yaml")).getFirst();
        if (!KNOWN.containsAll(rules.keySet())) {
            throw new IllegalArgumentException(folder + ": " + rules.keySet());
        }
        var objects = new LinkedHashMap<String, Map<String, Object>>();
        for (var resource : words(rules.get("resources"))) {
            var path = folder.resolve(resource).normalize();
            if (Files.isDirectory(path)) {
                objects.putAll(resolve(path));
            } else {
                for (var object : Yaml.documents(path)) {
                    add(objects, object);
                }
            }
        }
        for (var generator : maps(rules.get("configMapGenerator")).toList()) {
            generate(folder, objects, generator);
        }
        for (var patch : maps(rules.get("patches")).toList()) {
            for (var part : Yaml.documents(folder.resolve(word(patch, "path")))) {
                var target = objects.get(name(part));
                if (target == null) {
                    throw new IllegalArgumentException("nothing to patch: " + name(part));
                }
                merge(target, part);
            }
        }
        return objects;
    }

    private static void add(Map<String, Map<String, Object>> objects, Map<String, Object> object) {
        if (objects.put(name(object), object) != null) {
            throw new IllegalArgumentException("twice: " + name(object));
        }
    }

    static String name(Map<String, Object> object) {
        return word(object, "kind") + "/" + word(object, "metadata", "name");
    }

    private static void generate(
            Path folder, Map<String, Map<String, Object>> objects, Map<String, Object> generator)
            throws IOException {
        var data = new LinkedHashMap<String, Object>();
        for (var literal : words(generator.get("literals"))) {
            data.put(literal.replaceFirst("=.*", ""), literal.replaceFirst("^[^=]*=", ""));
        }
        for (var file : words(generator.get("files"))) {
            data.put(
                    Path.of(file).getFileName().toString(), Files.readString(folder.resolve(file)));
        }
        var key = "ConfigMap/" + word(generator, "name");
        if ("merge".equals(generator.get("behavior"))) {
            map(objects.get(key).get("data")).putAll(data);
        } else {
            var metadata = new LinkedHashMap<String, Object>();
            metadata.put("name", word(generator, "name"));
            if (at(generator, "options", "labels") != null) {
                metadata.put("labels", at(generator, "options", "labels"));
            }
            var object = new LinkedHashMap<String, Object>();
            object.put("apiVersion", "v1");
            object.put("kind", "ConfigMap");
            object.put("metadata", metadata);
            object.put("data", data);
            add(objects, object);
        }
    }

    /** Maps grow together, lists of named things by their names, all else is replaced. */
    private static void merge(Map<String, Object> target, Map<String, Object> patch) {
        for (var entry : patch.entrySet()) {
            var old = target.get(entry.getKey());
            if (old instanceof Map && entry.getValue() instanceof Map) {
                merge(map(old), map(entry.getValue()));
            } else if (old instanceof List && entry.getValue() instanceof List) {
                target.put(entry.getKey(), merged(list(old), list(entry.getValue())));
            } else {
                target.put(entry.getKey(), entry.getValue());
            }
        }
    }

    private static List<Object> merged(List<Object> old, List<Object> patch) {
        var merged = new ArrayList<>(old);
        for (var each : patch) {
            var same =
                    old.stream()
                            .filter(one -> at(one, "name") != null)
                            .filter(one -> at(one, "name").equals(at(each, "name")))
                            .findFirst();
            if (same.isPresent()) {
                merge(map(same.get()), map(each));
            } else {
                merged.add(each);
            }
        }
        return merged;
    }
}
