package descent.course.check;

import descent.course.material.Finding;
import descent.course.material.Index.Kind;
import descent.course.material.Lesson;
import descent.course.material.PageLink;
import descent.course.material.Preset;
import descent.shared.text.Prose.Reference;
import java.util.Optional;
import java.util.function.Consumer;

/** Every link of a text leads somewhere, and the number in a {@code run:} link is a number. */
final class LinkTargets implements Rule {
    @Override
    public void check(Inspected course, Consumer<Finding> findings) {
        course.eachPart((part, lesson) -> {
            for (var text : part.index().texts()) {
                for (var link : text.references()) {
                    problem(course, lesson, link)
                            .ifPresent(problem ->
                                    findings.accept(
                                            Finding.error(
                                                    part.path(), link.line(), "link", problem)));
                }
            }
        });
    }

    private static Optional<String> problem(
            Inspected course, Optional<Lesson> lesson, Reference link) {
        int colon = link.destination().indexOf(':');
        var scheme = colon < 0 ? "" : link.destination().substring(0, colon);
        var rest = link.destination().substring(colon + 1);
        return switch (scheme) {
            case "term" -> missing(course, Kind.TERM, rest, lesson);
            case "experiment" -> missing(course, Kind.PRESET, rest, lesson);
            case "lesson" -> missing(course, Kind.LESSON, rest, lesson);
            case "section" -> section(course, lesson, rest);
            case "run" -> run(course, rest, link.text());
            case "page" ->
                    PageLink.address(rest).isPresent()
                            ? Optional.empty()
                            : Optional.of("there is no page \"%s\"".formatted(rest));
            case "https" -> Optional.empty();
            default ->
                    Optional.of(
                            "\"%s\" leads nowhere: links begin with term: experiment: section: lesson: run: page: or https:"
                                    .formatted(link.destination()));
        };
    }

    private static Optional<String> section(
            Inspected course, Optional<Lesson> lesson, String target) {
        int slash = target.indexOf('/');
        if (slash < 0) {
            return missing(course, Kind.SECTION, target, lesson);
        }
        var other = course.course().lesson(target.substring(0, slash));
        return other.isEmpty()
                ? missing(course, Kind.LESSON, target.substring(0, slash), lesson)
                : missing(course, Kind.SECTION, target.substring(slash + 1), other);
    }

    private static Optional<String> run(Inspected course, String target, String text) {
        int slash = target.indexOf('/');
        var preset = course.course().preset(slash < 0 ? target : target.substring(0, slash));
        if (preset.isEmpty()) {
            return missing(
                    course,
                    Kind.PRESET,
                    slash < 0 ? target : target.substring(0, slash),
                    Optional.empty());
        }
        var figure = Preset.Figure.parse(target.substring(slash + 1));
        if (slash < 0 || figure.isEmpty()) {
            return Optional.of("a number of a run is linked as run:preset/run/figure");
        }
        if (!preset.get().hasRun(figure.get().run())) {
            return Optional.of(
                    "the preset \"%s\" has no run \"%s\""
                            .formatted(preset.get().id(), figure.get().run()));
        }
        if (!figure.get().isKnown()) {
            return Optional.of("there is no figure \"%s\"".formatted(figure.get().name()));
        }
        return text.replaceAll("[\\s,\u202F\u00A0]", "").matches("[-\u2212]?[0-9]+(\\.[0-9]+)?%?")
                ? Optional.empty()
                : Optional.of("\"%s\" is no number to compare with a run".formatted(text));
    }

    private static Optional<String> missing(
            Inspected course, Kind kind, String id, Optional<Lesson> lesson) {
        return course.has(kind, id, lesson)
                ? Optional.empty()
                : Optional.of("there is no %s \"%s\"".formatted(kind.words(), id));
    }
}
