package descent.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of accounts. */
@ConfigMapping(prefix = "descent.account")
interface AccountConfig {
    Sessions session();

    /** How long somebody stays signed in. */
    interface Sessions {
        /** Without a request. */
        @WithDefault("2h")
        Duration idle();

        /** In all. */
        @WithDefault("12h")
        Duration absolute();

        /** In all, where "stay signed in here" was chosen. */
        @WithDefault("30d")
        Duration remembered();
    }
}
