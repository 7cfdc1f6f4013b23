package descent.deploy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What we use of the objects of operators for which there is no model in Java: KEDA 2
 * (keda.sh/v1alpha1), CloudNativePG 1.29 (postgresql.cnpg.io/v1) and its Barman Cloud plugin
 * (barmancloud.cnpg.io/v1), by their API references.
 */
final class OperatorTypes {
    private OperatorTypes() {}

    record Metadata(@JsonProperty(required = true) String name, Map<String, String> labels) {}

    record Named(@JsonProperty(required = true) String name) {}

    record SecretKey(
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) String key) {}

    record ScaledObject(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                @JsonProperty(required = true) Named scaleTargetRef,
                int minReplicaCount,
                int maxReplicaCount,
                int pollingInterval,
                int cooldownPeriod,
                @JsonProperty(required = true) List<Trigger> triggers) {}

        record Trigger(
                @JsonProperty(required = true) String type,
                @JsonProperty(required = true) Postgresql metadata,
                Named authenticationRef) {}

        /** All are words there. */
        record Postgresql(
                String host,
                String port,
                String dbName,
                String sslmode,
                @JsonProperty(required = true) String query,
                @JsonProperty(required = true) String targetQueryValue) {}
    }

    record TriggerAuthentication(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(List<Target> secretTargetRef) {}

        record Target(String parameter, String name, String key) {}
    }

    record Cluster(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                int instances,
                String imageName,
                Inherited inheritedMetadata,
                Bootstrap bootstrap,
                Managed managed,
                Postgres postgresql,
                Resources resources,
                Storage storage,
                Storage walStorage,
                List<Plugin> plugins) {}

        record Inherited(Map<String, String> labels) {}

        record Bootstrap(Initdb initdb) {}

        record Initdb(String database, String owner, Named secret) {}

        record Managed(List<Role> roles) {}

        record Role(String name, String ensure, boolean login, Named passwordSecret) {}

        record Postgres(Map<String, String> parameters, Synchronous synchronous) {}

        record Synchronous(String method, int number, String dataDurability) {}

        record Resources(Map<String, String> requests, Map<String, String> limits) {}

        record Storage(String size) {}

        record Plugin(String name, boolean isWALArchiver, Map<String, String> parameters) {}
    }

    record Pooler(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(
                Named cluster,
                int instances,
                String type,
                Template template,
                Pgbouncer pgbouncer) {}

        record Template(Labels metadata, Containers spec) {}

        record Labels(Map<String, String> labels) {}

        record Containers(List<Named> containers) {}

        record Pgbouncer(String poolMode, Map<String, String> parameters) {}
    }

    record ScheduledBackup(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(String schedule, Named cluster, String method, Named pluginConfiguration) {}
    }

    record ObjectStore(String apiVersion, String kind, Metadata metadata, Spec spec) {
        record Spec(String retentionPolicy, Configuration configuration) {}

        record Configuration(
                String destinationPath,
                @JsonProperty("endpointURL") String endpoint,
                Credentials s3Credentials,
                Compression wal,
                Compression data) {}

        record Credentials(SecretKey accessKeyId, SecretKey secretAccessKey) {}

        record Compression(String compression) {}
    }
}
