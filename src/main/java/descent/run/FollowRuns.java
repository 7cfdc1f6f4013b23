package descent.run;

import com.fasterxml.jackson.annotation.JsonRawValue;
import descent.run.record.RunRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what is new of some experiments since it was last looked. */
@ApplicationScoped
public class FollowRuns {
    /** As many portions of a run are told at once; more come the next time. */
    private static final int PORTIONS = 5;

    /**
     * An experiment that is followed.
     *
     * @param next the number of the first record that has not been told
     * @param told the state that was told last; null at first
     */
    public record Followed(UUID experiment, String runKey, int next, @Nullable RunState told) {
        public boolean isOver() {
            return told != null && told.isEnd();
        }
    }

    /**
     * What is new of one experiment.
     *
     * @param first the number of the first of the items
     * @param items a JSON array of records; see {@link RecordJson}
     * @param outcome JSON, once the run has ended
     */
    public record Progress(
            UUID experiment,
            RunState state,
            int first,
            @JsonRawValue String items,
            @JsonRawValue @Nullable String outcome) {}

    /**
     * What is new, and how it stands after that was told.
     *
     * @param more whether there is more that is known already
     */
    public record Look(List<Progress> news, List<Followed> followed, boolean more) {
        public boolean isOver() {
            return followed.stream().allMatch(Followed::isOver);
        }
    }

    /**
     * @throws descent.shared.web.Problem 404 when one is not there or not for this person
     */
    @Transactional
    public List<Followed> begin(List<UUID> experiments, List<Integer> next, @Nullable UUID person) {
        var followed = new ArrayList<Followed>();
        for (int i = 0; i < experiments.size(); i++) {
            var experiment = Experiments.visible(experiments.get(i), person);
            followed.add(
                    new Followed(
                            experiment.id,
                            experiment.runKey,
                            i < next.size() ? next.get(i) : 0,
                            null));
        }
        return List.copyOf(followed);
    }

    @Transactional
    public Look look(List<Followed> followed) {
        var news = new ArrayList<Progress>();
        var after = new ArrayList<Followed>();
        boolean more = false;
        for (var one : followed) {
            var progress = one.isOver() ? null : progress(one);
            if (progress == null) {
                after.add(one);
            } else {
                news.add(progress.told());
                after.add(progress.after());
                more |= progress.more();
            }
        }
        return new Look(news, after, more);
    }

    private record Step(Progress told, Followed after, boolean more) {}

    private static @Nullable Step progress(Followed one) {
        var experiment = Experiment.<Experiment>findByIdOptional(one.experiment()).orElse(null);
        if (experiment == null) {
            return step(one, RunState.CANCELLED, one.next(), List.of(), null, false);
        }
        // The state first: records that come between are told the next time, never missed.
        var run = Experiments.run(experiment);
        var portions = RunRecords.from(one.runKey(), one.next(), PORTIONS);
        boolean more = portions.size() == PORTIONS;
        var state = more ? RunState.RUNNING : Experiments.stateOf(experiment, run);
        if (portions.isEmpty() && state == one.told()) {
            return null;
        }
        int first = portions.isEmpty() ? one.next() : portions.getFirst().key.first();
        return step(one, state, first, portions, state.isEnd() ? run.outcome : null, more);
    }

    private static Step step(
            Followed one,
            RunState state,
            int first,
            List<RunRecords> portions,
            @Nullable String outcome,
            boolean more) {
        int next = portions.isEmpty() ? one.next() : portions.getLast().end();
        var items =
                portions.stream()
                        .map(portion -> portion.items)
                        .collect(Collectors.joining(",", "[", "]"));
        return new Step(
                new Progress(one.experiment(), state, first, items, outcome),
                new Followed(one.experiment(), one.runKey(), next, state),
                more);
    }
}
