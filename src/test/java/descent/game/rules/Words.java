package descent.game.rules;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A small glossary for games without a course. */
final class Words {
    static final List<Word> WORDS =
            Stream.of(
                            "gradient:The list of the loss's slopes, one for each weight.",
                            "momentum:A running sum of past gradients. It smooths steps.",
                            "learning rate:The factor between a slope and the step it leads to.",
                            "batch:The examples from which one step is computed.",
                            "epoch:One pass through all examples of the training set.",
                            "weight decay:A pull of every weight towards zero at each step.",
                            "early stopping:Ending the training when the loss on new examples rises.",
                            "bias:The number that a unit adds to its weighted sum.",
                            "dropout:Switching random units off while training, so that none is relied on.",
                            "saddle point:A place where gradients vanish, high one way and low another.",
                            "overfitting:Learning the examples by heart and the rule not at all.",
                            "softmax:A way to turn scores into shares that sum up to one.",
                            "Adam:An optimizer with two forgetting averages for every weight.")
                    .map(line -> line.split(":"))
                    .map(parts -> new Word(parts[0], List.of(), parts[1]))
                    .toList();

    private Words() {}

    static Game begun(GameKind kind, long seed) {
        return Game.of(kind, Game.deal(kind, WORDS, new Random(seed)));
    }

    static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(1000 * seconds));
    }
}
