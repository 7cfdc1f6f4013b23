package descent.question;

import descent.question.answer.Answer;
import descent.question.chance.Chance;
import descent.question.drawn.Asked;
import descent.question.drawn.DrawnQuestion;
import descent.question.drawn.Input;
import descent.question.drawn.Key;
import descent.question.tree.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One drawing of a question: chance, the names given so far, and what is asked so far. */
final class Draw {
    /** The only input of a question that has no more. */
    static final String ANSWER = "answer";

    private final Question question;
    private final Chance chance;
    private final Chance letters;
    private final Map<String, String> wordsBefore;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private String text;
    private String explanation;

    private Draw(Question question, long seed, Map<String, String> wordsBefore) {
        this.question = question;
        this.chance = new Chance(seed);
        this.letters = chance.of("words");
        this.wordsBefore = wordsBefore;
        this.text = question.basics().text();
        this.explanation = question.basics().explanation();
    }

    static DrawnQuestion of(Question question, long seed) {
        return new Draw(question, seed, Map.of()).done();
    }

    static Optional<DrawnQuestion> rekeyed(Question question, DrawnQuestion before) {
        if (question instanceof Generated
                || !QuestionReader.typeOf(question).equals(before.asked().type())) {
            return Optional.empty();
        }
        var words = new HashMap<String, String>();
        before.key().names().forEach((word, id) -> words.put(id, word));
        var now = new Draw(question, 0, words).done();
        return choices(now.asked()).equals(choices(before.asked()))
                ? Optional.of(
                        new DrawnQuestion(before.id(), now.topic(), before.asked(), now.key()))
                : Optional.empty();
    }

    /** What of each input must not change, else something else is asked. */
    private static Map<String, HashSet<String>> choices(Asked asked) {
        var choices = new HashMap<String, HashSet<String>>();
        for (var input : asked.inputs()) {
            var fixed = new HashSet<>(input.choices());
            if (input instanceof Input.Configuration experiment) {
                fixed.addAll(experiment.free());
                fixed.add(Json.write(experiment.start()));
            }
            choices.put(input.id(), fixed);
        }
        return choices;
    }

    private DrawnQuestion done() {
        switch (question) {
            case SingleChoice q -> q.ask(this);
            case MultipleChoice q -> q.ask(this);
            case TrueFalse q -> q.ask(this);
            case Numerical q -> q.ask(this);
            case ShortAnswer q -> q.ask(this);
            case Matching q -> q.ask(this);
            case Ordering q -> q.ask(this);
            case Cloze q -> q.ask(this);
            case HotSpot q -> q.ask(this);
            case Formula q -> q.ask(this);
            case Generated q -> q.ask(this);
            case Written q -> q.ask(this);
            case Experiment q -> q.ask(this);
        }
        var drawn =
                new DrawnQuestion(
                        question.id(),
                        question.topic(),
                        new Asked(QuestionReader.typeOf(question), text, inputs),
                        new Key(answers, explanation, question.basics().hints(), names));
        // What is asked now is what will be read from the store later, to the last digit.
        return DrawnQuestion.read(drawn.json());
    }

    /** What else is asked, and what is right there. */
    void ask(Input input, Answer answer) {
        inputs.add(input);
        answers.put(input.id(), answer);
    }

    void write(String text) {
        this.text = text;
    }

    void explain(String explanation) {
        this.explanation = explanation;
    }

    String text() {
        return text;
    }

    Chance chance() {
        return chance;
    }

    /**
     * The word of chance that stands for an author's id, the same whenever asked: authors call
     * options "right" and gaps by what belongs into them.
     */
    String word(String id) {
        for (var known : names.entrySet()) {
            if (known.getValue().equals(id)) {
                return known.getKey();
            }
        }
        var word = wordsBefore.get(id);
        while (word == null || names.containsKey(word) || wordIsTaken(word, id)) {
            word = letters.word();
        }
        names.put(word, id);
        return word;
    }

    private boolean wordIsTaken(String word, String id) {
        return wordsBefore.containsValue(word) && !word.equals(wordsBefore.get(id));
    }

    /** In an order of chance, but for those that stay where they are. */
    <T> List<T> shuffled(List<T> items, Predicate<T> stays) {
        var moving = chance.shuffled(items.stream().filter(stays.negate()).toList()).iterator();
        return items.stream().map(item -> stays.test(item) ? item : moving.next()).toList();
    }
}
