package descent.experiment.challenge;

import descent.shared.Turn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A learner's configuration for a challenge, and what its run came to. */
@Entity
@Table(name = "challenge_entry")
class Entry extends PanacheEntityBase {
    enum State {
        /** Its run is not done yet. */
        WAITING,
        REACHED,
        MISSED,
        /** The run gave no value: a fault, a time limit, a cancel. It can be tried again. */
        WITHOUT
    }

    @Id public UUID id;

    public UUID personId;
    public String courseId;
    public String challengeId;

    /** The rules under which it stands, see {@link Trial#rules}. */
    public String rules;

    /** What was entered, one value for each free path. */
    public List<String> settings;

    /** Hash of what is run: the same again is the same entry. */
    public String specHash;

    public UUID experimentId;

    @Enumerated(EnumType.STRING)
    public State state;

    /** The target's figure of the run. */
    public @Nullable Double figure;

    public @Nullable Double score;

    /** Why there is no result. */
    public @Nullable String reason;

    public Instant createdAt;
    public @Nullable Instant settledAt;

    protected Entry() {}

    Entry(
            UUID person,
            String course,
            Trial trial,
            List<String> settings,
            String specHash,
            UUID experiment,
            Instant now) {
        this.id = UUID.randomUUID();
        this.personId = person;
        this.courseId = course;
        this.challengeId = trial.challenge().id();
        this.rules = trial.rules();
        this.settings = List.copyOf(settings);
        this.specHash = specHash;
        this.experimentId = experiment;
        this.state = State.WAITING;
        this.createdAt = now;
    }

    /** One that came to no result waits for another experiment. */
    void tryAgain(UUID experiment) {
        experimentId = experiment;
        state = State.WAITING;
        reason = null;
    }

    void settle(Trial.Result result, Instant now) {
        state = result.reached() ? State.REACHED : State.MISSED;
        figure = boxed(result.figure());
        score = boxed(result.score());
        settledAt = now;
    }

    void settleWithout(String reason, Instant now) {
        this.state = State.WITHOUT;
        this.reason = reason;
        this.settledAt = now;
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    static Optional<Entry> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** One person's entries come one after the other: the same twice at once is still one. */
    static void oneByOne(UUID person) {
        Turn.take("challenges of " + person);
    }

    static Optional<Entry> same(UUID person, String course, Trial trial, String specHash) {
        return Entry.<Entry>find(
                        "personId = ?1 and courseId = ?2 and challengeId = ?3 and rules = ?4 and specHash = ?5",
                        person,
                        course,
                        trial.challenge().id(),
                        trial.rules(),
                        specHash)
                .firstResultOptional();
    }

    static List<UUID> waiting() {
        return getEntityManager()
                .createQuery(
                        "select id from Entry where state = WAITING order by createdAt", UUID.class)
                .getResultList();
    }

    /** Of one person, the newest first. */
    static List<Entry> of(UUID person, String course) {
        return list("personId = ?1 and courseId = ?2 order by createdAt desc", person, course);
    }
}
