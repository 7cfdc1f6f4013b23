package descent.experiment.challenge;

import descent.course.material.Challenge;
import descent.course.material.Preset.Claim.Relation;
import descent.engine.spec.ExperimentSpec;
import descent.engine.training.RunRecord;
import descent.question.answer.RunAnswer;
import descent.question.answer.RunAnswer.Side;
import descent.question.drawn.Input;
import descent.question.drawn.Reading;
import descent.question.notation.Settings;
import descent.shared.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The rules of a challenge at work: what may be changed, what may be run, what a run is worth. */
record Trial(Challenge challenge, Input.Configuration input, RunAnswer target) {
    /**
     * What a run came to.
     *
     * @param figure the target's; empty when the run has none, as when it diverged
     * @param score by which results are compared
     */
    record Result(boolean reached, OptionalDouble figure, OptionalDouble score) {}

    static Trial of(Challenge challenge) {
        var said = challenge.said();
        var target = challenge.target();
        return new Trial(
                challenge,
                new Input.Configuration(
                        challenge.id(),
                        challenge.task().source(),
                        challenge.start(),
                        challenge.free()),
                new RunAnswer(
                        target.figure(),
                        target.relation() == Relation.BELOW ? Side.BELOW : Side.ABOVE,
                        target.bound(),
                        challenge.limits(),
                        said.reached().source(),
                        said.missed().source(),
                        said.over().source()));
    }

    /** All that is given, as it would be typed. */
    String startText() {
        return Settings.write(challenge.start());
    }

    /** What stands at the free paths at the start. */
    List<String> startValues() {
        return input.startValues();
    }

    Reading read(List<String> values) {
        return input.read(values);
    }

    ExperimentSpec spec(List<String> values) {
        return input.spec(values);
    }

    boolean isOver(ExperimentSpec spec) {
        return target.before(spec).isPresent();
    }

    /** What a spec needs more of than it may: "81 parameters; 60 are allowed". */
    List<String> excess(ExperimentSpec spec) {
        var excess = new ArrayList<String>();
        new TreeMap<>(challenge.limits())
                .forEach((name, most) -> {
                    long needed = name.equals("steps") ? spec.steps() : spec.cost().parameters();
                    if (needed > most.longValue()) {
                        excess.add(
                                "%,d %s; %,d are allowed"
                                        .formatted(needed, name, most.longValue()));
                    }
                });
        return excess;
    }

    Result judge(RunRecord run) {
        var scored =
                switch (challenge.rank()) {
                    case PARAMETERS -> "parameters";
                    case STEPS -> "steps";
                    case FIGURE -> target.figure();
                };
        return new Result(
                target.after(run).fraction().isOne(),
                run.figure(target.figure()),
                run.figure(scored));
    }

    /** Whether a smaller score is better. */
    boolean isLowestBest() {
        return challenge.rank() != Challenge.Rank.FIGURE || target.side() == Side.BELOW;
    }

    /** The same as long as results can be compared: texts may change. */
    String rules() {
        return Sha256.of(
                String.join(
                        "\n",
                        input.startSpec().canonical(),
                        challenge.free().toString(),
                        new TreeMap<>(challenge.limits()).toString(),
                        target.figure(),
                        target.side().toString(),
                        target.bound().stripTrailingZeros().toPlainString(),
                        challenge.rank().toString()));
    }
}
