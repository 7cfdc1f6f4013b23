package descent.experiment.challenge;

import descent.course.CourseLinks;
import descent.course.material.Challenge;
import descent.course.material.Course;
import descent.experiment.Numbers;
import descent.experiment.challenge.ChallengeView.Line;
import descent.experiment.challenge.ChallengeView.Result;
import descent.experiment.challenge.Entry.State;
import descent.shared.text.Html;
import descent.shared.text.Prose;
import descent.shared.text.StoredFormulas;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes views of challenges: what they ask, what the viewer has reached, who is best. */
@ApplicationScoped
class Challenges {
    private static final int SHOWN = 20;

    private final StoredFormulas formulas;
    private final Boards boards;
    private final SettleEntries settleEntries;

    Challenges(StoredFormulas formulas, Boards boards, SettleEntries settleEntries) {
        this.formulas = formulas;
        this.boards = boards;
        this.settleEntries = settleEntries;
    }

    /**
     * One of a list.
     *
     * @param standing what the viewer has come to, in words
     * @param best what the best has come to, and who that is; empty while nobody has reached it
     */
    record Summary(
            String id,
            String title,
            String lesson,
            Html task,
            String target,
            String limits,
            String rank,
            String standing,
            boolean reached,
            String best) {}

    List<Summary> all(Course course, UUID viewer) {
        var entries = settled(viewer, course);
        return course.challenges().stream()
                .map(challenge -> summary(course, challenge, entries, viewer))
                .toList();
    }

    private Summary summary(Course course, Challenge challenge, List<Entry> entries, UUID viewer) {
        var trial = Trial.of(challenge);
        var own = own(entries, trial);
        boolean reached = own.stream().anyMatch(entry -> entry.state == State.REACHED);
        return new Summary(
                challenge.id(),
                challenge.title(),
                course.lesson(challenge.lesson()).map(lesson -> lesson.title()).orElse(""),
                html(course, challenge).apply(challenge.task()),
                Words.target(challenge.target()),
                Words.limits(challenge),
                Words.rank(challenge),
                reached ? "reached" : own.isEmpty() ? "not tried" : "not reached yet",
                reached,
                boards.of(course.id(), trial, viewer).lines().stream()
                        .findFirst()
                        .map(line ->
                                "%s, by %s"
                                        .formatted(
                                                Words.scored(challenge, line.score()), name(line)))
                        .orElse(""));
    }

    /**
     * @param values what stands in the form; null for what was entered last
     */
    ChallengeView view(
            Course course, Challenge challenge, UUID viewer, @Nullable List<String> values) {
        var trial = Trial.of(challenge);
        var html = html(course, challenge);
        var own = own(settled(viewer, course), trial);
        boolean reached = own.stream().anyMatch(entry -> entry.state == State.REACHED);
        var shown =
                values != null
                        ? values
                        : own.stream().findFirst().map(entry -> entry.settings).orElse(List.of());
        return new ChallengeView(
                challenge.id(),
                challenge.title(),
                html.apply(challenge.text()),
                html.apply(challenge.task()),
                Words.target(challenge.target()),
                Words.limits(challenge),
                Words.rank(challenge),
                Words.score(challenge),
                trial.startText(),
                ChallengeView.settings(trial, shown),
                own.stream().limit(SHOWN).map(entry -> result(entry, trial, html)).toList(),
                reached ? html.apply(challenge.explanation()) : null,
                boards.of(course.id(), trial, viewer).lines().stream()
                        .filter(line -> line.place() <= SHOWN || line.own())
                        .map(line ->
                                new Line(
                                        line.place(),
                                        name(line),
                                        Numbers.exact(line.score()),
                                        line.at(),
                                        line.own()))
                        .toList(),
                boards.appearance(viewer, course.id()));
    }

    /** Nobody waits for the job who looks. */
    private List<Entry> settled(UUID viewer, Course course) {
        boards.entries(viewer, course.id()).stream()
                .filter(entry -> entry.state == State.WAITING)
                .forEach(entry -> settleEntries.settle(entry.id));
        return boards.entries(viewer, course.id());
    }

    private static List<Entry> own(List<Entry> entries, Trial trial) {
        var rules = trial.rules();
        return entries.stream()
                .filter(entry -> entry.challengeId.equals(trial.challenge().id()))
                .filter(entry -> entry.rules.equals(rules))
                .toList();
    }

    private static Result result(Entry entry, Trial trial, Function<Prose, Html> html) {
        var said = trial.challenge().said();
        return new Result(
                entry.createdAt,
                entry.settings,
                entry.state,
                ChallengeView.verdict(entry, trial),
                switch (entry.state) {
                    case REACHED -> html.apply(said.reached());
                    case MISSED -> html.apply(said.missed());
                    case WAITING, WITHOUT -> null;
                },
                entry.state == State.WAITING ? entry.experimentId : null);
    }

    private static String name(Board.Line line) {
        return line.name().isEmpty() ? "a learner" : line.name();
    }

    private Function<Prose, Html> html(Course course, Challenge challenge) {
        var links = new CourseLinks(course, course.lesson(challenge.lesson()).orElse(null));
        var drawn = formulas.forgiving();
        return prose -> prose.render(drawn, links);
    }
}
