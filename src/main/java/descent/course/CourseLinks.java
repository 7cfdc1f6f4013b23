package descent.course;

import descent.course.material.Course;
import descent.course.material.Lesson;
import descent.course.material.PageLink;
import descent.course.material.Preset;
import descent.shared.text.Links;
import org.jspecify.annotations.Nullable;

/**
 * What the links in the texts of a course mean: addresses on this site, of whichever room.
 *
 * @param lesson where the text stands; null for texts of the course as a whole
 */
public record CourseLinks(Course course, @Nullable Lesson lesson) implements Links {
    @Override
    public Target resolve(String destination) {
        int colon = destination.indexOf(':');
        var rest = destination.substring(colon + 1);
        return switch (colon < 0 ? "" : destination.substring(0, colon)) {
            case "term" -> term(rest);
            case "experiment" -> experiment(rest);
            case "run" -> run(rest);
            case "section" -> section(rest);
            case "lesson" ->
                    course.lesson(rest).isPresent()
                            ? new Target.Anchor(lessonPage(rest), "", "")
                            : new Target.Missing("There is no lesson " + rest);
            case "page" ->
                    PageLink.address(rest)
                            .<Target>map(address -> new Target.Anchor(address, "", ""))
                            .orElseGet(() -> new Target.Missing("There is no page " + rest));
            case "" -> figure(rest);
            default -> new Target.Anchor(destination, "external", "");
        };
    }

    /** Where a lesson is read. */
    public String lessonPage(String id) {
        return "/courses/" + course.id() + "/lessons/" + id;
    }

    private Target term(String id) {
        return course.term(id)
                .<Target>map(term ->
                        new Target.Anchor(
                                "/courses/" + course.id() + "/glossary#" + id,
                                "term",
                                term.spoken().plainText()))
                .orElseGet(() -> new Target.Missing("The glossary has no term " + id));
    }

    private Target experiment(String id) {
        return course.preset(id).isPresent()
                ? new Target.Card(presetCard(id))
                : new Target.Missing("There is no experiment " + id);
    }

    /** {@code preset/run/figure}: a number that a run of the preset gave. */
    private Target run(String path) {
        int slash = path.indexOf('/');
        var preset = course.preset(slash < 0 ? path : path.substring(0, slash));
        return preset.<Target>map(found ->
                        new Target.Anchor(
                                presetCard(found.id()),
                                "measured",
                                "Measured: " + measured(found, path.substring(slash + 1))))
                .orElseGet(() -> new Target.Missing("There is no experiment " + path));
    }

    private static String measured(Preset preset, String figure) {
        var run = Preset.Figure.parse(figure).map(Preset.Figure::run).orElse("");
        return preset.runs().stream()
                .filter(r -> r.name().equals(run))
                .findFirst()
                .map(r -> preset.title() + ", " + r.label())
                .orElse(preset.title());
    }

    private String presetCard(String id) {
        return "/experiments/presets/" + course.id() + "/" + id;
    }

    /** {@code lesson/section}, or {@code section} of the same lesson. */
    private Target section(String path) {
        int slash = path.indexOf('/');
        var target = slash < 0 ? lesson : course.lesson(path.substring(0, slash)).orElse(null);
        var id = path.substring(slash + 1);
        return target != null && target.section(id).isPresent()
                ? new Target.Anchor(lessonPage(target.id()) + "#" + id, "", "")
                : new Target.Missing("There is no section " + path);
    }

    private Target figure(String name) {
        var figure = lesson == null ? null : lesson.figures().get(name);
        return lesson == null || figure == null
                ? new Target.Missing("There is no figure " + name)
                : new Target.Picture(
                        "%s/%s?v=%s".formatted(lessonPage(lesson.id()), name, figure.version()),
                        figure.width(),
                        figure.height());
    }
}
