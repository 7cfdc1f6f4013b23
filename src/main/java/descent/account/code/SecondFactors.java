package descent.account.code;

import descent.account.Person;
import descent.account.notice.Notice;
import descent.account.notice.Notices;
import descent.shared.audit.AuditAction;
import descent.shared.audit.AuditLog;
import descent.shared.audit.AuditSubject;
import descent.shared.throttle.Limit;
import descent.shared.throttle.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Sets one-time codes up, checks them, and gives them up. */
@ApplicationScoped
public class SecondFactors {
    private static final int RECOVERY_CODES = 10;
    private static final Limit TRIES =
            new Limit.Growing(
                    10, Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofDays(1));

    private final SecureRandom random = new SecureRandom();
    private final Throttle throttle;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    SecondFactors(Throttle throttle, Notices notices, AuditLog audit, Clock clock) {
        this.throttle = throttle;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** The secret that the app is to learn: the same until a first code confirms it. */
    @Transactional
    byte[] prepare(UUID personId) {
        return SecondFactor.<SecondFactor>findByIdOptional(personId)
                .orElseGet(() -> {
                    var secret = new byte[Totp.SECRET_BYTES];
                    random.nextBytes(secret);
                    return SecondFactor.begun(personId, secret, clock.instant());
                })
                .secret;
    }

    /**
     * Turns codes on when the app shows the right one.
     *
     * @return the recovery codes, shown once; empty when the code is wrong
     */
    @Transactional
    Optional<List<String>> confirm(UUID personId, String code) {
        var factor = locked(personId).filter(f -> f.confirmedAt == null);
        if (factor.isEmpty() || !factor.get().take(code.strip(), clock.instant())) {
            return Optional.empty();
        }
        factor.get().confirmedAt = clock.instant();
        Person person = Person.findById(personId);
        person.codesSince = clock.instant();
        changed(person, "set up");
        notices.tell(person, Notice.CODES_SET_UP);
        return Optional.of(newRecoveryCodes(personId));
    }

    /** The old recovery codes are worth nothing any more. */
    @Transactional
    List<String> renewRecoveryCodes(UUID personId) {
        changed(Person.findById(personId), "recovery codes renewed");
        return newRecoveryCodes(personId);
    }

    @Transactional
    long recoveryCodesLeft(UUID personId) {
        return RecoveryCode.count("personId = ?1 and usedAt is null", personId);
    }

    /** Signing in takes the password alone again. */
    @Transactional
    public void giveUp(UUID personId) {
        Person person = Person.findById(personId);
        SecondFactor.deleteById(personId);
        RecoveryCode.delete("personId", personId);
        if (person.codesSince != null) {
            person.codesSince = null;
            changed(person, "given up");
            notices.tell(person, Notice.CODES_GIVEN_UP);
        }
    }

    /**
     * Whether somebody whose password is proven has the app, or a recovery code. Each works once.
     *
     * @throws descent.shared.web.Problem 429 when it was tried too often
     */
    @Transactional
    public boolean isGood(UUID personId, String typed) {
        var key = "login code " + personId;
        throttle.take(key, TRIES);
        boolean byApp =
                locked(personId)
                        .filter(factor -> factor.confirmedAt != null)
                        .map(factor -> factor.take(typed.strip(), clock.instant()))
                        .orElse(false);
        boolean good = byApp || isRecoveryCode(personId, typed);
        if (good) {
            throttle.forget(key);
        } else {
            audit.record(
                    null,
                    AuditAction.LOGIN_FAILED,
                    AuditSubject.person(personId),
                    Map.of("by", "one-time code"));
        }
        return good;
    }

    private boolean isRecoveryCode(UUID personId, String typed) {
        boolean taken =
                RecoveryCode.update(
                                "usedAt = ?1 where codeHash = ?2 and personId = ?3 and usedAt is null",
                                clock.instant(),
                                RecoveryCode.hash(typed),
                                personId)
                        == 1;
        if (taken) {
            notices.tell(Person.findById(personId), Notice.RECOVERY_CODE_USED);
        }
        return taken;
    }

    private List<String> newRecoveryCodes(UUID personId) {
        RecoveryCode.delete("personId", personId);
        var codes = Stream.generate(RecoveryCode::random).limit(RECOVERY_CODES).toList();
        codes.forEach(code -> new RecoveryCode(code, personId).persist());
        return codes;
    }

    private void changed(Person person, String how) {
        audit.record(AuditAction.CODES_CHANGED, AuditSubject.person(person.id), Map.of("how", how));
    }

    private static Optional<SecondFactor> locked(UUID personId) {
        return SecondFactor.findByIdOptional(personId, LockModeType.PESSIMISTIC_WRITE);
    }
}
