package descent.experiment.challenge;

import descent.course.material.Challenge.Rank;
import descent.experiment.Numbers;
import descent.experiment.challenge.Entry.State;
import descent.shared.text.Html;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A challenge as its page shows it. */
record ChallengeView(
        String id,
        String title,
        Html text,
        Html task,
        String target,
        String limits,
        String rank,
        String scoreHeading,
        String start,
        List<Setting> settings,
        List<Result> results,
        @Nullable Html explanation,
        List<Line> board,
        Appearance appearance) {
    /**
     * What may be changed.
     *
     * @param lines how much room it needs
     */
    record Setting(String path, String value, int lines) {}

    /**
     * An entry of the viewer's.
     *
     * @param running the experiment to be followed; null when it has come to an end
     */
    record Result(
            Instant at,
            List<String> settings,
            State state,
            String verdict,
            @Nullable Html said,
            @Nullable UUID running) {
        public boolean isReached() {
            return state == State.REACHED;
        }

        public boolean isWaiting() {
            return state == State.WAITING;
        }
    }

    record Line(int place, String name, String score, Instant at, boolean own) {}

    ChallengeView {
        settings = List.copyOf(settings);
        results = List.copyOf(results);
        board = List.copyOf(board);
    }

    public boolean isAbsent() {
        return appearance == Appearance.ABSENT;
    }

    static List<Setting> settings(Trial trial, List<String> values) {
        var start = trial.startValues();
        var settings = new ArrayList<Setting>();
        for (int i = 0; i < start.size(); i++) {
            var value = i < values.size() ? values.get(i) : start.get(i);
            int lines = (int) start.get(i).lines().count();
            settings.add(
                    new Setting(
                            trial.challenge().free().get(i), value, lines <= 1 ? 1 : lines + 2));
        }
        return settings;
    }

    /** In numbers: what it is, and what it should be. */
    static String verdict(Entry entry, Trial trial) {
        return switch (entry.state) {
            case WAITING -> "being graded";
            case WITHOUT -> "no result: " + entry.reason;
            case REACHED -> "reached, " + numbers(entry, trial);
            case MISSED -> "missed, " + numbers(entry, trial);
        };
    }

    private static String numbers(Entry entry, Trial trial) {
        var figure = Words.figure(trial.challenge().target().figure());
        if (entry.figure == null) {
            return "the run diverged: it has no " + figure;
        }
        var is = figure + " " + Numbers.exact(entry.figure);
        return trial.challenge().rank() == Rank.FIGURE || entry.score == null
                ? is
                : is + " with " + Words.scored(trial.challenge(), entry.score);
    }
}
