package descent.deploy;

import static descent.deploy.Yaml.at;
import static descent.deploy.Yaml.map;
import static descent.deploy.Yaml.maps;
import static descent.deploy.Yaml.word;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import descent.testing.SecondLane;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in k8s/: of the right types, nothing misspelt, and each name leads somewhere. */
@SecondLane
class ManifestsTest {
    private static final Map<String, Class<?>> TYPES =
            Map.ofEntries(
                    Map.entry("Namespace", Namespace.class),
                    Map.entry("ServiceAccount", ServiceAccount.class),
                    Map.entry("ConfigMap", ConfigMap.class),
                    Map.entry("Service", Service.class),
                    Map.entry("Deployment", Deployment.class),
                    Map.entry("StatefulSet", StatefulSet.class),
                    Map.entry("Ingress", Ingress.class),
                    Map.entry("NetworkPolicy", NetworkPolicy.class),
                    Map.entry("PodDisruptionBudget", PodDisruptionBudget.class),
                    Map.entry("HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
                    Map.entry("ServiceMonitor", ServiceMonitor.class),
                    Map.entry("PodMonitor", PodMonitor.class),
                    Map.entry("PrometheusRule", PrometheusRule.class),
                    Map.entry("ScaledObject", OperatorTypes.ScaledObject.class),
                    Map.entry("TriggerAuthentication", OperatorTypes.TriggerAuthentication.class),
                    Map.entry("Cluster", OperatorTypes.Cluster.class),
                    Map.entry("Pooler", OperatorTypes.Pooler.class),
                    Map.entry("ScheduledBackup", OperatorTypes.ScheduledBackup.class),
                    Map.entry("ObjectStore", OperatorTypes.ObjectStore.class));

    /**
     * Those that an operator of the site makes by hand, with their keys: operations.md says how.
     */
    private static final Map<String, Set<String>> SECRETS =
            Map.of(
                    "descent-db", Set.of("username", "password"),
                    "descent-db-owner", Set.of("username", "password"),
                    "descent-backups", Set.of("access-key-id", "secret-access-key"),
                    "descent-tls", Set.of("tls.crt", "tls.key"));

    /** Pods that an operator of Kubernetes makes: their labels and the names of their ports. */
    private static final Map<String, String> OPERATED_LABELS =
            Map.of(
                    "app.kubernetes.io/part-of", "descent-database",
                    "cnpg.io/cluster", "postgres");

    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private final List<String> wrong = new ArrayList<>();

    private void expect(boolean right, String what) {
        if (!right) {
            wrong.add(what);
        }
    }

    private static boolean isOperated(Object labels) {
        return OPERATED_LABELS.entrySet().containsAll(map(labels).entrySet())
                && !map(labels).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void objectsHaveOnlyFieldsThatTheirTypesKnow(String overlay) throws Exception {
        for (var object : Manifests.of(overlay).objects().entrySet()) {
            var type = TYPES.get(word(object.getValue(), "kind"));
            expect(type != null, object.getKey() + " is of a kind that nobody checks");
            if (type != null) {
                var typed = STRICT.convertValue(object.getValue(), type);
                UnknownFields.of(typed)
                        .forEach(each -> wrong.add(object.getKey() + " has no field " + each));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void labelsLeadToPods(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        manifests
                .all("Deployment", "StatefulSet")
                .forEach(each -> {
                    var labels = at(each, "spec", "selector", "matchLabels");
                    expect(
                            manifests.selected(labels).size() == 1,
                            Kustomization.name(each) + " selects its own pods only: " + labels);
                });
        manifests
                .all("PodDisruptionBudget")
                .forEach(each ->
                        expect(
                                manifests
                                                .selected(
                                                        at(each, "spec", "selector", "matchLabels"))
                                                .size()
                                        == 1,
                                Kustomization.name(each) + " guards pods that are there"));
        manifests.all("Service").forEach(each -> service(manifests, each));
        manifests.all("NetworkPolicy").forEach(each -> policy(manifests, each));
        manifests
                .templates()
                .forEach(each ->
                        maps(at(each, "spec", "topologySpreadConstraints"))
                                .forEach(spread ->
                                        expect(
                                                manifests
                                                        .selected(
                                                                at(
                                                                        spread,
                                                                        "labelSelector",
                                                                        "matchLabels"))
                                                        .contains(each),
                                                "spreads its own pods: " + spread)));
        assertEquals(List.of(), wrong);
    }

    private void service(Manifests manifests, Map<String, Object> service) {
        var pods = manifests.selected(at(service, "spec", "selector"));
        expect(pods.size() == 1, Kustomization.name(service) + " leads to pods of one kind");
        for (var port : maps(at(service, "spec", "ports")).toList()) {
            for (var pod : pods) {
                expect(
                        Manifests.ports(pod).contains(port.get("targetPort")),
                        Kustomization.name(service) + " leads to an open port: " + port);
            }
        }
    }

    private void policy(Manifests manifests, Map<String, Object> policy) {
        var name = Kustomization.name(policy);
        var own = at(policy, "spec", "podSelector", "matchLabels");
        var pods = manifests.selected(own);
        expect(own == null || !pods.isEmpty() || isOperated(own), name + " holds for pods");
        var peers = new ArrayList<Map<String, Object>>();
        for (var way : List.of(List.of("ingress", "from"), List.of("egress", "to"))) {
            maps(at(policy, "spec", way.getFirst()))
                    .flatMap(rule -> maps(rule.get(way.getLast())))
                    .filter(peer -> !peer.containsKey("namespaceSelector"))
                    .forEach(peers::add);
        }
        for (var peer : peers) {
            var labels = at(peer, "podSelector", "matchLabels");
            expect(
                    !manifests.selected(labels).isEmpty() || isOperated(labels),
                    name + " speaks of pods that are there: " + labels);
        }
        maps(at(policy, "spec", "ingress"))
                .flatMap(rule -> maps(rule.get("ports")))
                .filter(port -> port.get("port") instanceof String)
                .forEach(port ->
                        expect(
                                !pods.isEmpty()
                                        && pods.stream()
                                                .anyMatch(pod ->
                                                        Manifests.ports(pod)
                                                                .contains(port.get("port"))),
                                name + " opens a port that is there: " + port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void podsFindWhatTheyName(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        for (var pod : manifests.templates()) {
            var spec = map(pod.get("spec"));
            expect(
                    manifests.has("ServiceAccount", spec.get("serviceAccountName")),
                    "account " + spec.get("serviceAccountName"));
            var volumes = new TreeSet<String>();
            maps(spec.get("volumes")).forEach(volume -> volumes.add(volume(manifests, volume)));
            manifests
                    .all("StatefulSet")
                    .filter(each -> Manifests.template(each) == pod)
                    .flatMap(each -> maps(at(each, "spec", "volumeClaimTemplates")))
                    .forEach(each -> volumes.add(word(each, "metadata", "name")));
            var mounted = new TreeSet<String>();
            Manifests.containers(pod)
                    .forEach(container -> container(manifests, container, mounted));
            assertEquals(volumes, mounted, "volumes of " + at(pod, "metadata", "labels"));
        }
        manifests
                .all("StatefulSet")
                .forEach(each ->
                        expect(
                                manifests.has("Service", at(each, "spec", "serviceName")),
                                "service of " + Kustomization.name(each)));
        assertEquals(List.of(), wrong);
    }

    private String volume(Manifests manifests, Map<String, Object> volume) {
        if (at(volume, "secret") != null) {
            secret(word(volume, "secret", "secretName"), Set.of());
        }
        if (at(volume, "configMap") != null) {
            var name = word(volume, "configMap", "name");
            expect(manifests.has("ConfigMap", name), "config map " + name);
        }
        for (var source : maps(at(volume, "projected", "sources")).toList()) {
            for (var item : maps(at(source, "secret", "items")).toList()) {
                secret(word(source, "secret", "name"), Set.of(word(item, "key")));
                expect(keys().hasKey(word(item, "path")), "file " + item + " is a key");
            }
        }
        return word(volume, "name");
    }

    private void container(
            Manifests manifests, Map<String, Object> container, Set<String> mounted) {
        maps(container.get("volumeMounts")).forEach(mount -> mounted.add(word(mount, "name")));
        for (var variable : maps(container.get("env")).toList()) {
            var from = at(variable, "valueFrom", "secretKeyRef");
            if (from != null) {
                secret(word(from, "name"), Set.of(word(from, "key")));
            }
            expect(
                    !isOurs(container) || keys().hasVariable(word(variable, "name")),
                    word(variable, "name") + " is nothing that the program reads");
        }
        for (var source : maps(container.get("envFrom")).toList()) {
            var name = word(source, "configMapRef", "name");
            var map = manifests.get("ConfigMap", name);
            expect(!map.isEmpty(), "config map " + name);
            for (var key : map(at(map, "data")).keySet()) {
                expect(keys().hasVariable(key), key + " is nothing that the program reads");
            }
        }
        if (isOurs(container)) {
            for (var probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
                var port = at(container, probe, "httpGet", "port");
                expect(
                        maps(container.get("ports"))
                                .anyMatch(each -> each.get("name").equals(port)),
                        probe + " asks at a port: " + port);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void f16PodsOfOursRunWithoutRightsAndWithinLimits(String overlay) throws IOException {
        int ours = 0;
        for (var pod : Manifests.of(overlay).templates()) {
            for (var container : Manifests.containers(pod).filter(ManifestsTest::isOurs).toList()) {
                var may = container.get("securityContext");
                assertEquals(true, at(pod, "spec", "securityContext", "runAsNonRoot"));
                assertEquals(false, at(may, "allowPrivilegeEscalation"));
                assertEquals(true, at(may, "readOnlyRootFilesystem"), "but in volumes");
                assertEquals(List.of("ALL"), at(may, "capabilities", "drop"));
                assertNotNull(at(container, "resources", "limits", "memory"));
                ours++;
            }
        }
        assertTrue(ours > 0);
    }

    private static boolean isOurs(Map<String, Object> container) {
        return word(container, "image").startsWith("descent");
    }

    private void secret(String name, Set<String> keys) {
        expect(
                SECRETS.getOrDefault(name, Set.of("none such")).containsAll(keys),
                "secret %s with %s".formatted(name, keys));
    }

    private static KnownKeys keys() {
        return KnownKeys.INSTANCE;
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "production"})
    void pagesComeThroughTheIngress(String overlay) throws IOException {
        var manifests = Manifests.of(overlay);
        var ingress = manifests.get("Ingress", "web");
        var rule = maps(at(ingress, "spec", "rules")).findFirst().orElseThrow();
        var path = maps(at(rule, "http", "paths")).findFirst().orElseThrow();
        var backend = at(path, "backend", "service");
        var service = manifests.get("Service", word(backend, "name"));
        assertTrue(
                maps(at(service, "spec", "ports"))
                        .anyMatch(port -> port.get("name").equals(at(backend, "port", "name"))));
        var host = word(rule, "host");
        assertEquals(
                "https://" + host,
                at(manifests.get("ConfigMap", "descent"), "data", "DESCENT_URL"));
        maps(at(ingress, "spec", "tls"))
                .forEach(tls -> secret(word(tls, "secretName"), Set.of("tls.crt", "tls.key")));
        assertEquals(List.of(), wrong);
    }

    @Test
    void whatScalesAndWhatIsWatchedIsThere() throws IOException {
        var manifests = Manifests.of("production");
        var load = at(manifests.get("HorizontalPodAutoscaler", "web"), "spec", "scaleTargetRef");
        assertTrue(manifests.has(word(load, "kind"), word(load, "name")));
        var queue = map(at(manifests.get("ScaledObject", "worker"), "spec"));
        assertTrue(manifests.has("Deployment", word(queue, "scaleTargetRef", "name")));
        var trigger = maps(queue.get("triggers")).findFirst().orElseThrow();
        var access =
                manifests.get("TriggerAuthentication", word(trigger, "authenticationRef", "name"));
        maps(at(access, "spec", "secretTargetRef"))
                .forEach(each -> secret(word(each, "name"), Set.of(word(each, "key"))));
        // CloudNativePG names its services after the cluster: to write, postgres-rw.
        assertEquals("postgres-rw.descent.svc.cluster.local", word(trigger, "metadata", "host"));
        var database = map(at(manifests.get("Cluster", "postgres"), "spec"));
        secret(word(database, "bootstrap", "initdb", "secret", "name"), Set.of("password"));
        maps(at(database, "managed", "roles"))
                .forEach(role -> secret(word(role, "passwordSecret", "name"), Set.of("password")));
        var plugin = maps(database.get("plugins")).findFirst().orElseThrow();
        var store = word(plugin, "parameters", "barmanObjectName");
        var credentials =
                map(
                        at(
                                manifests.get("ObjectStore", store),
                                "spec",
                                "configuration",
                                "s3Credentials"));
        credentials.values().forEach(each -> secret(word(each, "name"), Set.of(word(each, "key"))));
        var nightly = manifests.get("ScheduledBackup", "nightly");
        assertTrue(manifests.has("Cluster", word(nightly, "spec", "cluster", "name")));
        assertEquals(word(plugin, "name"), word(nightly, "spec", "pluginConfiguration", "name"));
        var settings = map(at(manifests.get("ConfigMap", "descent"), "data"));
        assertTrue(word(settings, "DESCENT_DB_URL").contains("//postgres-pooler:5432/descent"));
        assertTrue(manifests.has("Pooler", "postgres-pooler"));
        assertTrue(word(settings, "DESCENT_DB_DIRECT_URL").contains("//postgres-rw:5432/descent"));
        var watched =
                at(manifests.get("ServiceMonitor", "descent"), "spec", "selector", "matchLabels");
        var endpoint =
                maps(at(manifests.get("ServiceMonitor", "descent"), "spec", "endpoints"))
                        .findFirst()
                        .orElseThrow();
        var services =
                manifests
                        .all("Service")
                        .filter(each ->
                                map(at(each, "metadata", "labels"))
                                        .entrySet()
                                        .containsAll(map(watched).entrySet()))
                        .toList();
        assertEquals(2, services.size());
        for (var service : services) {
            expect(
                    maps(at(service, "spec", "ports"))
                            .anyMatch(port -> port.get("name").equals(endpoint.get("port"))),
                    Kustomization.name(service) + " is watched");
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void aMisspeltFieldIsFound() throws Exception {
        var pod =
                STRICT.convertValue(
                        Map.of(
                                "spec",
                                Map.of("template", Map.of("spec", Map.of("contaners", List.of())))),
                        Deployment.class);
        assertEquals(List.of("contaners"), UnknownFields.of(pod));
        assertFalse(KnownKeys.INSTANCE.hasVariable("DESCENT_DB_ULR"));
    }
}
