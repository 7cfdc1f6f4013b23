package descent.shared.replica;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** Says what this replica does, and which of the settings that were made have no effect. */
@ApplicationScoped
class CheckSettings {
    private static final Logger LOG = Logger.getLogger(CheckSettings.class);

    private final Config config;
    private final Replica replica;

    CheckSettings(Config config, Replica replica) {
        this.config = config;
        this.replica = replica;
    }

    /** Before anything begins. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
        LOG.debugf("this replica's role is %s", replica.role());
        SettingNames.known().objections(config.getPropertyNames()).forEach(LOG::warn);
    }
}
