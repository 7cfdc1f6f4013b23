package descent.experiment.challenge;

import java.util.List;

/** How a learner stands on the boards of a course. */
enum Appearance {
    NAMED("with my name"),
    UNNAMED("without my name"),
    ABSENT("not at all");

    private final String words;

    Appearance(String words) {
        this.words = words;
    }

    public List<Appearance> all() {
        return List.of(values());
    }

    public String words() {
        return words;
    }
}
