package descent.question;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One good question of each type, as an author writes it. */
final class Examples {
    private static final List<String> FIELDS =
            List.of(
                    """
                    type: single-choice
                    options:
                      - {id: right, text: It diverges., correct: true, feedback: Yes indeed.}
                      - {id: wrong, text: It is slow., feedback: Only when too small.}
                      - {id: all, text: All of these., feedback: They exclude each other., pinned: true}
                    """,
                    """
                    type: multiple-choice
                    scoring: proportional-with-penalty
                    hints: [Two are right.]
                    options:
                      - {id: a, text: momentum, correct: true, feedback: It keeps a velocity.}
                      - {id: b, text: Adam, correct: true, feedback: It keeps two averages.}
                      - {id: c, text: SGD, feedback: It keeps nothing.}
                    """,
                    """
                    type: true-false
                    answer: false
                    feedback: {true: Rather not., false: Indeed.}
                    """,
                    """
                    type: numerical
                    answer: 0.043
                    tolerance: {relative: 1e-2}
                    units: [{unit: s, factor: 1}, {unit: ms, factor: 1e-3}]
                    feedback: {right: Right., wrong: Wrong., near: Nearly.}
                    wrong-answers:
                      - {value: 43, feedback: Those are milliseconds.}
                    """,
                    """
                    type: numerical
                    range: [10, 20]
                    feedback: {right: Within., wrong: Outside.}
                    """,
                    """
                    type: short-answer
                    answers:
                      - {text: mini-batch, feedback: Yes indeed.}
                      - {text: '*batch*', fraction: 0.5, feedback: Which kind.}
                    feedback: {wrong: It is a part of the data.}
                    """,
                    """
                    type: matching
                    pairs:
                      - {id: sgd, left: SGD, right: nothing, feedback: No state.}
                      - {id: plain, left: plain descent, right: Nothing, feedback: No state either.}
                      - {id: adam, left: Adam, right: two averages, feedback: First and second moment.}
                    extra: [three averages]
                    """,
                    """
                    type: ordering
                    items:
                      - {id: one, text: forward}
                      - {id: two, text: loss}
                      - {id: three, text: backward}
                    feedback: {right: Right., wrong: Think of what needs what.}
                    """,
                    """
                    type: cloze
                    text: 'With {{many}} examples and batches of 16: {{steps}} steps of {{word}}.'
                    gaps:
                      - {id: steps, kind: numerical, answer: 63, feedback: {right: Yes., wrong: Divide.}}
                      - id: many
                        kind: choice
                        options:
                          - {id: right, text: '1,000', correct: true, feedback: Yes.}
                          - {id: wrong, text: '100', feedback: Ten times more.}
                      - id: word
                        kind: text
                        answers: [{text: descent, feedback: Yes.}]
                        feedback: {wrong: Down.}
                    """,
                    """
                    type: hot-spot
                    figure: figures/valley.svg
                    alternative: a valley with two slopes
                    regions:
                      - {id: floor, shape: [40, 60, 20, 20.5], label: the floor, correct: true, feedback: Yes.}
                      - {id: left, shape: [0, 0, 30, 50], label: the left slope, feedback: Too high.}
                    """,
                    """
                    type: formula
                    variables: {x: [-2, 2], w1: [0.5, 3]}
                    answer: 2*x*exp(x^2)*w1
                    wrong-answers: [{answer: exp(x^2)*w1, feedback: The inner derivative is missing.}]
                    feedback: {right: Yes., wrong: Think of the chain rule.}
                    """,
                    """
                    type: written
                    rubric:
                      - {id: cause, criterion: names the cause, points: 2}
                      - {id: remedy, criterion: names a remedy, points: 1.5}
                    sample: Because the rate is too large.
                    """,
                    """
                    type: experiment
                    task: Only the rate, please.
                    start:
                      seed: 7
                      data: {kind: sine, size: 60}
                      network: {layers: []}
                      optimizer: {kind: sgd, learningRate: 0.001}
                      batch: {size: 10}
                      stop: {steps: 20}
                    free: [optimizer]
                    limits: {steps: 20}
                    target: {figure: final.train.loss, below: 0.3}
                    feedback: {reached: Yes., missed: Think of the rate., over: Too many steps.}
                    """,
                    """
                    type: generated
                    generator: steps-per-epoch
                    parameters: {samples: [100, 5000], ask: [epoch, all]}
                    text: There are {samples} examples in batches of {batch}, read {epochs} times.
                    """);

    private Examples() {}

    static Stream<Map<?, ?>> trees() {
        return FIELDS.stream().map(fields -> Yaml.tree(Yaml.withCommon(fields)));
    }

    static Stream<Question> questions() {
        return trees().map(tree -> QuestionReader.read(tree));
    }
}
