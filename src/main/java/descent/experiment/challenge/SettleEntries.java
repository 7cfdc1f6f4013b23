package descent.experiment.challenge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import descent.course.Courses;
import descent.run.Experiments;
import descent.run.Experiments.View;
import descent.shared.job.OneByOne;
import descent.shared.job.RecurringJob;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Gives entries their results when their runs have come to an end. */
@ApplicationScoped
class SettleEntries implements RecurringJob {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final OneByOne<UUID> oneByOne =
            new OneByOne<>("challenge entry %s could not be settled");

    private final Courses courses;
    private final Experiments experiments;
    private final ObjectMapper json;
    private final Clock clock;

    SettleEntries(Courses courses, Experiments experiments, ObjectMapper json, Clock clock) {
        this.courses = courses;
        this.experiments = experiments;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settle-challenge-entries";
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        oneByOne.each(QuarkusTransaction.requiringNew().call(Entry::waiting), this::settle);
    }

    /** Takes an entry as far as it can be taken now. */
    void settle(UUID id) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        Entry.locked(id)
                                .filter(entry -> entry.state == Entry.State.WAITING)
                                .ifPresent(this::settle));
    }

    private void settle(Entry entry) {
        var view = experiments.view(entry.experimentId, entry.personId);
        switch (view.state()) {
            case WAITING, RUNNING -> {}
            case FINISHED, DIVERGED -> judge(entry);
            case CANCELLED, STOPPED, FAILED -> entry.settleWithout(reason(view), clock.instant());
        }
    }

    private void judge(Entry entry) {
        var trial =
                courses.find(entry.courseId)
                        .flatMap(course -> course.challenge(entry.challengeId))
                        .map(Trial::of)
                        .filter(now -> now.rules().equals(entry.rules));
        var run = experiments.figures(entry.experimentId, entry.personId);
        if (trial.isEmpty() || run.isEmpty()) {
            entry.settleWithout("The challenge was changed meanwhile.", clock.instant());
        } else {
            entry.settle(trial.get().judge(run.get()), clock.instant());
        }
    }

    private String reason(View view) {
        try {
            return view.outcome() == null
                    ? "Cancelled."
                    : json.readTree(view.outcome()).path("reason").asText("Cancelled.");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outcome of experiment " + view.id(), e);
        }
    }
}
