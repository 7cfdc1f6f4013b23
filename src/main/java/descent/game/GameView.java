package descent.game;

import descent.game.rules.Game;
import descent.game.rules.Match;
import descent.game.rules.Pairs;
import descent.game.rules.QuickMaths;
import descent.game.rules.Said;
import descent.game.rules.Spelling;
import descent.game.rules.Typing;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a game is told: nothing that lies face down.
 *
 * @param number of the next move
 * @param played milliseconds of play
 * @param limit of them, after which the game ends
 * @param scene null while nothing is to be seen: in a pause, and after the end
 */
record GameView(
        int number,
        int score,
        long played,
        long limit,
        boolean paused,
        int pausesLeft,
        boolean over,
        @Nullable Scene scene) {

    sealed interface Scene {}

    record Cards(List<CardView> cards) implements Scene {}

    /**
     * @param state down, open or found
     * @param text empty of a card that lies face down
     */
    record CardView(String state, String task, String text) {}

    /**
     * @param place where one is in the game: "Level 3 of 8"
     */
    record Question(String task, String text, String hint, String place, @Nullable Said said)
            implements Scene {}

    record Line(String task, String text, String place) implements Scene {}

    static GameView of(PlayMove.Standing standing) {
        var match = standing.match();
        var played = match.played(standing.now());
        boolean over = standing.game().isOver();
        var game = match.game();
        return new GameView(
                standing.moves(),
                game.result(played).score(),
                played.toMillis(),
                game.limit().toMillis(),
                match.isPaused(),
                Match.PAUSES - match.pauses(),
                over,
                over || match.isPaused() ? null : scene(game));
    }

    private static Scene scene(Game game) {
        return switch (game) {
            case Pairs pairs ->
                    new Cards(
                            IntStream.range(0, pairs.cards().size())
                                    .mapToObj(i -> card(pairs, i))
                                    .toList());
            case QuickMaths maths -> {
                var item = maths.question();
                var place = "Level %d of %d".formatted(maths.level(), QuickMaths.LEVELS);
                yield new Question(item.task(), item.text(), "", place, maths.said());
            }
            case Typing typing ->
                    new Line(
                            typing.line().task(),
                            typing.line().text(),
                            "Line %d of %d".formatted(typing.done() + 1, typing.of()));
            case Spelling words -> {
                var item = words.word();
                var place = "Word %d of %d".formatted(words.done() + 1, words.of());
                yield new Question(item.task(), item.text(), item.hint(), place, words.said());
            }
        };
    }

    private static CardView card(Pairs pairs, int index) {
        var card = pairs.cards().get(index);
        if (pairs.found().contains(index)) {
            return new CardView("found", card.task(), card.text());
        }
        return pairs.open().contains(index)
                ? new CardView("open", card.task(), card.text())
                : new CardView("down", "", "");
    }
}
