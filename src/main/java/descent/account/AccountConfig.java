package descent.account;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of accounts. */
@ConfigMapping(prefix = "descent.account")
public interface AccountConfig {
    Sessions session();

    Hashing password();

    Login login();

    Links link();

    /** Whether an admin does an admin's work only with one-time codes set up. */
    @WithDefault("false")
    boolean adminsNeedCodes();

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

    /** What a stored password costs whoever tries to guess it (Argon2id). */
    interface Hashing {
        /**
         * The first of the settings that OWASP's password storage cheat sheet recommends (2025).
         */
        @WithDefault("19456")
        int memoryKib();

        @WithDefault("2")
        int iterations();
    }

    /** How often signing in may fail. */
    interface Login {
        /** For one account from one place, in a minute. */
        @WithDefault("10")
        int perAccount();

        /** From one place for all accounts, in a minute: a whole class sits behind one. */
        @WithDefault("100")
        int perPlace();

        /** Sign-ups and forgotten passwords from one place, in an hour. */
        @WithDefault("500")
        int mailsPerPlace();
    }

    /** How long links in mails work. */
    interface Links {
        @WithDefault("1h")
        Duration password();

        @WithDefault("2d")
        Duration signUp();

        @WithDefault("2d")
        Duration email();
    }
}
