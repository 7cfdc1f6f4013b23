package descent.account.password;

import descent.account.AccountConfig;
import descent.shared.Sha256;
import descent.shared.throttle.Limit;
import descent.shared.throttle.Throttle;
import descent.shared.web.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a password may be tried, for a name from a place. Who has signed in with this browser
 * before is counted by the browser alone: strangers' failures lock nobody out of the own device.
 */
record LoginLimits(List<Counter> counters) {
    /** Under which key, how often, and whether success wipes the slate or takes one stroke off. */
    record Counter(String key, Limit limit, boolean forgottenOnSuccess) {}

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration QUIET = Duration.ofDays(1);

    /**
     * @param name as typed: a name that nobody has is counted like any other
     * @param knownDevice the browser's key, when its owner has signed in with it before
     */
    static LoginLimits of(
            AccountConfig.Login config,
            String name,
            Optional<String> knownDevice,
            HttpServerRequest request) {
        var perAccount = new Limit.PerWindow(config.perAccount(), WINDOW);
        if (knownDevice.isPresent()) {
            return new LoginLimits(
                    List.of(new Counter("login device " + knownDevice.get(), perAccount, true)));
        }
        var place = ClientAddress.of(request).place();
        var account = Sha256.of(name.strip().toLowerCase(Locale.ROOT));
        var growing = new Limit.Growing(config.perAccount(), FIRST_WAIT, LONGEST_WAIT, QUIET);
        return new LoginLimits(
                List.of(
                        new Counter(
                                "login place " + place,
                                new Limit.PerWindow(config.perPlace(), WINDOW),
                                false),
                        new Counter("login account " + account + " " + place, perAccount, true),
                        new Counter("login account " + account, growing, true)));
    }

    void check(Throttle throttle) {
        counters.forEach(counter -> throttle.check(counter.key(), counter.limit()));
    }

    /** All or none: what was counted before one refuses is given back. */
    void take(Throttle throttle) {
        var taken = new ArrayList<Counter>();
        try {
            for (var counter : counters) {
                throttle.take(counter.key(), counter.limit());
                taken.add(counter);
            }
        } catch (RuntimeException e) {
            taken.forEach(counter -> throttle.giveBack(counter.key()));
            throw e;
        }
    }

    void succeeded(Throttle throttle) {
        for (var counter : counters) {
            if (counter.forgottenOnSuccess()) {
                throttle.forget(counter.key());
            } else {
                throttle.giveBack(counter.key());
            }
        }
    }
}
